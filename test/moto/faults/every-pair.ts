import { expect, it } from 'vitest';
import { startEmulator } from '../server.ts';
import { everywhere, type Result, strikeAll } from './pairs.ts';
import { scenarios } from './scenarios.ts';
import { keep, line, totals } from './table.ts';

it('each fault at each call ends done or blocked with what to do, and the next run makes the same account', async () => {
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
