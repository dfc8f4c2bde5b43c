import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layout } from '../../../../src/hosts/tui/layout.ts';
import { line } from '../../../../src/hosts/tui/lines.ts';

it('page by page, no line goes by unseen, and the end is reached', () => {
  const size = fc.record({
    all: fc.integer({ min: 1, max: 90 }),
    pinned: fc.integer({ min: 0, max: 18 }),
    rows: fc.integer({ min: 4, max: 30 }),
  });
  fc.assert(
    fc.property(size, ({ all, pinned, rows }) => {
      const screen = (scroll: number) =>
        layout({
          columns: 40,
          rows,
          header: [line('head')],
          footer: [line('foot')],
          listWidth: 0,
          ruled: false,
          body: {
            scroll: Array.from({ length: all }, (_, n) => line(`line ${n}.`)),
            pinned: Array.from({ length: pinned }, () => line('pinned')),
          },
          foot: [],
          scroll,
          scrollKey: '↓',
        });
      fc.pre(pinned < rows - 2);
      const seen = new Set<string>();
      for (let at = 0, last = -1; at !== last; ) {
        const { lines, furthest, page } = screen(at);
        for (const spans of lines) seen.add(/line \d+\./.exec(spans[0]?.text ?? '')?.[0] ?? '');
        last = at;
        at = Math.min(furthest, at + page);
      }
      seen.delete('');
      expect(seen.size).toBe(all);
    }),
  );
});
