import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  RemoveUserFromGroupCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, expect, it } from 'vitest';
import {
  atTheQuestion,
  computer,
  GroupName,
  ROOT,
  SOON,
  shows,
  signsInAsKim,
  withKim,
  words,
} from '../support/emulator/change-user.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { KIM } from '../support/emulator/owner.ts';
import { rootlock } from '../support/emulator/programs.ts';
import { ACCOUNT, ROOT_SESSION, USER_SESSION } from '../support/emulator/server.ts';
import { BROWSER } from '../support/sign-in/browser.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();
beforeEach(() => withKim(emulator()));
/** Milliseconds: whole walks, which look for the sign-in again and again. */
const LONG = 240_000;

const minimumLength = async (): Promise<number | undefined> => {
  const asked = iamOf(emulator(), ROOT_SESSION).send(new GetAccountPasswordPolicyCommand({}));
  return (await asked.catch(() => undefined))?.PasswordPolicy?.MinimumPasswordLength;
};

it(
  'the walk goes on as the administrator, and root comes back for its keys alone',
  async () => {
    const { open, comes, config, sessions, aws, home } = await computer(emulator());
    await emulator().root({ keys: 1 });
    const terminal = open();
    await atTheQuestion(terminal, comes);
    // Enter that is held down changes nothing.
    terminal.type(KEY.enter.repeat(9));
    await shows(terminal, 'Press y for yes or n for no');
    expect(sessions()).toEqual([ROOT_SESSION]);
    terminal.type(`y${KEY.enter}`);
    await shows(terminal, 'Minimum password length?');
    expect(words(terminal)).toContain(' user kim ');
    expect(sessions()).toEqual([USER_SESSION]);
    expect(config()).toMatch(
      /^\[profile rootlock-admin\]\n.*rootlock.*\nlogin_session = \S+user\/kim\n/,
    );
    expect(config()).not.toContain('root\n');
    terminal.type(KEY.enter);

    await shows(terminal, 'Sign in to 1234-5678-9012 as the root user, for this step only.');
    expect(await minimumLength()).toBe(14);
    // The browser is still kim's.
    terminal.type(KEY.enter);
    await shows(terminal, 'and not as the root user. Nothing was kept.');
    expect(sessions()).toEqual([USER_SESSION]);
    comes(ROOT);
    terminal.type(KEY.enter);
    await shows(terminal, 'open the account page');
    expect(words(terminal)).toContain(' root user ');
    terminal.type(KEY.enter);
    await shows(terminal, 'if you lose one device');
    terminal.type(KEY.enter);
    await shows(terminal, 'Type 0001 to confirm');
    terminal.type(`0001${KEY.enter}`);
    await shows(terminal, 'Press Enter to finish');
    terminal.type(KEY.enter);
    expect(await terminal.exit).toMatchObject({ code: 0 });
    const { SummaryMap } = await iamOf(emulator(), ROOT_SESSION).send(
      new GetAccountSummaryCommand({}),
    );
    expect(SummaryMap).toMatchObject({ AccountAccessKeysPresent: 0 });
    expect(terminal.raw).not.toContain('still signed in on this computer');
    expect(sessions()).toEqual([USER_SESSION]);

    const written = readdirSync(join(home, 'data'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(home, 'data', name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, 'utf8'));
    const everything = [terminal.raw, config(), ...written].join('\n');
    expect(aws.told.tokens.filter((token) => everything.includes(token))).toEqual([]);

    const next = open();
    await next.waitFor(/user kim/, SOON);
    next.type('q');
    await next.exit;
    expect(next.raw).not.toContain('Sign in with your browser');
    const signOut = ['sign-out', '--profile', 'rootlock-admin'];
    await rootlock(signOut, { url: emulator().url, home });
    expect([config(), sessions()]).toEqual(['', []]);
  },
  LONG,
);

it(
  'root stays if a read is refused to the administrator, and nothing else is kept',
  async () => {
    const { open, comes, config, sessions, last } = await computer(emulator());
    const terminal = open();
    await atTheQuestion(terminal, comes);
    const iam = iamOf(emulator(), ROOT_SESSION);
    await iam.send(new RemoveUserFromGroupCommand({ GroupName, UserName: KIM }));
    const before = config();
    terminal.type(`y${KEY.enter}`);
    await shows(terminal, 'You are still signed in as the root user.');
    expect(words(terminal)).toMatch(/not authorized|may not|denies|not allowed/);
    expect(words(terminal)).toContain(' root user ');
    expect([config(), sessions(), last()]).toEqual([before, [ROOT_SESSION], 'rootlock-root']);
    terminal.type(`n${KEY.enter}`);
    await shows(terminal, 'Minimum password length?');
    terminal.type('\u0003');
    await shows(terminal, 'Sign out?');
    terminal.type(KEY.enter);
    await terminal.exit;
    expect(config()).toBe('');
  },
  LONG,
);

it(
  'in sentences too, and a profile of the same name that holds something else is left alone',
  async () => {
    const { open, comes, home, config, sessions } = await computer(emulator());
    const credentials = '[rootlock-admin]\naws_access_key_id = AKIAOTHERACCOUNT0001\n';
    mkdirSync(join(home, '.aws'));
    writeFileSync(join(home, '.aws/credentials'), credentials, { mode: 0o600 });
    const terminal = open('--plain');
    await terminal.waitFor(/Sign in with your browser[^>]*\n>$/, SOON);
    terminal.type(`1${KEY.enter}`);
    await shows(terminal, 'Is this you');
    await terminal.waitFor(/\n>$/, SOON);
    terminal.type(`yes${KEY.enter}`);
    await shows(terminal, 'Where would you like to start?');
    await terminal.waitFor(/\n>$/, SOON);
    terminal.type(`2${KEY.enter}`);
    await signsInAsKim(terminal, comes);
    await shows(terminal, 'Go on as kim');
    await terminal.waitFor(/\n>$/, SOON);
    terminal.type(`yes${KEY.enter}`);
    await shows(terminal, 'Minimum password length?');
    expect(words(terminal)).toMatch(/signed in as \S*kim|user kim/i);
    expect(config()).toContain('[profile rootlock-admin-2]');
    expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toBe(credentials);
    expect(sessions()).toEqual([USER_SESSION]);
    terminal.type('\u0003');
    await terminal.exit;
  },
  LONG,
);

it(
  'a run that was begun with root’s profile, and stopped, names the administrator’s to go on',
  async () => {
    const { open, comes, home, aws, config } = await computer(emulator());
    const env = { AWS_ENDPOINT_URL_SIGNIN: aws.url, BROWSER };
    const signIn = ['sign-in', '--profile', 'mine', '--account', ACCOUNT];
    expect(await rootlock(signIn, { url: emulator().url, home, env })).toMatchObject({ code: 0 });
    const terminal = open('--profile', 'mine');
    await shows(terminal, 'Where would you like to start?');
    terminal.type(KEY.down + KEY.enter);
    await signsInAsKim(terminal, comes);
    await shows(terminal, 'Go on as kim');
    terminal.type(`y${KEY.enter}`);
    await shows(terminal, 'Minimum password length?');
    terminal.type('\u0003');
    await terminal.exit;
    expect(config()).not.toContain('mine');
    expect(words({ screen: () => terminal.raw })).toMatch(
      /To go on: [^:]*:\/\/\S+ --profile rootlock-admin/,
    );
  },
  LONG,
);
