import { afterAll, beforeAll, expect, it } from 'vitest';
import { steps } from '../../../steps/index.ts';
import { unanswered, unconnected } from '../../support/emulator/faults/limits.ts';
import { atWrites, type Result, strikeAll } from '../../support/emulator/faults/pairs.ts';
import { scenarios } from '../../support/emulator/faults/scenarios.ts';
import { line } from '../../support/emulator/faults/table.ts';
import type { Emulator } from '../../support/emulator/server.ts';
import { startEmulator } from '../../support/emulator/server.ts';

/** Milliseconds: some hundred runs. */
const LONG = 1_200_000;

let original: Emulator;
let slow: Promise<{ code: number; printed: string; ms: number }>[];
beforeAll(async () => {
  original = await startEmulator();
  // Beside all others: for most of a minute nothing happens there.
  slow = [unanswered(original), unconnected()];
});
afterAll(() => original.stop());

it('each step is struck but what the owner alone can confirm, which sends nothing', () => {
  const struck = new Set(scenarios.map(({ step }) => step));
  expect(steps.map(({ id }) => id).filter((id) => !struck.has(id))).toEqual(['billing-console']);
});

it(
  'each fault at each write of each step, and at a look, ends done or blocked with what to do, and the next run makes the same account',
  async () => {
    const results: Result[] = [];
    const fresh = scenarios.filter(({ from }) => from === undefined);
    await strikeAll(original, fresh, atWrites, (one) => results.push(one));
    expect(results.filter(({ error }) => error !== undefined).map(line)).toEqual([]);
    expect(results.length).toBeGreaterThan(450);
  },
  LONG,
);

it(
  'waits 5 s for a connection and 15 s for an answer, three times each, and then says so',
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
