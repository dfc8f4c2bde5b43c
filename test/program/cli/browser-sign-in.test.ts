import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startStub } from '../../support/aws/stub-aws.ts';
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';
import { BROWSER } from '../../support/sign-in/browser.ts';
import { type Behaviour, startSignInService } from '../../support/sign-in/sign-in-service.ts';

const ROOT = 'arn:aws:iam::123456789012:root';
const HERE = ['--account', '123456789012', '--profile', 'acme'];

async function start(changes: Partial<Behaviour> = {}) {
  const aws = await startSignInService(changes);
  const home = emptyFolder();
  const env = { AWS_ENDPOINT_URL_SIGNIN: aws.url, BROWSER };
  const call = (...args: string[]) => run(args, { home, env });
  const read = (name: string) => readFileSync(join(home, name), 'utf8');
  return { aws, home, env, call, read };
}

const cacheFiles = (home: string): string[] => readdirSync(join(home, '.aws/login/cache'));

describe('rootlock sign-in', () => {
  it('signs in by the browser, and the next command uses the session, until sign-out', async () => {
    const { aws, home, call, read } = await start();
    const { code, out, err } = await call('sign-in', ...HERE);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Signed in as ${ROOT}, in the account 1234-5678-9012: profile acme.`);
    expect(out).toContain('sign-out --profile acme');
    // The browser goes on reading when the program has what it needs.
    const page = () => existsSync(join(home, 'browser')) && read('browser');
    await expect.poll(page).toContain('Back to the terminal');
    expect(read('.aws/config')).toContain(`login_session = ${ROOT}`);

    const stub = await startStub();
    const status = await call('status', '--endpoint-url', stub.url);
    expect(status.out).toContain('1234-5678-9012, root user');
    expect(stub.asked).toContain('GetCallerIdentity');

    const signedOut = await call('sign-out', '--profile', 'acme');
    expect(signedOut).toMatchObject({ code: 0, err: '' });
    expect(signedOut.out).toContain(`Signed out on this computer: ${ROOT}.`);
    expect(signedOut.out).toContain('up to 15 minutes');
    expect(cacheFiles(home)).toEqual([]);
    expect(read('.aws/config')).toBe('');
    expect(await call('sign-out', '--profile', 'acme')).toMatchObject({ code: 64 });

    // None of it may be seen by anybody else.
    const secrets = [...aws.told.codes, ...aws.told.verifiers, ...aws.told.tokens];
    expect(secrets.length).toBeGreaterThan(5);
    const seen = [out, err, status.out, status.err, signedOut.out, read('browser')];
    const everything = [...seen, JSON.stringify(stateFiles(home))].join('\n');
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  });

  it('renews a session that has two minutes left, in the region where it was signed in', async () => {
    const { aws, call } = await start({ expiresIn: 120 });
    await call('sign-in', ...HERE, '--region', 'eu-west-1');
    aws.behaviour.expiresIn = 900;
    const stub = await startStub();
    await call('status', '--profile', 'acme', '--endpoint-url', stub.url);
    await call('status', '--profile', 'acme', '--endpoint-url', stub.url);
    expect(aws.granted).toEqual(['authorization_code', 'refresh_token']);
  });

  it('lets two runs renew the same session at once, and a third one after them', async () => {
    const { aws, home, call, read } = await start({ expiresIn: 120 });
    await call('sign-in', ...HERE);
    Object.assign(aws.behaviour, { expiresIn: 900, together: 2 });
    const stub = await startStub();
    const status = () => call('status', '--profile', 'acme', '--endpoint-url', stub.url);
    const both = await Promise.all([status(), status()]);
    for (const { out, err } of both) {
      expect([out, err]).toEqual([expect.stringContaining('1234-5678-9012, root user'), '']);
    }
    // One of the two was told that its refresh token is used, and found the new one.
    expect([aws.granted, aws.refused]).toEqual([
      ['authorization_code', 'refresh_token'],
      ['TOKEN_EXPIRED'],
    ]);
    const [cache = ''] = cacheFiles(home);
    const file = `.aws/login/cache/${cache}`;
    const kept = JSON.parse(read(file));
    kept.accessToken.expiresAt = new Date(Date.now() + 60_000).toISOString();
    writeFileSync(join(home, file), JSON.stringify(kept));
    aws.behaviour.together = 1;
    expect((await status()).out).toContain('1234-5678-9012, root user');
    expect(aws.granted).toHaveLength(3);
  });

  it('keeps both profiles if two runs create the config file at the same moment', async () => {
    const { home, env, read } = await start();
    const atConfig = `--import=${new URL('../../support/sign-in/preloaded/at-config.mjs', import.meta.url)}`;
    const signIn = (profile: string) =>
      run(['sign-in', '--account', '123456789012', '--profile', profile], {
        home,
        env: { ...env, NODE_OPTIONS: atConfig, MEETING: join(home, 'meeting') },
      });
    const both = await Promise.all([signIn('one'), signIn('two')]);
    expect(both.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const config = read('.aws/config');
    expect(config.match(/^\[profile (one|two)\]$/gm)).toHaveLength(2);
    expect(config.match(/^login_session = /gm)).toHaveLength(2);
    expect(readdirSync(join(home, '.aws')).sort()).toEqual(['config', 'login']);
  });

  it.each<[string, string[], Partial<Behaviour>, string]>([
    ['another account', HERE, { arn: 'arn:aws:iam::999988887777:root' }, 'not to 1234-5678-9012'],
    ['a refusal in the browser', HERE, { refuses: 'access_denied' }, 'access_denied'],
    ['a clock that is off', HERE, { clockAhead: 900 }, 'clock is 15 minutes behind'],
    [
      'a page of the network',
      HERE,
      { says: { status: 200, body: '<p>Hi' } },
      'Something other than AWS',
    ],
  ])('ends with 3 and one sentence for %s', async (_, args, behaviour, why) => {
    const { home, call } = await start(behaviour);
    const { code, err } = await call('sign-in', ...args);
    expect([code, err]).toEqual([3, expect.stringContaining(why)]);
    expect(err).not.toMatch(/^\s+at /m);
    expect(existsSync(join(home, '.aws'))).toBe(false);
  });

  it.each([
    [['sign-in'], '--account ID'],
    [['sign-in', '--account', '12'], '12 digits'],
    [['sign-in', ...HERE, '--remote'], '--remote needs a terminal'],
    [['sign-in', ...HERE, '--region', 'mars-1'], 'no region mars-1'],
    [['sign-out'], 'The profile default is not signed in by the browser'],
    [['status', '--account', '123456789012'], 'goes with sign-in alone'],
    [['--remote'], 'goes with sign-in alone'],
  ])('%j is wrong usage', async (args, why) => {
    const { call } = await start();
    expect(await call(...args)).toMatchObject({ code: 64, err: expect.stringContaining(why) });
  });

  it('does not say that nobody is signed in if the config file cannot be read', async () => {
    const { home, call } = await start();
    // A folder in its place: modes do not hold back the superuser.
    mkdirSync(join(home, '.aws/config'), { recursive: true });
    const { code, err } = await call('sign-out', '--profile', 'acme');
    expect([code, err]).toEqual([3, expect.stringContaining('.aws/config')]);
  });

  it('is rehearsed in practice: no page is opened, and ~/.aws stays as it is', async () => {
    const { aws, home, call } = await start();
    const { code, out, err } = await call('sign-in', '--practice', '--profile', 'acme');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('you signed in as arn:aws:iam::111122223333:root, in the account');
    expect(out).toContain('Nothing was kept.');
    expect(out).toContain('the profile acme');
    expect(await call('sign-out', '--practice')).toMatchObject({ code: 0, err: '' });
    expect([existsSync(join(home, '.aws')), existsSync(join(home, 'browser'))]).toEqual([
      false,
      false,
    ]);
    expect([aws.granted, aws.told.codes]).toEqual([[], []]);
    expect(Object.keys(stateFiles(home))).toEqual(['practice/account.json']);
  });

  it('is refused in practice too if another account is wanted', async () => {
    const { call } = await start();
    const { code, err } = await call('sign-in', '--practice', '--account', '123456789012');
    expect([code, err]).toEqual([3, expect.stringContaining('and not to 1234-5678-9012')]);
  });

  it('stops at once when it is told to, and nobody listens any more', async () => {
    const { home, env } = await start();
    const { start: begin } = await import('../../support/program/program.ts');
    const { child, ended } = begin(['sign-in', ...HERE], home, { ...env, BROWSER: 'none' });
    const address = await new Promise<string>((resolve) => {
      let out = '';
      child.stdout?.on('data', (text) => {
        out += text;
        const [, found] = /(http:\S+)\n/.exec(out) ?? [];
        if (found) resolve(found);
      });
    });
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    const redirect = new URL(address).searchParams.get('redirect_uri') ?? '';
    await expect(fetch(redirect)).rejects.toThrow();
  });
});
