import { expect, it } from 'vitest';
import { everywhere, type Result, strikeAll } from '../../support/emulator/faults/pairs.ts';
import { scenarios } from '../../support/emulator/faults/scenarios.ts';
import { keep, line, totals } from '../../support/emulator/faults/table.ts';
import { startEmulator } from '../../support/emulator/server.ts';

it('a run ends done or blocked with what to do, whichever fault strikes at whichever call, and the next run makes the same account', async () => {
  const original = await startEmulator();
  const results: Result[] = [];
  await strikeAll(original, scenarios, everywhere, (one) => {
    console.log(line(one));
    results.push(one);
  });
  await original.stop();
  console.log(`\n${totals(results)}`);
  expect(results.filter(({ error }) => error !== undefined).map(line)).toEqual([]);
  keep(totals(results));
});
