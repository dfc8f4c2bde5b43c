import type { Page, Signal, Table, Unseen } from '../../../review/page.ts';
import type { Tab } from '../../../review/session.ts';
import { atOnce, breather, inPieces, type Pieces } from '../../../text/breather.ts';
import { type RowMark, rowMarks, worstFirst } from '../../review-words.ts';
import { type Grid, type GridRow, gridOf, gridRow, shownRows } from './grid.ts';
import type { TabView } from './review-view.ts';

/** What a page says of what it has seen. */
interface Said {
  revision: number;
  table: Table;
  signals: Signal[];
  unseen: Unseen[];
  grid: Grid;
  /** The signals of each row, by its key. Those of the account as a whole are at ''. */
  ofRow: Map<string, Signal[]>;
  marks: Map<string, RowMark>;
}

interface Shown {
  grid: Grid;
  by: string;
  rows: GridRow[];
}

/** As many rows are said at once. */
const AT_ONCE = 500;

/** Asks a page once for what it has seen, and sorts once: a key must not wait for five thousand rows. */
export class Remembered {
  readonly #said = new Map<string, Said>();
  readonly #shown = new Map<string, Shown>();

  /** `undefined` as long as nothing was seen. Of a long table, what is not prepared yet is not said. */
  said(tab: Tab): Said | undefined {
    const { id, page, seen, revision } = tab;
    if (!page || revision === 0) return undefined;
    const known = this.#said.get(id);
    if (known?.revision === revision) return known;
    if (known && page.table(seen).rows.length > AT_ONCE) return known;
    return this.#keep(id, atOnce(saying(tab, page)));
  }

  /** Says the rows of a long table piece by piece. */
  async prepare(tab: Tab): Promise<void> {
    const { id, page, seen, revision } = tab;
    if (!page || revision === 0 || this.#said.get(id)?.revision === revision) return;
    const { rows, columns } = page.table(seen);
    const breathe = breather();
    for (const row of rows) {
      await breathe();
      gridRow(row, columns);
    }
    this.#keep(id, await inPieces(saying(tab, page)));
  }

  #keep(id: string, said: Said): Said {
    this.#said.set(id, said);
    return said;
  }

  rows({ id }: Tab, grid: Grid, { filter, sort }: TabView): GridRow[] {
    const by = JSON.stringify([filter, sort]);
    const known = this.#shown.get(id);
    if (known?.grid === grid && known.by === by) return known.rows;
    const rows = shownRows(grid, filter, sort);
    this.#shown.set(id, { grid, by, rows });
    return rows;
  }
}

function* saying({ seen, revision }: Tab, page: Page): Pieces<Said> {
  const signals = page.signals(seen);
  yield;
  const asSeen = page.table(seen);
  const marks = rowMarks(asSeen, signals);
  yield;
  const table = worstFirst(asSeen, marks);
  yield;
  const ofRow = new Map<string, Signal[]>();
  for (const signal of signals) {
    const { row = '' } = signal;
    const others = ofRow.get(row);
    if (others) others.push(signal);
    else ofRow.set(row, [signal]);
  }
  const unseen = page.unseen(seen);
  yield;
  return { revision, table, signals, unseen, grid: gridOf(table), ofRow, marks };
}
