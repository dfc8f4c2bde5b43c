import { expect, it } from 'vitest';
import { pacer } from '../../src/aws/pace.ts';

function paced() {
  let time = 10_000;
  const waits: number[] = [];
  const pace = pacer(
    async (ms) => void waits.push(ms),
    () => time,
  );
  const pass = (ms: number) => {
    time += ms;
  };
  return { pace, waits, pass };
}

it('lets no more than two look-ups a second through, in each region', async () => {
  const { pace, waits, pass } = paced();
  await pace('LookupEvents', 'us-east-1');
  await pace('LookupEvents', 'eu-north-1');
  expect(waits).toEqual([]);
  await pace('LookupEvents', 'us-east-1');
  await pace('LookupEvents', 'us-east-1');
  expect(waits).toEqual([550, 1100]);
  pass(5000);
  await pace('LookupEvents', 'us-east-1');
  expect(waits).toHaveLength(2);
});

it('holds up no other call', async () => {
  const { pace, waits } = paced();
  for (let n = 0; n < 20; n++) await pace('GetUser', 'us-east-1');
  expect(waits).toEqual([]);
});
