/** Blanks between two columns. */
export const GAP = 2;
/** A column that has to be cut keeps as many columns, or what it needs if that is less. */
const LEAST = 18;

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
  const total = (each: (width: number) => number) =>
    shown.reduce((sum, { width }) => sum + each(width) + GAP, -GAP);
  while (total((width) => Math.min(width, LEAST)) > room) {
    const most = Math.max(...shown.map(({ index }) => yields[index] ?? 0));
    if (most === 0) break;
    const dropped = shown.findLast(({ index }) => (yields[index] ?? 0) === most);
    shown = shown.filter((one) => one !== dropped);
  }
  while (total((width) => width) > room) {
    const widest = shown.reduce((a, b) => (b.width > a.width ? b : a));
    if (widest.width <= 1) break;
    widest.width--;
  }
  return shown;
}
