import { describe, expect, it } from 'vitest';
import type { ApiCall, Question, Request } from '../../../../src/engine/step.ts';
import { cliCommand } from '../../../../src/reports/cli-command.ts';
import { t } from '../../../../src/text/text.ts';
import { agree } from '../../../support/hosts/samples.ts';
import { argumentsOf } from '../../../support/reports/shell.ts';
import { looked } from '../../../support/tui/asking.ts';
import { account, rows } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

const open = rows.filter(({ state }) => state === 'pending');
const next: Question<'select'> = {
  kind: 'select',
  role: 'menu',
  message: t('Where would you like to start?'),
  initial: 'password-policy',
  choices: [
    ...open.map(({ id, title }) => ({ value: id, label: title })),
    { value: 'finish', label: t('Finish for now') },
  ],
};

async function glancing(options: Parameters<typeof looked>[0] = {}) {
  const screen = looked(options);
  const answer = screen.tui.ask('next', next);
  answer.catch(() => undefined);
  await screen.shows('Where would you like to start?');
  return { ...screen, answer };
}

describe('the account at a glance', () => {
  it('lists the steps of a chapter with what was seen, and the default is one Enter away', async () => {
    const { answer, type, text } = await glancing();
    expect(text()).toMatch(/> ○ Password policy +AWS default: 8 characters/);
    expect(text()).toMatch(/! Root user MFA +off\./);
    expect(text()).toContain('4 to do, 3 waiting, 1 skipped, 1 blocked.');
    expect(text()).toContain(
      'About 7 minutes. Costs cents a month for log storage. The rest is free.',
    );
    expect(text()).toContain('Nothing was changed.');
    type(KEY.enter);
    expect(await answer).toBe('password-policy');
  });

  it('shows the marks of the steps of other chapters in one line each, and how far each chapter is', async () => {
    const { text } = await glancing();
    expect(text()).toMatch(/^ {2}Root and administrator +0\/6 done$/m);
    expect(text()).toMatch(/^ {2}Records and alerts +✗ +0\/1 done$/m);
    expect(text()).toMatch(/^ {2}Money +✓~ +2\/2 done$/m);
    expect(text()).not.toContain('CloudTrail');
  });

  it('opens every chapter where there is room, and none where nothing is chosen', async () => {
    const { text } = await glancing({ rows: 40 });
    expect(text()).toMatch(/^ {2}Money +2\/2 done\n {4}✓ Billing alerts +jun@acme/m);
    const { tui, shows, text: end } = looked();
    tui.ask('next', { ...next, initial: 'finish' }).catch(() => undefined);
    await shows('> Finish for now');
    expect(end()).toMatch(/Root and administrator +!○○···○ +0\/6 done/);
    expect(end()).not.toContain('Password policy');
  });

  it('beside a step, folds the other chapters where lines are few, and keeps the step in sight', async () => {
    const { type, shows, text } = await glancing({ rows: 15 });
    type(KEY.down);
    await shows('>○ Administrator group');
    expect(text()).toMatch(/^ Money 2\/2 +│/m);
    type(KEY.down.repeat(6));
    await shows('>✓ Billing alerts');
    expect(text()).toMatch(/^ Root and administrator 0\/6 *│/m);
    expect(text()).not.toContain('Administrator group');
  });

  it('says what is unusual even where there is room for nothing else', async () => {
    const clock = t('The clock of this computer is 10 minutes behind that of AWS.');
    const screen = looked({ rows: 14 });
    screen.tui.emit({ type: 'account', account: { ...account, notices: [clock] } });
    screen.tui.ask('next', next).catch(() => undefined);
    await screen.shows('! The clock of this computer is 10 minutes behind');
    expect(screen.text()).toMatch(/> ○ Password policy/);
    expect(screen.text()).not.toContain('Nothing was changed.');
  });

  it.each([80, 60, 40])('says how far it is in %d columns, in practice too', async (columns) => {
    const screen = looked({ columns });
    screen.tui.emit({ type: 'account', account: { ...account, practice: true } });
    screen.tui.ask('next', next).catch(() => undefined);
    await screen.shows('Where would you like to start?');
    expect(screen.text()).toMatch(/ 2 of 10$/m);
  });

  it('leaves out the costs first where lines are few', async () => {
    const { text } = await glancing({ rows: 18 });
    expect(text()).toContain('Nothing was changed.');
    expect(text()).not.toContain('Costs cents');
  });

  it('moving looks closer: why, state, cost, and what would change', async () => {
    const { answer, type, shows } = await glancing();
    type(KEY.down);
    await shows('Make all members of ops administrators: jun,');
    await shows(/Administrator group +free/);
    await shows('2 of 10');
    type(KEY.escape);
    await shows('Where would you like to start?');
    type(KEY.enter);
    expect(await answer).toBe('admin-group');
  });

  it('a step that cannot start says why', async () => {
    const { type, shows } = await glancing();
    type(KEY.down + KEY.down);
    await shows('none, so you do everything as root');
    type(KEY.enter);
    await shows('! This cannot start yet. After Administrator');
  });

  it('Enter on what cannot be chosen says why, also from the whole list', async () => {
    const { type, shows } = await glancing();
    type(KEY.up.repeat(20) + KEY.down.repeat(9) + KEY.escape);
    await shows('Where would you like to start?');
    type(KEY.enter);
    await shows('! Nothing is left to do here.');
    type(KEY.down);
    await shows('State: skipped');
    type(KEY.enter);
    await shows('! You left this out with --skip.');
  });

  it('says of what is optional that it is, however little room there is', async () => {
    const { text } = await glancing({ columns: 64 });
    expect(text()).toMatch(/○ Sign-in URL +\(optional\) none, so you sign/);
  });

  it('a blocked step says who must do what', async () => {
    const { type, shows } = await glancing();
    type(KEY.down.repeat(6));
    await shows('State: blocked');
    await shows('AWS refuses cloudtrail:DescribeTrails.');
    await shows('What to do: Sign in as the root user');
  });

  it('the last line of the list ends the walk', async () => {
    const { answer, type, shows } = await glancing();
    type(KEY.down.repeat(20));
    await shows('This ends the run. What is done stays done;');
    type(KEY.enter);
    expect(await answer).toBe('finish');
  });

  it('shows every change on a key, and their commands in a step', async () => {
    const { type, shows } = await glancing();
    type('d');
    await shows('Only you can do this, in the AWS console: Switch on MFA');
    await shows(/… \d+ more lines ↓/);
    type(KEY.pageDown);
    await shows('Delete the device that ends in WXYZ');
    type(KEY.escape);
    await shows('Where would you like to start?');
  });

  it('explains its words, its marks and its keys', async () => {
    const { type, shows } = await glancing();
    type('?');
    await shows('The root user is the owner of the account');
    await shows('An IAM user is');
    await shows('MFA asks for a second proof');
    type(KEY.pageDown);
    await shows('Where you write text, letters are text');
    type('?');
    await shows('Where would you like to start?');
  });

  it('offers no skip and no back, for there is no step', async () => {
    const { answer, type, text } = await glancing();
    expect(text()).not.toMatch(/s skip|b back/);
    type('sb');
    type('q');
    await expect(answer).rejects.toMatchObject({ to: 'quit' });
  });
});

describe('a step', () => {
  it.each([80, 60, 40])(
    'shows commands that a shell takes from the screen of %i columns',
    async (columns) => {
      const cli = (request: Request) => cliCommand(request, 'us-east-1');
      const screen = looked({ columns, rows: 40, cli });
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
      expect(argumentsOf(pasted)).toEqual(argumentsOf([cli(put)]));
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
