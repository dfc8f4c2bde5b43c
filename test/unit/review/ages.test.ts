import { expect, it } from 'vitest';
import { ago, dateAndAgo } from '../../../src/review/people/ages.ts';
import { say } from '../../../src/text/text.ts';

const NOW = Date.parse('2026-11-30T02:00:00Z');

it.each([
  ['2026-11-30T02:00:05Z', 'today'],
  ['2026-11-30T00:00:00Z', 'today'],
  ['2026-11-29T23:59:59Z', 'yesterday'],
  ['2026-11-29T00:00:00Z', 'yesterday'],
  ['2026-11-28T23:00:00Z', '2 days ago'],
  ['2026-11-20T01:00:00Z', '10 days ago'],
])('%s is %s: by the dates in UTC', (then, said) => {
  expect(say(ago(Date.parse(then), NOW))).toBe(said);
});

it('never says today beside another date', () => {
  expect(say(dateAndAgo(Date.parse('2026-11-29T20:00:00Z'), NOW))).toBe('2026-11-29, yesterday');
});
