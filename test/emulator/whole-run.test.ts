import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  GetAccountSummaryCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, describe, expect, it } from 'vitest';
import { t } from '../../src/text/text.ts';
import { steps } from '../../steps/index.ts';
import { alike } from '../support/emulator/alike.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { fewRegions } from '../support/emulator/few-regions.ts';
import { ANSWERS, KIM, ownerOf } from '../support/emulator/owner.ts';
import {
  keyInProfile,
  newHome,
  openRootlock,
  rootlock,
  withAwsLogin,
} from '../support/emulator/programs.ts';
import { ROOT_KEYS, ROOT_SESSION } from '../support/emulator/server.ts';
import { fullWrites, writes } from '../support/emulator/wire-log.ts';
import { inSentences } from '../support/owner/in-sentences.ts';
import { onScreen } from '../support/owner/on-screen.ts';
import { answerAll, type Driver, type Owner } from '../support/owner/owner.ts';
import { exampleAnswers } from '../support/owner/unattended.ts';
import type { Terminal } from '../support/program/terminal.ts';

const emulator = useEmulator();
beforeEach(() => fewRegions(emulator(), ['us-east-1', 'eu-west-1', 'ap-northeast-2']));
/** Milliseconds, for some hundred calls with a screen after each. */
const WHOLE = 240_000;
/** Behind an endpoint, the steps about the owner's computer are left out. */
const STEPS = steps.filter(({ onComputer }) => !onComputer);
const IDS = STEPS.map(({ id }) => id);
const OPTIONAL = STEPS.filter(({ level }) => level === 'optional');
const HOSTS: [string, string[], (terminal: Terminal) => Driver][] = [
  ['on the screen', [], onScreen],
  ['in sentences, far away', ['--plain', '--region', 'ap-northeast-2'], inSentences],
];
const at = () => ({ url: emulator().url, home: newHome() });
const writesNow = async () => writes(await emulator().requests());

const NOTHING_LEFT = expect.stringContaining('Press Enter to finish, or look at a step.');

describe.each(HOSTS)(
  'a fresh account with a root access key in the default profile, %s',
  (_, args, driverOf) => {
    it(
      'is secured from the first question to the last, and left alone by the administrator',
      async () => {
        const where = at();
        keyInProfile(where.home);
        const env = withAwsLogin(where.home, `user/${KIM}`);
        const first = openRootlock(args, { ...where, env });
        const owner = ownerOf(emulator());
        const asked = await answerAll(driverOf(first), owner);
        // The key that signed all this is gone, and nothing is left that somebody has to sign in for.
        expect(asked.filter((words) => words.includes('$ aws login'))).toEqual([]);
        expect(asksAbout(asked)).toEqual([`Type ${ROOT_KEYS[0].slice(-4)} to confirm`]);
        // Behind an endpoint, nothing on this computer is changed.
        await isSecured(first, where.home, owner.kept, [
          'book.json',
          'credentials',
          'receipt.json',
        ]);
        const told = first.screen().replaceAll('\n', '');
        expect(told).toContain(
          `As planned, the access key ${ROOT_KEYS[0]} of this run no longer works.`,
        );
        expect(told).toContain('From now on, sign in as your administrator');

        // A session is part of what the emulator knows.
        await emulator().session(KIM);
        await leavesAlone(async () => {
          const second = openRootlock(args, { ...where, env });
          const again = await answerAll(driverOf(second), ownerOf(emulator()));
          expect(again[0]).toContain('Sign in as your administrator');
          expect(again.slice(2)).toEqual([NOTHING_LEFT]);
          return second;
        });
      },
      WHOLE,
    );
  },
);

describe('a fresh account whose root user signs in with the browser, from a computer without keys', () => {
  it.each([
    [
      'where AWS shows them to the session',
      true,
      `Type ${ROOT_KEYS[0].slice(-4)} to confirm`,
      ['book.json', 'receipt.json'],
    ],
    ['in the console, where AWS does not', false, 'Under "Access keys"', []],
  ] as const)(
    'is secured, rid of the root key %s, and left alone by the administrator',
    async (_, session_sees_keys, aboutKeys, named) => {
      const where = at();
      await emulator().root({ session_sees_keys });
      const first = openRootlock([], { ...where, env: withAwsLogin(where.home, 'root') });
      const owner = ownerOf(emulator());
      const asked = await answerAll(onScreen(first), owner);
      expect(asked[1]).toContain('$ aws login --profile rootlock-root');
      expect(asked.at(-1)).toContain('Sign out?');
      expect(asksAbout(asked)).toEqual([aboutKeys]);
      await isSecured(first, where.home, owner.kept, named);
      expect(existsSync(join(where.home, '.aws', 'credentials'))).toBe(false);
      expect(filesWith(where.home, 'of-the-fake-session')).toEqual([]);

      // A session is part of what the emulator knows.
      await emulator().session(KIM);
      await leavesAlone(async () => {
        const env = withAwsLogin(where.home, `user/${KIM}`);
        const second = openRootlock([], { ...where, env });
        await second.waitFor('❯ Sign in with the browser again, as the root user');
        const again = await answerAll(onScreen(second), ownerOf(emulator()));
        expect(again[1]).toContain('$ aws login --profile rootlock-admin');
        expect(again.slice(2)).toEqual([NOTHING_LEFT]);
        return second;
      });
    },
    WHOLE,
  );
});

it(
  'an account that has an administrator is secured by them, with root in the console alone',
  async () => {
    const where = at();
    keyInProfile(where.home, await administrator());
    const env = withAwsLogin(where.home, `user/${KIM}`);
    const first = openRootlock([], { ...where, env });
    // Without a password, an access key may be a machine's.
    const owner = { ...ownerOf(emulator()), who: t('yes, I am {name}', { name: KIM }) };
    expect(asksAbout(await answerAll(onScreen(first), owner))).toEqual(['Under "Access keys"']);
    await isSecured(first, where.home, owner.kept, []);
    // Rootlock did not create this administrator, so to give them a password is dangerous.
    expect(first.raw).toContain('Careful: this changes access');

    await leavesAlone(async () => {
      const second = openRootlock([], { ...where, env });
      expect(await answerAll(onScreen(second), ownerOf(emulator()))).toEqual([NOTHING_LEFT]);
      return second;
    });
  },
  WHOLE,
);

it('the same answers send the same calls, on the screen, in sentences and unattended', async () => {
  const only = ['password-policy', 'admin-group', 'admin-user'];
  const flags = ['--only', only.join()];
  const runs = [];
  for (const [, args, driverOf] of HOSTS) {
    await emulator().reset();
    const terminal = openRootlock([...args, ...flags], at());
    await answerAll(driverOf(terminal), ownerOf(emulator()));
    expect(await terminal.exit).toMatchObject({ code: 0 });
    runs.push(await whatWasDone());
  }
  await emulator().reset();
  const answers = { ...(await exampleAnswers()), ...ANSWERS };
  const unattended = await rootlock([...flags, '--yes'], { ...at(), answers });
  expect(unattended).toMatchObject({ code: 0 });
  const expected = await whatWasDone();
  expect(expected.sent.length).toBeGreaterThan(only.length);
  for (const run of runs) expect(run).toEqual(expected);
});

/** How a run asks the owner to delete root's key. It has asked once whether the account is theirs. */
function asksAbout(asked: string[]): string[] {
  const trust = asked.filter((words) => words.includes('has not changed this account before'));
  expect(trust).toHaveLength(1);
  const ways = /Type \w{4} to confirm|Under "Access keys"/g;
  return asked.flatMap((words) => words.match(ways) ?? []);
}

/** Makes Kim an administrator. Returns the id of their access key. */
async function administrator(): Promise<string> {
  const iam = iamOf(emulator());
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new CreateUserCommand({ UserName: KIM }));
  await iam.send(new AttachUserPolicyCommand({ UserName: KIM, PolicyArn }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: KIM }));
  return AccessKey?.AccessKeyId ?? '';
}

/**
 * Expects that the run ends well, the account has no root key, and no secret is on this computer.
 *
 * @param named the files that have the id of root's deleted key in them
 */
async function isSecured(
  terminal: Terminal,
  home: string,
  { phone, password = '' }: NonNullable<Owner['kept']>,
  named: readonly string[],
): Promise<void> {
  expect(await terminal.exit).toMatchObject({ code: 0 });
  // In sentences, the head of the end may have left the screen already.
  const others = OPTIONAL.length;
  const counts = `${IDS.length - others - 1} secure, 1 confirmed by you; optional: ${others} secure.`;
  const [, end] = terminal.raw.split(counts);
  expect(end).toContain('https://aws-8k84f.signin.aws.amazon.com/console');
  expect(phone?.label).toBe(`AWS:${KIM}@123456789012`);
  expect(JSON.stringify(await emulator().state())).toContain(JSON.stringify(password));
  const iam = iamOf(emulator(), ROOT_SESSION);
  const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
  expect(SummaryMap).toMatchObject({ AccountAccessKeysPresent: 0, AccountMFAEnabled: 1 });

  for (const secret of [password, phone?.key ?? '']) {
    expect(secret.length).toBeGreaterThan(19);
    expect(filesWith(home, secret)).toEqual([]);
  }
  expect(filesWith(home, ROOT_KEYS[0])).toEqual(named);
}

/** Expects that another run ends well and sends no write. */
async function leavesAlone(run: () => Promise<Terminal>): Promise<void> {
  const [account, done] = [await emulator().state(), await writesNow()];
  // Two budgets are made by one operation, but no write is sent twice.
  const asked = fullWrites(await emulator().requests()).map((one) => JSON.stringify(one));
  expect(new Set(asked).size).toBe(done.length);
  expect(await (await run()).exit).toMatchObject({ code: 0 });
  expect(await writesNow()).toEqual(done);
  expect(await emulator().state()).toEqual(account);
}

const whatWasDone = async () => ({
  sent: fullWrites(await emulator().requests()),
  account: alike(await emulator().state()),
});

/** Every file below a home, with its text. */
const filesBelow = (home: string): [path: string, text: string][] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((file) => join(home, file))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path, readFileSync(path, 'utf8')]);

/** Names of the files that have a text in them. */
const filesWith = (home: string, wanted: string): string[] =>
  filesBelow(home)
    .flatMap(([path, text]) => (text.includes(wanted) ? [basename(path)] : []))
    .sort();
