import { expect, it } from 'vitest';
import { rateLimiter } from '../../../src/aws/rate-limit.ts';

/** A clock that moves while somebody sleeps, and while AWS answers. */
function paced() {
  let time = 10_000;
  const sent: string[] = [];
  const pace = rateLimiter(
    async (ms) => {
      time += ms;
    },
    () => time,
  );
  const look = (operation: string, region: string, refused = false) =>
    pace(operation, region, async () => {
      sent.push(`${region} ${time}`);
      time += 100;
      if (refused) throw new Error('refused');
    });
  return { look, sent };
}

it('lets no more than two look-ups a second through, in each region', async () => {
  const { look, sent } = paced();
  await Promise.all(['here', 'here', 'here'].map((region) => look('LookupEvents', region)));
  await look('LookupEvents', 'there');
  expect(sent).toEqual(['here 10000', 'here 10650', 'here 11300', 'there 11400']);
});

it('goes on after a call that failed, which fails alone', async () => {
  const { look, sent } = paced();
  const first = look('LookupEvents', 'here', true);
  const second = look('LookupEvents', 'here');
  await expect(first).rejects.toThrow('refused');
  await second;
  expect(sent).toHaveLength(2);
});

it('holds up no other call', async () => {
  const { look, sent } = paced();
  await Promise.all(['here', 'here'].map((region) => look('GetUser', region)));
  expect(sent).toEqual(['here 10000', 'here 10100']);
});
