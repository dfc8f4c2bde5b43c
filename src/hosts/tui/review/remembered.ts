import type { Signal, Table, Unseen } from '../../../review/page.ts';
import type { Tab } from '../../../review/session.ts';
import { type Grid, type GridRow, gridOf, shownRows } from './grid.ts';
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
}

interface Shown {
  grid: Grid;
  by: string;
  rows: GridRow[];
}

/** Asks a page once for what it has seen, and sorts once: a key must not wait for five thousand rows. */
export class Remembered {
  readonly #said = new Map<string, Said>();
  readonly #shown = new Map<string, Shown>();

  /** `undefined` as long as nothing was seen. */
  said({ id, page, seen, revision }: Tab): Said | undefined {
    if (!page || revision === 0) return undefined;
    const known = this.#said.get(id);
    if (known?.revision === revision) return known;
    const table = page.table(seen);
    const signals = page.signals(seen);
    const ofRow = new Map<string, Signal[]>();
    for (const signal of signals) {
      const { row = '' } = signal;
      const others = ofRow.get(row);
      if (others) others.push(signal);
      else ofRow.set(row, [signal]);
    }
    const said = {
      revision,
      table,
      signals,
      unseen: page.unseen(seen),
      grid: gridOf(table),
      ofRow,
    };
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
