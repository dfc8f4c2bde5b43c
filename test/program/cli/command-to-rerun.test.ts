import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KEYS, startStub } from '../../support/aws/stub-aws.ts';
import { emptyFolder, program, run } from '../../support/program/program.ts';
import { argumentsOf } from '../../support/reports/shell.ts';

it('a shell understands the command to go on with, whatever the profile is called', async () => {
  const { url } = await startStub();
  const home = emptyFolder();
  const profile = '-$HOME`id` it\'s "x" \\ & *(|)';
  const key = `aws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}\naws_secret_access_key = none\n`;
  mkdirSync(join(home, '.aws'));
  writeFileSync(join(home, '.aws/credentials'), `[${profile}]\n${key}`);
  const rest = ['--region', 'eu-west-1', '--endpoint-url', url];
  const args = ['status', '--only', 'password-policy', `--profile=${profile}`, ...rest];
  const { out } = await run(args, { home });
  const [, line = ''] = /^To go on: (.*)$/m.exec(out) ?? [];
  for (const shell of ['bash', 'sh']) {
    expect(argumentsOf([line], shell, 'node')).toEqual([
      [program(), `--profile=${profile}`, ...rest],
    ]);
  }
});
