import { describe, expect, it } from 'vitest';
import type { Row, StepState } from '../../../../src/engine/step.ts';
import type { Line } from '../../../../src/hosts/tui/lines.ts';
import { around, narrowList } from '../../../../src/hosts/tui/list.ts';
import { itemsOf, openChapters, wideList } from '../../../../src/hosts/tui/wide-list.ts';
import { t } from '../../../../src/text/text.ts';
import { row } from '../../../support/reports/sample-rows.ts';

/** Chapters of so many steps. The steps of the chapters in `done` are secure. */
const chaptersOf = (sizes: number[], done: number[] = []): Row[] =>
  sizes.flatMap((size, n) =>
    Array.from({ length: size }, (_, m) =>
      row(done.includes(n) ? 'secure' : 'pending', {
        id: `${n}-${m}`,
        chapter: { id: `${n}`, title: t('Chapter {n}', { n }), why: t('because') },
        title: t('Step {id}', { id: `${n}-${m}` }),
      }),
    ),
  );
/** Today's dozen, two dozen, and thirty. */
const SIZES = [
  [8, 1, 2, 1],
  [8, 3, 3, 5, 2, 2, 1],
  [9, 4, 3, 6, 5, 2, 1],
];
const textOf = (lines: Line[]): string[] =>
  lines.map((spans) => spans.map(({ text }) => text).join(''));

describe.each([30, 18, 12, 5])('in %i lines, a list of many steps', (height) => {
  it.each(SIZES)('never takes more, and always shows the chosen step and its mark', (...sizes) => {
    const rows = chaptersOf(sizes);
    for (const [at, { id, chapter }] of rows.entries()) {
      const open = openChapters(rows, id, height);
      expect(open).toContain(chapter.id);
      const wide = wideList(rows, id, (of) => open.has(of), 78);
      for (const lines of [
        narrowList(rows, at, 26, height),
        around(wide.lines, wide.current ?? 0, height),
      ]) {
        expect(lines.length).toBeLessThanOrEqual(height);
        expect(textOf(lines).filter((line) => line.includes('❯'))).toEqual([
          expect.stringMatching(new RegExp(`❯ ○ Step ${id}`)),
        ]);
      }
    }
  });
});

describe('the chapters that are open', () => {
  it.each(SIZES)('fill the lines and no more, the one of the default step first', (...sizes) => {
    const rows = chaptersOf(sizes);
    for (const height of [13, 17, 24, 40]) {
      const open = openChapters(rows, '3-0', height);
      expect(open).toContain('3');
      const lines = itemsOf(rows, (id) => open.has(id)).length + open.size;
      if (lines > height) expect(open.size).toBe(1);
      for (const [n, size] of sizes.entries()) {
        if (!open.has(`${n}`)) expect(lines + size).toBeGreaterThan(height);
      }
    }
  });

  it('are those with something to do before those that are done', () => {
    const rows = chaptersOf([8, 3, 3, 5, 2, 2, 1], [0, 2]);
    expect([...openChapters(rows, '1-0', 18)]).toEqual(['1', '3', '4', '6']);
  });

  it('are some also where everything is done and no step is chosen', () => {
    const rows = chaptersOf([8, 3, 3, 5], [0, 1, 2, 3]);
    expect([...openChapters(rows, undefined, 16)]).toEqual(['0', '1']);
  });
});

const FIRST = { id: '0', title: t('Chapter 0'), why: t('because') };

describe('a folded chapter', () => {
  const states = (...all: StepState[]): Row[] =>
    all.map((state, n) =>
      row(state, {
        id: `${n}`,
        level: n === 9 ? 'optional' : 'essential',
        chapter: FIRST,
      }),
    );
  const shown = (rows: Row[], room = 78) => textOf(wideList(rows, '', () => false, room).lines);

  it('shows a dot for each step, what is left, and what it is good for', () => {
    expect(shown(states('secure', 'attested', 'blocked', 'pending', 'waiting'))).toEqual([
      '▸ Chapter 0     ●●✗○○   3 left       because',
    ]);
  });

  it('says what keeps it if nothing in it can be done', () => {
    expect(shown(states('secure', 'waiting', 'waiting'))[0]).toContain('2 waiting');
    expect(shown(states('secure', 'blocked'))[0]).toContain('1 blocked');
    expect(shown(states('secure', 'secure'))[0]).toContain('done');
  });

  it('never loses its count', () => {
    const rows = chaptersOf([9, 4]);
    const long = t('Root, administrator and everybody else');
    const named = rows.map((one) => ({ ...one, chapter: { ...one.chapter, title: long } }));
    for (const room of [58, 38, 28]) {
      const lines = wideList(named, '', () => false, room).lines;
      for (const text of textOf(lines)) {
        expect(text).toMatch(/\d to do/);
        expect(text.length).toBeLessThanOrEqual(room);
      }
    }
  });
});

it('beside the details of a step, only its own chapter is open, and the others show their counts', () => {
  const rows = chaptersOf([8, 3, 2], [2]);
  expect(textOf(narrowList(rows, 8, 16, 18))).toEqual([
    'Chapter 0    0/8',
    'Chapter 1',
    '❯ ○ Step 1-0',
    '  ○ Step 1-1',
    '  ○ Step 1-2',
    'Chapter 2      ✓',
  ]);
});
