import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEYS, startStub } from '../../support/aws/stub-aws.ts';
import { emptyFolder, run } from '../../support/program/program.ts';

const PROFILE = `[work]\naws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}\naws_secret_access_key = s\n`;

function homeWith(setting: string): string {
  const home = emptyFolder();
  mkdirSync(join(home, '.aws'));
  writeFileSync(join(home, '.aws/credentials'), PROFILE);
  appendFileSync(join(home, '.aws/config'), `[profile work]\n${setting}\n`);
  return home;
}

describe('an endpoint of the owner and a setting that asks for an endpoint of AWS', () => {
  it.each([
    ['AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint'],
    ['AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint'],
  ])('are wrong usage, by %s and by %s of the profile', async (variable, setting) => {
    const { url } = await startStub();
    const args = ['status', '--endpoint-url', url];
    const byVariable = await run(args, { env: { ...KEYS, [variable]: 'true' } });
    expect([byVariable.code, byVariable.err]).toEqual([64, expect.stringContaining(setting)]);
    const home = homeWith(`${setting} = true`);
    const byProfile = await run([...args, '--profile', 'work'], { home });
    expect([byProfile.code, byProfile.err]).toEqual([64, expect.stringContaining(setting)]);
    const env = { [variable]: 'false' };
    const { err } = await run([...args, '--profile', 'work', '--json'], { home, env });
    expect(err).toBe('');
  });

  it('of one service are wrong usage: nothing that is meant for elsewhere goes to AWS', async () => {
    const { url } = await startStub();
    const env = { ...KEYS, AWS_ENDPOINT_URL_IAM: url };
    const { code, err } = await run(['status', '--json'], { env });
    expect([code, err]).toEqual([64, expect.stringContaining('AWS_ENDPOINT_URL_IAM is for one')]);
    const empty = { ...KEYS, AWS_ENDPOINT_URL_IAM: '', AWS_ENDPOINT_URL: url };
    expect((await run(['status', '--json'], { env: empty })).err).toBe('');
  });

  it.each(['AWS_USE_FIPS_ENDPOINT', 'AWS_DEFAULTS_MODE', 'AWS_RETRY_MODE'])(
    'do not end as a bug if %s is nonsense',
    async (variable) => {
      const { url } = await startStub();
      const env = { ...KEYS, [variable]: 'nonsense' };
      const { err } = await run(['status', '--json', '--endpoint-url', url], { env });
      expect(err).toBe('');
    },
  );
});
