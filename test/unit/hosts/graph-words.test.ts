import { describe, expect, it } from 'vitest';
import { amount, graphSentences } from '../../../src/hosts/graph-words.ts';
import { say } from '../../../src/text/text.ts';

const MINUTE = 60_000;
const FROM = Date.UTC(2026, 10, 29, 9, 0);

const said = (values: (number | null)[], unit = 'Percent') =>
  graphSentences({ from: FROM, every: 5 * MINUTE, values, unit }).map(say);

describe('a graph in words', () => {
  it('is least, most, last and how it goes, in UTC whatever the zone of this computer', () => {
    expect(said([10, 20, 15, 40, 90, 80])).toEqual([
      'From 11-29 09:00 to 11-29 09:30 UTC, one value for 5 min.',
      'Least 10 %, most 90 %, last 80 % at 11-29 09:25: rising.',
    ]);
  });

  it('says what has no data, and takes nothing for 0', () => {
    expect(said([null, 7, null, null])).toEqual([
      'From 11-29 09:00 to 11-29 09:20 UTC, one value for 5 min.',
      'Least 7 %, most 7 %, last 7 % at 11-29 09:05: always the same.',
      'No data for 3 of 4 values.',
    ]);
    const none = ['No data from 11-29 09:00 to 11-29 09:10 UTC.'];
    expect(said([null, null])).toEqual(none);
    expect(said([Number.NaN, Number.POSITIVE_INFINITY])).toEqual(none);
  });

  it.each([
    [[9, 9, 8, 1, 1, 1], 'falling'],
    [[5, 9, 1, 1, 9, 5], 'neither rising nor falling'],
    [[0, 0, 0, 0], 'always the same'],
    [[0.87, 0.871, 0.872], 'neither rising nor falling'],
    [[-1e308, 0, 1e308], 'rising'],
  ])('of %j is %s', (values, trend) => {
    expect(said(values)[1]).toMatch(new RegExp(`: ${trend}\\.$`));
  });
});

describe('an amount', () => {
  it.each([
    [12.345, 'Percent', '12.3 %'],
    [0, 'Count', '0'],
    [-0, 'Count', '0'],
    [1234.5, 'Bytes/Second', '1.23 kB/s'],
    [999_999, 'Bytes', '1 MB'],
    [-2_500_000, 'None', '-2.5 M'],
    [0.00012, 'Seconds', '0.00012 s'],
    [1e300, 'Count', '1e+300'],
    [4096, 'Kilobytes', '4100 kB'],
    [3, 'Count/Second', '3 /s'],
    [3, 'e\u001b[2Jvil', '3 e[2Jvil'],
  ])('of %d %s is %s', (value, unit, text) => {
    expect(amount(value, unit)).toBe(text);
  });
});
