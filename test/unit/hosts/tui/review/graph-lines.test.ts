import { describe, expect, it } from 'vitest';
import { ansiLine } from '../../../../../src/hosts/tui/ansi.ts';
import { lineWidth } from '../../../../../src/hosts/tui/lines.ts';
import { graphLines } from '../../../../../src/hosts/tui/review/graph-lines.ts';

const FROM = Date.UTC(2026, 10, 29, 9, 0);
const PLAIN = { colour: false, unicode: true, links: false };

const graph = (values: (number | null)[], every = 300_000) => ({
  from: FROM,
  every,
  values,
  unit: 'Percent',
});

/** The lines without blanks at their ends. */
const drawn = (values: (number | null)[], room: number, unicode = true): string[] =>
  graphLines(graph(values), room).map((line) => ansiLine(line, { ...PLAIN, unicode }).trimEnd());

/** Above the words. */
const curve = (...shown: Parameters<typeof drawn>) => drawn(...shown).slice(0, 8);

describe('a drawn graph', () => {
  it('has both axes, and a column for each of its values', () => {
    const zeros = Array.from({ length: 20 }, () => 0);
    expect(curve([0, 20, 40, 60, 80, 100, 100, 50, ...zeros], 35)).toEqual([
      '100 % ┤     ╭─╮',
      '      │    ╭╯ │',
      '      │   ╭╯  ╰╮',
      '      │  ╭╯    │',
      '      │ ╭╯     │',
      '  0 % ┤─╯      ╰───────────────────',
      '      └────────────────────────────',
      '      09:00       10:10       11:20',
    ]);
  });

  it('is ASCII where there is no Unicode', () => {
    const lines = curve([0, 100, 0], 31, false);
    expect(lines.join('').replace(/[ -~]/g, '')).toBe('');
    expect(lines[0]).toBe('100 % +        .-------.');
    expect(lines[5]).toBe("  0 % +--------'       '-------");
  });

  it('leaves gaps where there is no data', () => {
    const [top, ...others] = curve([50, null, 50], 30);
    expect(top).toBe('50 % ┤────────        ────────');
    expect(others.slice(0, 4).every((line) => /^ +│$/.test(line))).toBe(true);
  });

  it('stays at the bottom if all is 0, and at the top if all is the same', () => {
    expect(curve([0, 0, 0], 40)[5]).toMatch(/0 % ┤─+$/);
    expect(curve([0, 0, 0], 40)[0]).toMatch(/^ +│$/);
    expect(curve([7, 7, 7], 40)[0]).toMatch(/7 % ┤─+$/);
  });

  it('draws one value alone', () => {
    expect(curve([null, null, 5, null], 40)[0]).toMatch(/^5 % ┤ +─+$/);
  });

  it('has 0 in sight of what is below it', () => {
    const lines = curve([-10, -5], 40);
    expect(lines[0]).toMatch(/^ +0 % ┤$/);
    expect(lines[5]).toMatch(/^-10 % ┤─+/);
  });

  it('draws the mean where there are more values than columns', () => {
    const many = Array.from({ length: 300 }, (_, at) => (at % 2 === 0 ? 0 : 10));
    expect(curve(many, 60)[0]).toMatch(/^10 % ┤/);
    expect(curve([...many.slice(0, 290), ...many.slice(0, 10).map(() => null)], 60)[2]).toMatch(
      /─ *$/,
    );
  });

  it('is words alone without data, and where there is no room', () => {
    expect(drawn([null, null], 80)).toEqual(['No data from 11-29 09:00 to 11-29 09:10 UTC.']);
    expect(drawn([], 80)).toEqual(['No data from 11-29 09:00 to 11-29 09:00 UTC.']);
    expect(drawn([Number.NaN], 80)).toEqual(['No data from 11-29 09:00 to 11-29 09:05 UTC.']);
    expect(drawn([1, 2], 28)[0]).toMatch(/^From/);
  });

  const SHAPES: [string, (number | null)[]][] = [
    ['none', []],
    ['one', [3]],
    ['a week', Array.from({ length: 168 }, (_, at) => (at % 9 === 0 ? null : at))],
    ['huge ones', [1.7e308, -1.7e308, null, 5e-324]],
    ['no numbers', [Number.NaN, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
  ];

  it.each(SHAPES)('is never wider than its room, with %s', (_, values) => {
    for (let room = 1; room <= 120; room++) {
      for (const line of graphLines(graph(values, 3_600_000), room)) {
        expect(lineWidth(line)).toBeLessThanOrEqual(room);
      }
    }
  });
});
