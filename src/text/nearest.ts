/** Returns the name that was probably meant by a mistyped one, or `undefined` if none is near. */
export function nearest(typed: string, names: string[]): string | undefined {
  // Nobody mistypes more than a third of a word. The longest name bounds the work.
  const most = Math.max(1, Math.floor(typed.length / 3));
  const near = names
    .filter((name) => Math.abs(name.length - typed.length) <= most)
    .map((name) => ({ name, edits: editsBetween(typed, name) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.name;
}

/** The Levenshtein distance: how many letters to insert, delete or replace. */
function editsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + Number(letter !== b[column - 1]);
      const moved = Math.min(above[column] ?? 0, current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, moved));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
