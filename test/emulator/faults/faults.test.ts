import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENDS } from '../../support/emulator/faults/faults.ts';
import { unanswered, unconnected } from '../../support/emulator/faults/limits.ts';
import {
  endOf,
  FAULTS,
  inTurns,
  type Result,
  strikeAll,
  writesOf,
} from '../../support/emulator/faults/pairs.ts';
import { inAws, scenarios } from '../../support/emulator/faults/scenarios.ts';
import { line } from '../../support/emulator/faults/table.ts';
import type { Emulator } from '../../support/emulator/server.ts';
import { startEmulator } from '../../support/emulator/server.ts';
import { askedQuestions } from '../../support/owner/asked-questions.ts';

/** Milliseconds, for some hundred runs. */
const LONG = 1_200_000;

let original: Emulator;
let slow: Promise<{ code: number; printed: string; ms: number }>[];
beforeAll(async () => {
  original = await startEmulator();
  // Both wait for most of a minute, beside the other runs.
  slow = [unanswered(original), unconnected()];
});
afterAll(() => original.stop());

it(
  'a run ends done or blocked with what to do, in whichever way any write or the first look ends, and the next run makes the same account',
  async () => {
    const results: Result[] = [];
    const fresh = scenarios.filter(({ from }) => from === undefined);
    await strikeAll(original, fresh, inTurns, (one) => results.push(one));
    expect(results.filter(({ error }) => error !== undefined).map(line)).toEqual([]);
    for (const { id } of inAws) {
      const struck = results.filter(({ of }) => of.scenario.step === id);
      const faults = new Set(struck.map(({ fault }) => fault));
      const isStruck = (await asksAws(id)) ?? faults.size > 0;
      expect([...faults].sort(), id).toEqual(isStruck ? [...FAULTS].sort() : []);
      for (const call of writesOf(struck[0]?.of.calls ?? [])) {
        const at = struck.filter((one) => one.at.includes(call));
        expect(new Set(at.map(({ fault }) => endOf(fault))), call.operation).toEqual(new Set(ENDS));
      }
    }
  },
  LONG,
);

/**
 * A step that rests on the owner's word alone sends no request. `undefined` for one that is secure from the start: it may read no
 * more than every run does.
 */
async function asksAws(step: string): Promise<boolean | undefined> {
  const row = (await askedQuestions()).rows.find(({ id }) => id === step);
  if (!row || row.changes.length === 0) return undefined;
  return row.changes.some(({ kind }) => kind !== 'attest');
}

it(
  'a run waits 5 s for a connection and 15 s for an answer, three times each, and then says so',
  async () => {
    const [answer, connection] = await Promise.all(slow);
    for (const ran of [answer, connection]) {
      expect(ran).toMatchObject({ code: 3 });
      expect(ran?.printed).toContain('AWS cannot be reached from here');
      expect(ran?.printed).toContain('Check the internet connection.');
    }
    expect(answer?.ms).toBeGreaterThan(45_000);
    expect(answer?.ms).toBeLessThan(60_000);
    expect(connection?.ms).toBeGreaterThan(15_000);
    expect(connection?.ms).toBeLessThan(30_000);
  },
  LONG,
);
