import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GetAccountSummaryCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { steps } from '../../steps/index.ts';
import type { Terminal } from '../support/terminal.ts';
import { alike } from './alike.ts';
import { iamOf, useEmulator } from './emulator.ts';
import type { Hands } from './hands.ts';
import { handsInSentences } from './hands-in-sentences.ts';
import { handsOnScreen } from './hands-on-screen.ts';
import { ANSWERS, secureAll } from './owner.ts';
import { newHome, openRootlock, rootInProfile, rootlock } from './programs.ts';
import { ROOT_KEYS, USER_SESSION } from './server.ts';
import { fullWrites, writes } from './wire-log.ts';

const emulator = useEmulator();
/** Milliseconds: some hundred calls, and a screen after each. */
const WHOLE = 120_000;
const IDS = steps.map(({ id }) => id);
const HOSTS: [string, string[], (terminal: Terminal) => Hands][] = [
  ['on the screen', [], handsOnScreen],
  ['in sentences, far away', ['--plain', '--region', 'ap-northeast-2'], handsInSentences],
];
const at = () => ({ url: emulator().url, home: newHome() });
const writesNow = async () => writes(await emulator().requests());

describe.each(HOSTS)(
  'a fresh account with a root access key in the default profile, %s',
  (_, args, handsOf) => {
    it(
      'is secured from the first question to the last, and left alone by the administrator',
      async () => {
        const where = at();
        const env = rootInProfile(where.home, ANSWERS['admin-user.name']);
        const first = openRootlock(args, { ...where, env });
        const hands = handsOf(first);
        const { phone, password = '' } = await secureAll(hands, emulator());
        await hands.finish();
        await hands.agree('Take it out of');
        expect(await first.exit).toMatchObject({ code: 0 });
        expect(first.screen()).toContain(`${IDS.length - 1} secure, 1 done, by your word`);
        expect(phone?.label).toBe('AWS:kim@123456789012');

        const account = await emulator().state();
        expect(JSON.stringify(account)).toContain(JSON.stringify(password));
        expect(await rootKeys()).toBe(0);
        for (const secret of [password, phone?.key ?? '', ROOT_KEYS[0]]) {
          expect(secret.length).toBeGreaterThan(19);
          const found = textsBelow(where.home).filter((text) => text.includes(secret));
          // Which key was deleted stands in the receipt.
          expect(found).toHaveLength(secret === ROOT_KEYS[0] ? 1 : 0);
        }

        const done = await writesNow();
        // Two budgets are made by the same operation; nothing is asked for twice.
        const asked = fullWrites(await emulator().requests()).map((one) => JSON.stringify(one));
        expect(new Set(asked).size).toBe(done.length);
        const second = openRootlock(args, { ...where, env });
        await handsOf(second).finish();
        expect(await second.exit).toMatchObject({ code: 0 });
        expect(await writesNow()).toEqual(done);
        expect(await emulator().state()).toEqual(account);
      },
      WHOLE,
    );
  },
);

it('sends the same calls for the same answers, whichever way they are given', async () => {
  const only = ['password-policy', 'admin-group', 'admin-user'];
  const flags = ['--only', only.join()];
  const runs = [];
  for (const [, args, handsOf] of HOSTS) {
    await emulator().reset();
    const terminal = openRootlock([...args, ...flags], at());
    await secureAll(handsOf(terminal), emulator(), only);
    expect(await terminal.exit).toMatchObject({ code: 0 });
    runs.push(await whatWasDone());
  }
  await emulator().reset();
  const unattended = await rootlock([...flags, '--yes'], { ...at(), answers: ANSWERS });
  expect(unattended).toMatchObject({ code: 0 });
  const expected = await whatWasDone();
  expect(expected.sent.length).toBeGreaterThan(only.length);
  for (const run of runs) expect(run).toEqual(expected);
});

async function rootKeys(): Promise<number | undefined> {
  const asked = new GetAccountSummaryCommand({});
  const { SummaryMap } = await iamOf(emulator(), USER_SESSION).send(asked);
  return SummaryMap?.AccountAccessKeysPresent;
}

const whatWasDone = async () => ({
  sent: fullWrites(await emulator().requests()),
  account: alike(await emulator().state()),
});

/** All that a run has left in its home. */
const textsBelow = (home: string): string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((file) => join(home, file))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'));
