import type { Account, ControlId, Fact, Reads, Text } from '../engine/step.ts';

/** What a page looks with. It has no way to change anything. */
export interface PageLook extends Reads {
  account: Account;
  /** The regions to look at, the home region first. One, until the owner asks for all that are enabled. */
  regions: readonly string[];
  /** What the owner has set on this page, by the setting's id. */
  settings: Readonly<Record<string, string>>;
}

/** `do`: something to mend. `watch`: something to know. `fine`: looked at, and as it should be. */
export type Grade = 'do' | 'watch' | 'fine';

/** One value of a table. A value that could not be read says why, and is never shown as 0, none or fine. */
export type Cell =
  | {
      text: Text;
      /** The same in fewer letters, for a table on a screen. */
      short?: Text;
      /** What `--json` says, the same in every language. `null`: there is none, or it cannot be. */
      value: Fact;
      grade?: Grade;
      /** What rows are sorted by. By default, the text. Dates and sizes are numbers. */
      order?: number;
    }
  | { unknown: Text };

export interface Column {
  /** Kebab-case, the same in every language: the member's name in `--json`. */
  id: string;
  title: Text;
  align?: 'right';
  /** Columns of a higher number are left out first on a narrow screen. 0 stays. */
  yields: number;
}

export interface TableRow {
  /** What opens its detail, and what the owner types to go there: a name, an id. */
  key: string;
  cells: Record<string, Cell>;
  /** On a screen, Enter sets this on the page in place of opening a detail: the row is a place with rows of its own. */
  sets?: Record<string, string>;
}

export interface Table {
  columns: Column[];
  rows: TableRow[];
  /** How many of what there are: '4 users'. By default, the number of rows. */
  count?: Text;
  /** The rows are in the order of time, and viewers keep it. Else they put first what is to do. */
  isByTime?: true;
  /** Said in place of rows if there are none. */
  empty: Text;
  /** Nothing can be shown for what the settings say, and `empty` says why. On the command line, that is wrong usage. */
  isRefused?: true;
}

/** Something that the owner should know of one row, or of the account as a whole. */
export interface Signal {
  /** Kebab-case, the same in every language. */
  id: string;
  grade: Grade;
  text: Text;
  /** Key of the row that it is about. */
  row?: string;
  controls: ControlId[];
  /** The words after the program's name that mend it: `['person', 'kim']`. Absent if Rootlock cannot. */
  mend?: string[];
}

/** What was not looked at, and why: a region, a denied call, a report that is hours old. */
export interface Unseen {
  what: Text;
  why: Text;
  /** In place of `why` where keys work. */
  whyOnScreen?: Text;
}

/** Values over time. Where AWS has none, there is `null`: a gap, and never 0. */
export interface Graph {
  /** Of the first value, in milliseconds of AWS's clock. */
  from: number;
  /** Milliseconds from one value to the next. */
  every: number;
  values: (number | null)[];
  /** In CloudWatch's words: `Percent`, `Bytes/Second`, `Count`. */
  unit: string;
}

export type Section = { title?: Text } & (
  | { facts: [label: Text, cell: Cell][] }
  | { lines: Text[] }
  | { table: Table }
  /** A document, as lines. `marked`: the numbers of the lines that matter, from 0. */
  | { code: string[]; marked: number[] }
  | { graph: Graph }
);

export interface Detail {
  /** The key of its row, if another name opened it. */
  key?: string;
  title: Text;
  sections: Section[];
}

/** What the owner may choose on a page: typed on the screen, or `id=value` on the command line. */
export interface Setting<Seen> {
  id: string;
  title: Text;
  /** Said where nothing is set. */
  hint: Text;
  /** What may stand here, for completing what is typed. */
  choices?(seen: Seen | undefined): string[];
  /** What a choice says in words: it is typed as it stands, in every language. */
  means?(value: string): Text | undefined;
  /** Why AWS would refuse the value. */
  problemWith?(value: string): Text | undefined;
}

/** One page of the review. It is data: viewers draw it. `observe` has the only effects, and it only reads. */
export interface Page<Seen = unknown> {
  /** The name of the page's file, and the word on the command line. */
  id: string;
  title: Text;
  /** The controls that its signals speak of. `rootlock report` says why of those without a signal. */
  controls?: readonly ControlId[];
  settings?: Setting<Seen>[];
  /** Looks differently in other regions. */
  isRegional?: true;
  /**
   * @param show called with what is known so far, as often as more comes in
   * @throws Blocked only if nothing of the page can be shown. What cannot be read alone becomes `unknown` or `unseen`.
   */
  observe(look: PageLook, show: (seen: Seen) => void): Promise<Seen>;
  table(seen: Seen): Table;
  /** Everything about one row. May read more. `undefined` if there is no such row. */
  detail(seen: Seen, key: string, look: PageLook): Promise<Detail | undefined>;
  /** The most urgent first: viewers keep the order within a grade. */
  signals(seen: Seen): Signal[];
  unseen(seen: Seen): Unseen[];
  /** The rows are records of AWS's own, as lines of JSON: `--json` prints these. `undefined` if they are none. */
  records?(seen: Seen): string[] | undefined;
}

/** Defines a page. What it has seen reaches the other functions with its own type. */
export const page = <Seen>(definition: Page<Seen>): Page<Seen> => definition;
