import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { steps } from '../../steps/index.ts';
import type { Terminal } from '../support/terminal.ts';
import { alike } from './alike.ts';
import { useEmulator } from './emulator.ts';
import type { Hands } from './hands.ts';
import { handsInSentences } from './hands-in-sentences.ts';
import { handsOnScreen } from './hands-on-screen.ts';
import { ANSWERS, secureAll } from './owner.ts';
import { newHome, openRootlock, rootlock } from './programs.ts';
import { fullWrites, writes } from './wire-log.ts';

const emulator = useEmulator();
const IDS = steps.map(({ id }) => id);
const HOSTS: [string, string[], (terminal: Terminal) => Hands][] = [
  ['on the screen', [], handsOnScreen],
  ['in sentences', ['--plain'], handsInSentences],
];
const at = () => ({ url: emulator().url, home: newHome() });
const writesNow = async () => writes(await emulator().requests());

describe.each(HOSTS)('a fresh account, %s', (_, args, handsOf) => {
  it('is secured from the first question to the last, and left alone the second time', async () => {
    const where = at();
    const first = openRootlock(args, where);
    const hands = handsOf(first);
    const { phone, password = '' } = await secureAll(hands, emulator());
    await hands.finish();
    expect(await first.exit).toMatchObject({ code: 0 });
    expect(first.screen()).toContain(`${IDS.length} secure`);
    expect(phone?.label).toBe('AWS:kim@123456789012');

    const account = await emulator().state();
    expect(JSON.stringify(account)).toContain(JSON.stringify(password));
    for (const secret of [password, phone?.key ?? '']) {
      expect(secret.length).toBeGreaterThan(20);
      expect(textsBelow(where.home).join()).not.toContain(secret);
    }

    const done = await writesNow();
    expect(new Set(done).size).toBe(done.length);
    const second = openRootlock(args, where);
    await handsOf(second).finish();
    expect(await second.exit).toMatchObject({ code: 0 });
    expect(await writesNow()).toEqual(done);
    expect(await emulator().state()).toEqual(account);
  });
});

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
