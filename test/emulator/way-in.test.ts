import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { fakeAws } from '../support/aws/fake-aws.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, openRootlock, rootlock } from '../support/emulator/programs.ts';
import { ROOT_KEYS, ROOT_SESSION } from '../support/emulator/server.ts';
import { BROWSER } from '../support/sign-in/browser.ts';
import { startSignInService } from '../support/sign-in/sign-in-service.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();
const [FIRST, SECOND] = ROOT_KEYS;
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const NOBODY = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
const PATH = [fakeAws, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);

/** A computer without credentials but `credentials`, which is a credentials file. */
function computer(credentials = '') {
  const home = newHome();
  const file = join(home, '.aws', 'credentials');
  mkdirSync(dirname(file));
  if (credentials) writeFileSync(file, credentials, { mode: 0o640 });
  const env = { ...NOBODY, PATH };
  return {
    home,
    file,
    open: (args: string[] = [], more: Record<string, string> = {}) =>
      openRootlock(args, { url: emulator().url, home, env: { ...env, ...more } }),
    calls: () => readFileSync(join(home, 'aws-calls'), 'utf8').trim().split('\n'),
  };
}
const keyIn = (profile: string, id: string) =>
  `[${profile}]\naws_access_key_id = ${id}\naws_secret_access_key = ${SECRET}\n`;

it('aws login leads to the account at a glance, and the next run asks for nothing', async () => {
  const { open, calls } = computer();
  const first = open();
  await first.waitFor('no account yet');
  await first.waitFor('Sign in with the AWS CLI');
  first.type(KEY.down + KEY.enter);
  await first.waitFor('$ aws login --profile rootlock-root --region us-east-1 --remote');
  first.type(KEY.enter);
  await first.waitFor('Where would you like to start?');
  expect(first.screen()).toContain('1234-5678-9012');
  expect(first.screen()).toContain('root user');
  expect(first.screen()).toContain('renews itself');
  first.type('q');
  await first.waitFor('Sign out?');
  first.type(`n${KEY.enter}`);
  expect(await first.exit).toEqual({ code: 130, signal: 0 });

  const second = open();
  await second.waitFor('Where would you like to start?');
  second.type('q');
  await second.exit;
  expect(calls().filter((call) => call.startsWith('login'))).toHaveLength(1);
});

it('the owner signs in again when the session ends, and the run goes on at the same step', async () => {
  const { open } = computer();
  const aws = await startSignInService();
  const browser = { AWS_ENDPOINT_URL_SIGNIN: aws.url, BROWSER };
  const { type, waitFor, exit } = open(['--only', 'password-policy'], browser);
  await waitFor('Sign in with the AWS CLI');
  type(KEY.down + KEY.enter);
  await waitFor('run it');
  type(KEY.enter);
  await waitFor('Where would you like to start?');
  await emulator().root({ keys: 2 });
  await emulator().expire(ROOT_SESSION);
  aws.behaviour.accessKeyId = SECOND;
  type(KEY.enter);
  await waitFor('Minimum password length');
  type('\u0003');
  await waitFor('Sign out?');
  type('\u0003');
  expect(await exit).toEqual({ code: 130, signal: 0 });
  expect(aws.granted).toEqual(['authorization_code']);
});

it('the run offers to sign root out after the walk', async () => {
  const { open, home } = computer();
  const { type, waitFor, exit } = open(['--only', 'password-policy']);
  await waitFor('Sign in with the AWS CLI');
  type(KEY.down + KEY.enter);
  await waitFor('run it');
  type(KEY.enter);
  await waitFor('Where would you like to start?');
  type(KEY.down + KEY.enter);
  await waitFor('Sign out?');
  type(KEY.enter);
  expect(await exit).toEqual({ code: 2, signal: 0 });
  expect(readdirSync(join(home, '.aws/login/cache'))).toEqual([]);
  // The profile is the AWS CLI's, so it stays.
  expect(readFileSync(join(home, '.aws/config'), 'utf8')).toContain('root');
});

it('a pasted key stays in memory, and never shows', async () => {
  const { open, home } = computer();
  const terminal = open();
  const { type, waitFor, exit } = terminal;
  await waitFor('Use a root access key');
  type(KEY.down.repeat(3) + KEY.enter);
  await waitFor('Access key ID of your');
  type(`${FIRST}${KEY.enter}`);
  await waitFor('Secret access key');
  type(`${SECRET}${KEY.enter}`);
  await waitFor('Where would you like to start?');
  type('q');
  await exit;
  expect(terminal.raw).not.toContain(SECRET);
  expect(existsSync(join(home, 'data/rootlock/last-profile'))).toBe(false);
});

it('a deleted key in the default profile is named, with how to get in instead', async () => {
  const { open, home } = computer(keyIn('default', 'AKIANOBODYSKEY000001'));
  const env = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
  const ran = await rootlock(['status'], { url: emulator().url, home, env });
  expect(ran).toMatchObject({ code: 3, stdout: '' });
  expect(ran.stderr).toContain('the access key AKIANOBODYSKEY000001 of the profile default');
  expect(ran.stderr).toContain('cli.js sign-in --profile');

  const { waitFor, type, exit } = open();
  await waitFor('AKIANOBODYSKEY000001');
  await waitFor('Sign in with your browser');
  type('q');
  expect(await exit).toEqual({ code: 130, signal: 0 });
});

it('a clock that is off is mentioned, though AWS takes the calls', async () => {
  await emulator().clock(600);
  const { open } = computer(keyIn('default', FIRST));
  const { waitFor, type, exit } = open();
  await waitFor('10 minutes behind');
  type('q');
  await exit;
});

it('aws login leads in, in sentences too', async () => {
  const { open, calls } = computer();
  const { waitFor, type, exit } = open(['--plain', '--only', 'password-policy']);
  await waitFor(/Sign in with your browser[^>]*\n>$/);
  type(`2${KEY.enter}`);
  await waitFor('$ aws login --profile rootlock-root');
  await waitFor(/when it ends\.\n>$/);
  type(KEY.enter);
  await waitFor(/Where would you like to start\?[^>]*\n>$/);
  type('\u0003');
  await waitFor('Sign out?');
  type('\u0003');
  expect(await exit).toEqual({ code: 130, signal: 0 });
  expect(calls().at(-1)).toBe('login --profile rootlock-root --region us-east-1 --remote');
});
