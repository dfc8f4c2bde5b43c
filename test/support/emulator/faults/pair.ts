import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ReceiptEntry } from '../../../../src/reports/receipt.ts';
import { steps } from '../../../../steps/index.ts';
import { alike } from '../alike.ts';
import type { Emulator } from '../server.ts';
import { writes } from '../wire-log.ts';
import { type Call, startFaultProxy } from './fault-proxy.ts';
import { faults } from './faults.ts';
import { type Run, secure, type Where } from './run.ts';
import { type Scenario, wordsOf } from './scenarios.ts';

/** Milliseconds. A run that takes longer hangs. */
const LONGEST = 120_000;

/** A scenario with its accounts before and after an undisturbed run. */
export interface Ready {
  scenario: Scenario;
  base: Emulator;
  /** Every call of the undisturbed run. */
  calls: Call[];
  account: unknown;
  /** Accounts, as JSON, from which an undisturbed run is known to come to `account`. */
  good: Set<string>;
}

/** What became of a run with a fault. If it made the same account as the undisturbed run, `said` is absent. */
export interface Outcome {
  said?: string;
  fix?: string[];
  ms: number;
}

/**
 * Secures all that the step needs by a run, and then the step by another.
 *
 * @throws if one of these runs, undisturbed, does not end well
 */
export async function ready(original: Emulator, scenario: Scenario): Promise<Ready> {
  const { step, prepare, agreed, ends = 0 } = scenario;
  const base = await original.copy();
  const needs = needsOf(step);
  if (needs.length > 0)
    await inHome((home) => undisturbed(['--only', needs.join()], at(base, home)));
  await prepare?.(base);
  const good = new Set([JSON.stringify(alike(await base.state()))]);
  const { account, calls } = await inCopy(base, async (emulator, home) => {
    const proxy = await startFaultProxy(emulator.url);
    await undisturbed(wordsOf(scenario), { ...at(emulator, home), url: proxy.url }, agreed, ends);
    await proxy.stop();
    return { account: alike(await emulator.state()), calls: proxy.calls };
  });
  return { scenario, base, calls, account, good: good.add(JSON.stringify(account)) };
}

const at = (emulator: Emulator, home: string): Where => ({
  emulator,
  url: emulator.url,
  home,
  now: Date.now,
});

async function undisturbed(
  words: string[],
  where: Where,
  agreed: Scenario['agreed'] = {},
  ends = 0,
): Promise<void> {
  const { code, printed } = await secure(words, where, agreed);
  if (code !== ends) throw new Error(`undisturbed, ${words} ends with ${code}: ${printed}`);
}

/** All that a step needs, in the wizard's order. */
function needsOf(step: string): string[] {
  const all = new Set([step]);
  // A loop over a set also visits members that it adds.
  for (const id of all) {
    for (const need of steps.find((one) => one.id === id)?.needs ?? []) all.add(need);
  }
  return steps.map(({ id }) => id).filter((id) => id !== step && all.has(id));
}

/** A run with the fault at these calls. If it is blocked, a run without follows, unless the account it left is known. */
export const pair = (of: Ready, at: Call[], name: string): Promise<Outcome> =>
  inCopy(of.base, async (emulator, home) => {
    const { scenario, account, good } = of;
    const { agreed, ends = 0 } = scenario;
    const words = wordsOf(scenario);
    const before = (await emulator.requests()).length;
    let offset = 0;
    const setClock = async (seconds: number) => {
      offset = seconds * 1000;
      await emulator.clock(seconds);
    };
    const fault = faults(setClock)[name];
    if (!fault) throw new Error(`there is no fault ${name}`);
    const proxy = await startFaultProxy(emulator.url, { at, fault });
    // Only this computer's clock is off: the phone shows AWS's time.
    const where = { emulator, home, now: () => Date.now() + offset };
    const began = Date.now();
    const ran = await secure(words, { ...where, url: proxy.url }, agreed);
    const ms = Date.now() - began;
    await proxy.stop();
    const wrong =
      proxy.strikes() < at.length ? 'the fault did not strike' : complaint(ran, ends, ms);
    if (wrong) throw new Error(`${wrong}: exit ${ran.code}, ${ran.printed}`);
    const made = (await emulator.requests()).slice(before);
    const done = writes(made.filter(({ status }) => status < 400));
    expect(done, 'carried out, of what the receipt says').toEqual(
      expect.arrayContaining(claims(home)),
    );

    const left = alike(await emulator.state());

    if (ran.code === ends) {
      expect(left, 'the account').toEqual(account);
      return { ms };
    }
    const key = JSON.stringify(left);
    if (!good.has(key)) {
      await setClock(0);
      const again = await secure(words, { ...where, url: emulator.url }, agreed);
      expect(again).toMatchObject({ code: ends });
      expect(alike(await emulator.state()), 'the account in the end').toEqual(account);
      good.add(key);
    }
    return { said: ran.said, fix: ran.fix, ms };
  });

/** What is wrong with how a run ended. Exit code 130: the owner was asked to sign in again, and left. */
function complaint(
  { code, said, fix, printed }: Run,
  ends: number,
  ms: number,
): string | undefined {
  if (/^\s+at \S+.*:\d+:\d+/m.test(printed)) return 'a stack trace';
  if (![ends, 3, 130].includes(code)) return 'neither secure nor blocked';
  if (ms > LONGEST) return `${ms} ms`;
  if (code === ends) return undefined;
  return said && fix.length > 0 ? undefined : 'blocked without what to do';
}

/** The writes that the receipt calls done, as `iam CreateUser`. */
function claims(home: string): string[] {
  const data = join(home, 'data');
  const files = existsSync(data) ? readdirSync(data, { recursive: true, encoding: 'utf8' }) : [];
  const file = files.find((path) => path.endsWith('receipt.json'));
  if (!file) return [];
  const entries = JSON.parse(readFileSync(join(data, file), 'utf8')) as ReceiptEntry[];
  const done = entries.filter(({ error }) => error === undefined);
  return done.map(({ service, operation }) => `${service} ${operation}`);
}

async function inCopy<T>(
  base: Emulator,
  work: (emulator: Emulator, home: string) => Promise<T>,
): Promise<T> {
  const emulator = await base.copy();
  try {
    return await inHome((home) => work(emulator, home));
  } finally {
    await emulator.stop();
  }
}

async function inHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-fault-'));
  try {
    return await work(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
