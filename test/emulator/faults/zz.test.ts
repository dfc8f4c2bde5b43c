import { it, expect } from 'vitest';
import { inTurns, strikeAll, type Result } from '../../support/emulator/faults/pairs.ts';
import { scenarios } from '../../support/emulator/faults/scenarios.ts';
import { line } from '../../support/emulator/faults/table.ts';
import { startEmulator } from '../../support/emulator/server.ts';
it('x', async () => {
  const original = await startEmulator();
  const results: Result[] = [];
  await strikeAll(original, scenarios.filter(({ step, from }) => from === undefined && /alerts|alarms/.test(step)), inTurns, (one) => { console.log(new Date().toISOString().slice(11,19), line(one), one.outcome?.ms); results.push(one); });
  await original.stop();
  expect(results.filter(({ error }) => error !== undefined).map(line)).toEqual([]);
}, 1_500_000);
