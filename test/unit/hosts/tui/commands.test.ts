import { describe, expect, it } from 'vitest';
import type { ApiCall, Request } from '../../../../src/engine/step.ts';
import { cliLines } from '../../../../src/reports/cli-command.ts';
import { t } from '../../../../src/text/text.ts';
import { agree } from '../../../support/hosts/samples.ts';
import { statementsOf } from '../../../support/reports/powershell.ts';
import { argumentsOf } from '../../../support/reports/shell.ts';
import { looked } from '../../../support/tui/asking.ts';
import { KEY } from '../../../support/tui/screen.ts';

describe('a step', () => {
  it.each(
    [80, 60, 40].flatMap((columns) => [
      { columns, shell: 'a POSIX shell', powershell: false, read: argumentsOf },
      { columns, shell: 'PowerShell', powershell: true, read: statementsOf },
    ]),
  )(
    'shows commands that $shell takes from the screen of $columns columns',
    async ({ columns, powershell, read }) => {
      const cli = (request: Request) => cliLines(request, { region: 'us-east-1', powershell });
      const screen = looked({ columns, rows: 40, cli, powershell });
      const Policy = JSON.stringify({
        Sid: "the owner's",
        Resource: `arn:aws:s3:::${'a'.repeat(63)}`,
      });
      const put = {
        kind: 'call',
        service: 's3',
        operation: 'PutBucketPolicy',
        input: { Bucket: 'logs', Policy },
        summary: t('Close the bucket'),
      } satisfies ApiCall;
      screen.tui.emit({ type: 'doing', step: 'password-policy', changes: [put] });
      screen.tui
        .ask('password-policy.apply', { ...agree, step: 'password-policy' })
        .catch(() => undefined);
      await screen.shows('Make it?');
      screen.type('c');
      await screen.shows('--region');
      const drawn = screen.lines();
      const first = drawn.findIndex((shown) => shown.startsWith('#'));
      const pasted = drawn.slice(first, drawn.indexOf('', first));
      expect(read(pasted)).toEqual(read(cli(put)));
    },
  );

  it('shows the commands of its changes on a key', async () => {
    const screen = looked();
    const answer = screen.tui.ask('password-policy.apply', {
      kind: 'confirm',
      step: 'password-policy',
      message: t('Make these changes?'),
      initial: true,
    });
    await screen.shows('Make these changes?');
    screen.type('c');
    await screen.shows('aws iam UpdateAccountPasswordPolicy');
    screen.type(KEY.enter);
    await screen.shows('Make these changes?');
    screen.type(KEY.enter);
    expect(await answer).toBe(true);
  });

  it('names the calls as they are made, where that is asked for', async () => {
    const screen = looked({ verbose: true });
    screen.tui.emit({
      type: 'sent',
      sent: {
        request: { service: 'iam', operation: 'CreateGroup', input: { GroupName: 'ops' } },
        write: true,
        ms: 41.7,
        error: 'EntityAlreadyExists',
      },
    });
    await screen.shows('iam CreateGroup: EntityAlreadyExists');
  });
});
