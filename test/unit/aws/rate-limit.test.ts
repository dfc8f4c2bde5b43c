import { expect, it } from 'vitest';
import { rateLimiter } from '../../../src/aws/rate-limit.ts';

/** A rate limiter with a clock that moves during sleeps, and by 100 ms during calls. `sent`: region and time of each call. */
function fakeTime() {
  let time = 10_000;
  const sent: string[] = [];
  const limitRate = rateLimiter(
    async (ms) => {
      time += ms;
    },
    () => time,
  );
  const call = (operation: string, region: string, isRefused = false) =>
    limitRate(operation, region, async () => {
      sent.push(`${region} ${time}`);
      time += 100;
      if (isRefused) throw new Error('refused');
    });
  return { call, sent };
}

it('LookupEvents is sent at most twice a second in each region', async () => {
  const { call, sent } = fakeTime();
  await Promise.all(['here', 'here', 'here'].map((region) => call('LookupEvents', region)));
  await call('LookupEvents', 'there');
  expect(sent).toEqual(['here 10000', 'here 10650', 'here 11300', 'there 11400']);
});

it('a call that fails does not fail the calls that wait for it', async () => {
  const { call, sent } = fakeTime();
  const first = call('LookupEvents', 'here', true);
  const second = call('LookupEvents', 'here');
  await expect(first).rejects.toThrow('refused');
  await second;
  expect(sent).toHaveLength(2);
});

it('an operation without a rate limit does not wait', async () => {
  const { call, sent } = fakeTime();
  await Promise.all(['here', 'here'].map((region) => call('GetUser', region)));
  expect(sent).toEqual(['here 10000', 'here 10100']);
});
