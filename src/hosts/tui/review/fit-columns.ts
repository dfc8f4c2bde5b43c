/** Blanks between two columns. */
export const GAP = 2;
/** A column that has to be cut keeps as many columns, or what it needs if that is less. */
const LEAST = 18;
/** One that stays may hold an id, such as `vol-` and 17 digits. */
const LEAST_THAT_STAYS = 21;

interface Shown {
  /** The index of the table's column. */
  index: number;
  width: number;
}

/**
 * The columns that fit into `room`, from left to right. First those are left out that yield most; what is left is cut from the widest
 * on.
 *
 * @param widths what each column needs
 * @param yields how easily each is left out; 0 stays
 */
export function fitColumns(widths: number[], yields: number[], room: number): Shown[] {
  let shown = widths.map((width, index) => ({ index, width }));
  const total = (each: (one: Shown) => number) =>
    shown.reduce((sum, one) => sum + each(one) + GAP, -GAP);
  const least = (index: number) => (yields[index] === 0 ? LEAST_THAT_STAYS : LEAST);
  while (total(({ width, index }) => Math.min(width, least(index))) > room) {
    const most = Math.max(...shown.map(({ index }) => yields[index] ?? 0));
    if (most === 0) break;
    const dropped = shown.findLast(({ index }) => (yields[index] ?? 0) === most);
    shown = shown.filter((one) => one !== dropped);
  }
  while (total(({ width }) => width) > room) {
    // What stays is cut last.
    const spare = shown.filter(({ width, index }) => width > least(index));
    const widest = (spare.length > 0 ? spare : shown).reduce((a, b) => (b.width > a.width ? b : a));
    if (widest.width <= 1) break;
    widest.width--;
  }
  return shown;
}
