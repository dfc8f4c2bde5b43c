import '../../../../../src/cli/polyfills/promise-with-resolvers.ts';
import { expect, it } from 'vitest';
import type { Reads } from '../../../../../src/engine/step.ts';
import { showReview } from '../../../../../src/hosts/tui/review/index.tsx';
import { page, type TableRow } from '../../../../../src/review/page.ts';
import { ReviewSession } from '../../../../../src/review/session.ts';
import { t } from '../../../../../src/text/text.ts';
import { ACCOUNT } from '../../../../support/reports/sample-rows.ts';
import { fakeTerminal } from '../../../../support/tui/screen.ts';

/** More than are said at once. */
const MANY = 600;

const rowOf = (n: number): TableRow => ({
  key: String(n),
  cells: { n: { text: t('{n}', { n }), value: n } },
});

it('draws what comes in while a long table is prepared', async () => {
  const prepared = Promise.withResolvers<void>();
  const rows = Array.from({ length: MANY }, (_, n) => rowOf(n));
  // Reads of this row are noticed: the table is being prepared.
  const watched = { key: 'watched', cells: {} };
  let reads = 0;
  Object.defineProperty(watched, 'cells', {
    get() {
      if (++reads > 0) prepared.resolve();
      return {};
    },
  });
  const one = page<TableRow[]>({
    id: 'one',
    title: t('One'),
    async observe(_look, show) {
      show([rowOf(0)]);
      await new Promise((resolve) => setTimeout(resolve, 150));
      show([watched, ...rows]);
      await prepared.promise;
      return [...rows, rowOf(MANY), rowOf(MANY + 1)];
    },
    table: (seen) => ({
      columns: [{ id: 'n', title: t('number'), yields: 0 }],
      rows: seen,
      empty: t('none'),
    }),
    detail: async () => undefined,
    signals: () => [],
    unseen: () => [],
  });
  const session = new ReviewSession({
    account: ACCOUNT,
    reads: () => ({ clock: () => 5 }) as Reads,
    signIn: () => Promise.reject(new Error('nobody is signed out')),
    pages: [{ id: 'one', title: one.title, load: async () => one }],
    asked: { id: 'one', settings: {}, isEverywhere: false },
  });
  const { terminal, watchers, stdin, stdout } = fakeTerminal();
  const shown = showReview({
    stdin,
    stdout,
    look: { colour: false, unicode: true, links: false },
    session,
    page: 'one',
    key: undefined,
    commandOf: (words) => words.join(' '),
    quit: new AbortController().signal,
  });
  const screen = () =>
    Array.from({ length: terminal.rows }, (_, y) =>
      terminal.buffer.active.getLine(y)?.translateToString(true),
    ).join('\n');
  await new Promise<void>((resolve) => {
    const look = () => screen().includes(`${MANY + 2} rows`) && resolve();
    watchers.add(look);
  });
  stdin.write('q');
  await shown;
  expect(session.tab('one').isLooking).toBe(false);
});
