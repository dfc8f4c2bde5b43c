import type { Detail } from '../../../review/page.ts';
import type { Tab } from '../../../review/session.ts';
import type { Text } from '../../../text/text.ts';
import type { Field } from '../edit.ts';
import type { GridRow, Sort } from './grid.ts';

/** How somebody looks at one page. */
export interface TabView {
  filter: string;
  sort?: Sort;
  /** The key of the chosen row. Absent: the first one. */
  chosen?: string;
  /** What was set before somebody entered a row that is a place. */
  outside?: Readonly<Record<string, string>>;
}

/** What is on the screen. Everything but the table covers it until Esc. */
export type Mode =
  | { name: 'table' }
  | { name: 'filter'; field: Field }
  /** `detail` is absent while it is read. */
  | { name: 'detail'; key: string; detail?: Detail; scroll: number }
  | { name: 'unseen' | 'help'; scroll: number }
  /**
   * `field`: the setting `at` is being typed. `choice`: the chosen completion, none at first. `from`: the key of the row that was
   * open, and that Esc opens again.
   */
  | { name: 'settings'; at: number; field?: Field; choice?: number; isTried?: true; from?: string };

export interface ReviewView {
  tab: string;
  tabs: Record<string, TabView>;
  mode: Mode;
  notice?: Text;
}

export const tabViewOf = ({ tab, tabs }: ReviewView): TabView => tabs[tab] ?? { filter: '' };

export const withTabView = (view: ReviewView, to: Partial<TabView>): ReviewView => ({
  ...view,
  tabs: { ...view.tabs, [view.tab]: { ...tabViewOf(view), ...to } },
});

/** The view at the beginning. `key`: the row that the command line opens. */
export const firstView = (tab: string, key?: string): ReviewView => ({
  tab,
  tabs: key === undefined ? {} : { [tab]: { filter: '', chosen: key } },
  mode: key === undefined ? { name: 'table' } : { name: 'detail', key, scroll: 0 },
});

/** What the keys need to know of the screen. */
export interface Sight {
  /** The ids of the pages, in the order of their tabs. */
  ids: string[];
  tab: Tab;
  /** The rows as they are filtered and sorted. */
  rows: GridRow[];
  /** The columns that are sorted by. */
  sortable: number[];
  /** The rows, or the lines of what covers them, that a page has. */
  pageSize: number;
  /** How far what covers the table can be scrolled. */
  furthest: number;
}

/** What a key asks of the session. */
export type Effect =
  | { type: 'open-tab'; id: string }
  | { type: 'open-row'; key: string }
  | { type: 'look' }
  | { type: 'look-everywhere' }
  | { type: 'set'; setting: string; value: string }
  | { type: 'set-all'; settings: Readonly<Record<string, string>> }
  | { type: 'quit' };

export type Outcome = [view: ReviewView, effect?: Effect];
