import { afterEach, describe, expect, test } from 'vitest';
import { ansiLine } from '../../../../../src/hosts/tui/ansi.ts';
import { type Line, lineWidth } from '../../../../../src/hosts/tui/lines.ts';
import { compose } from '../../../../../src/hosts/tui/review/compose.ts';
import { pressed } from '../../../../../src/hosts/tui/review/keys.ts';
import { Remembered } from '../../../../../src/hosts/tui/review/remembered.ts';
import {
  firstView,
  type Mode,
  type ReviewView,
} from '../../../../../src/hosts/tui/review/review-view.ts';
import { languageOf } from '../../../../../src/locale/language.ts';
import type { Tab } from '../../../../../src/review/session.ts';
import { speak, t } from '../../../../../src/text/text.ts';
import { ACCOUNT } from '../../../../support/reports/sample-rows.ts';
import { HOSTILE, sample, sampleTab } from '../../../../support/review/sample-page.ts';

const NAMES = [
  'kim',
  'jun',
  'a-user-whose-name-is-as-long-as-sixty-four-letters-can-be-in-IAM',
  HOSTILE,
];
const others: Tab[] = ['Rights', 'Network', 'Machines', 'Trail'].map((title) => ({
  ...sampleTab([]),
  id: title.toLowerCase(),
  title: t('{title}', { title }),
}));

function screen(
  view: ReviewView,
  { columns = 80, rows = 24, tab = sampleTab(NAMES) as Tab, remembered = new Remembered() } = {},
) {
  return compose(
    {
      view,
      account: { ...ACCOUNT, practice: true },
      tabs: [tab, ...others],
      remembered,
      commandOf: (words) => ['rootlock', ...words].join(' '),
      turning: '|',
    },
    columns,
    rows,
  );
}

const look = { colour: false, unicode: true, links: false };
const drawn = (lines: Line[], how = look) => lines.map((line) => ansiLine(line, how)).join('\n');
const inMode = (mode: Mode): ReviewView => ({ ...firstView('sample'), mode });

const MODES: Mode[] = [
  { name: 'table' },
  { name: 'filter', field: { before: 'ki', after: '', fresh: false } },
  { name: 'detail', key: 'kim', scroll: 0 },
  { name: 'unseen', scroll: 0 },
  { name: 'help', scroll: 3 },
  { name: 'settings', at: 0 },
  { name: 'settings', at: 0, field: { before: 'k!', after: '', fresh: false }, isTried: true },
];

afterEach(() => speak(undefined));

describe('the screen of a review', () => {
  test('shows the pages, the rows with their marks, the signals of the chosen row and how old it is', () => {
    const view = { ...firstView('sample'), tabs: { sample: { filter: '', chosen: 'jun' } } };
    const said = drawn(screen(view).lines);
    for (const words of [
      'read-only',
      '[1 Sample] 2 Rights',
      '! Root has a key.',
      '❯ ✗ jun',
      '✗ none',
      '✓ app',
      '✗ jun has no MFA. → rootlock person jun',
      '4 users, 2 with something to do',
      'looked at ',
      'w: 1 not looked at',
    ]) {
      expect(said).toContain(words);
    }
  });

  test('keeps what is about the whole account apart from the head of the table', () => {
    const lines = drawn(screen(firstView('sample')).lines).split('\n');
    const root = lines.findIndex((line) => line.includes('Root has a key.'));
    expect(lines[root + 1]?.trim()).toBe('');
    expect(lines[root + 2]).toMatch(/user +password/);
  });

  test.each(['en', 'ko'] as const)('fits every size in every mode: %s', async (name) => {
    speak(await languageOf(name));
    for (const mode of MODES) {
      for (const [columns, rows] of [
        [80, 24],
        [60, 20],
        [40, 15],
        [40, 8],
        [20, 5],
      ] as const) {
        const { lines } = screen(inMode(mode), { columns, rows });
        expect(lines).toHaveLength(rows);
        expect([...new Set(lines.map(lineWidth))]).toEqual([columns]);
      }
    }
  });

  test('leaves the columns out that yield, and keeps the first', () => {
    const head = (columns: number) =>
      drawn(screen(firstView('sample'), { columns }).lines)
        .split('\n')
        .find((line) => line.includes('  user'));
    expect(head(80)).toMatch(/user +password +MFA/);
    expect(head(40)).not.toContain('groups');
    expect(head(40)).toContain('user');
  });

  test('marks a row by the worst of its signals, though the cell that says why has no room', () => {
    const columns = sample.table({ names: NAMES }).columns.map((one) => ({ ...one, yields: 9 }));
    const page = {
      ...sample,
      table: (seen: Parameters<typeof sample.table>[0]) => {
        const [user, ...others] = columns;
        return { ...sample.table(seen), columns: user ? [{ ...user, yields: 0 }, ...others] : [] };
      },
    };
    const tab = { ...sampleTab(NAMES), page };
    const said = drawn(screen(firstView('sample'), { tab, columns: 24 }).lines);
    expect(said).toMatch(/^ {5}user/m);
    expect(said).toContain('❯ ✗ jun');
    expect(said).toContain('    kim');
    expect(said).not.toContain('MFA ');
  });

  test('says how many rows are below the last one, and at the end how many are above', () => {
    const names = Array.from({ length: 40 }, (_, n) => `user-${n}`);
    const at = (n: number) => {
      const view = {
        ...firstView('sample'),
        tabs: { sample: { filter: '', chosen: `user-${n}` } },
      };
      return drawn(screen(view, { tab: sampleTab(names) }).lines);
    };
    const rows = (said: string) => said.match(/Developers of/g)?.length ?? 0;
    // What is to do comes first: of two users the second.
    const first = at(1);
    expect(first).toContain(`… ${40 - rows(first)} more rows ↓`);
    expect(first).not.toContain('rows above');
    expect(at(38)).toContain(`… ${40 - rows(first)} rows above ↑`);
    expect(at(38)).toMatch(/user-38 [^\n]*\n/);
    for (let n = 0; n < 40; n++) {
      expect(at(n)).toContain(`user-${n} `);
      expect(at(n)).not.toContain(' 1 more');
    }
    const few = drawn(screen(firstView('sample')).lines);
    expect(few).not.toContain('more rows');
  });

  test('shows nothing of the account that commands a terminal, and only ASCII where there is no more', async () => {
    const detail = await sample.detail({ names: NAMES }, HOSTILE, {} as never);
    if (!detail) throw new Error('there is no such row');
    const modes: Mode[] = [...MODES, { name: 'detail', key: HOSTILE, detail, scroll: 0 }];
    for (const mode of modes) {
      const { lines } = screen(inMode(mode), { rows: 60 });
      const text = drawn(lines, { ...look, unicode: false });
      expect(text).toMatch(/^[ -~\n]*$/);
    }
    const { lines } = screen(inMode({ name: 'detail', key: HOSTILE, detail, scroll: 0 }), {
      rows: 60,
    });
    expect(drawn(lines)).toContain('! ');
    expect(drawn(lines)).toContain('e[2Jvilname');
    expect(drawn(lines)).toContain('unknown: AWS denied ListMFADevices.');
  });

  test('keeps the setting that is typed in sight, however many there are', () => {
    const [setting] = sample.settings ?? [];
    if (!setting) throw new Error('there is no setting');
    const many = Array.from({ length: 9 }, (_, at) => ({ ...setting, id: `n-${at}` }));
    const tab = { ...sampleTab(NAMES), page: { ...sample, settings: many } };
    for (const at of [0, 4, 8]) {
      const field = { before: 'kimb', after: '', fresh: false };
      const view = inMode({ name: 'settings', at, field });
      const { lines, cursor } = screen(view, { tab, rows: 12, columns: 60 });
      const shown = drawn(lines).split('\n');
      expect(shown[cursor?.y ?? -1]?.slice(0, cursor?.x)).toMatch(/\[ kimb$/);
      expect(shown.join('\n')).toContain('kimberly');
    }
  });

  test('says that it looks, why a look failed, and keeps what was seen before', () => {
    const { page, seen, lookedAt: _, ...unread } = sampleTab(NAMES);
    const looking = { ...unread, revision: 0, isLooking: true };
    expect(drawn(screen(firstView('sample'), { tab: looking }).lines)).toContain('| Looking…');
    const failure = { text: t('AWS refuses.'), fix: [t('Ask an administrator.')] };
    const failed = drawn(
      screen(firstView('sample'), { tab: { ...sampleTab(NAMES), failure } }).lines,
    );
    expect(failed).toContain('AWS refuses.');
    expect(failed).toContain('Ask an administrator.');
    expect(failed).toContain('jun');
  });

  test('says in one line what is set: which rows these are', () => {
    const tab = { ...sampleTab(NAMES), settings: { names: `kim,${'jun,'.repeat(40)}` } };
    for (const columns of [40, 80]) {
      const lines = drawn(screen(firstView('sample'), { tab, columns }).lines).split('\n');
      expect(lines.filter((text) => text.startsWith(' Names: kim,jun'))).toHaveLength(1);
    }
    const unset = drawn(screen(firstView('sample')).lines);
    expect(unset).not.toContain('Names:');
  });

  test('says that there are no rows only once it has looked', () => {
    const none = sampleTab([]);
    const said = (tab: Tab) => drawn(screen(firstView('sample'), { tab }).lines);
    expect(said(none)).toContain('No users yet.');
    expect(said({ ...none, isLooking: true })).not.toContain('No users yet.');
  });

  test('answers each key within 100 ms with 5,000 rows', () => {
    const names = Array.from({ length: 5000 }, (_, n) => `user-${n}`);
    const tab = sampleTab(names);
    const remembered = new Remembered();
    let view = firstView('sample');
    screen(view, { tab, remembered });
    const times: number[] = [];
    for (const input of [
      { key: 'end' },
      { key: 'pageUp' },
      { text: 's' },
      { text: 'S' },
      { text: '/' },
      { text: '4' },
      { text: '9' },
      { key: 'enter' },
      { key: 'down' },
    ] as const) {
      const began = performance.now();
      [view] = pressed(view, input, screen(view, { tab, remembered }).sight);
      screen(view, { tab, remembered });
      times.push(performance.now() - began);
    }
    // The middle one: a busy machine may stop for a moment.
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(100);
    const { lines } = screen(view, { tab, remembered });
    expect(drawn(lines)).toContain('of 5000 with "49"');
  });
});
