import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/hosts/tui/lines.ts';
import { around, narrowList, wideList } from '../../../../src/hosts/tui/list.ts';
import { t } from '../../../../src/text/text.ts';
import { row } from '../../../support/reports/sample-rows.ts';

/** Seven chapters of one to nine steps. */
const rows = [9, 4, 3, 6, 5, 2, 1].flatMap((size, n) =>
  Array.from({ length: size }, (_, m) =>
    row('pending', {
      id: `${n}-${m}`,
      chapter: { id: `${n}`, title: t('Chapter {n}', { n }) },
      title: t('Step {id}', { id: `${n}-${m}` }),
    }),
  ),
);
const textOf = (lines: Line[]): string[] =>
  lines.map((spans) => spans.map(({ text }) => text).join(''));

describe.each([30, 18, 12, 5])('in %i lines, a list of many steps', (height) => {
  it('never takes more, and always shows the selected step and its mark', () => {
    for (const [at, { id }] of rows.entries()) {
      const wide = wideList(rows, at, 78, height);
      for (const lines of [
        narrowList(rows, at, 26, height),
        around(wide.lines, wide.current ?? 0, height),
      ]) {
        expect(lines.length).toBeLessThanOrEqual(height);
        expect(textOf(lines).filter((line) => line.includes('>'))).toEqual([
          expect.stringMatching(new RegExp(`> ?○ Step ${id}`)),
        ]);
      }
    }
  });
});

it('a list of many steps that is folded shows each chapter in one line', () => {
  const shown = textOf(narrowList(rows, 10, 26, 18));
  expect(shown.filter((line) => /Chapter \d/.test(line))).toHaveLength(7);
  expect(shown).toContain(' Chapter 0 0/9');
  expect(shown).toContain(' Chapter 1');
});
