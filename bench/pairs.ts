/** The median, and the limits of the middle half. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** NaN if there are no values. */
export function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/**
 * Does all of these in turn, `rounds` times. Other load of the machine then falls on all alike: the ratio of two in the same round is
 * firmer than their times.
 */
export async function inTurn<T>(
  rounds: number,
  work: Record<string, () => Promise<T>>,
): Promise<Map<string, T[]>> {
  const results = new Map(Object.keys(work).map((name): [string, T[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, one] of Object.entries(work)) results.get(name)?.push(await one());
  }
  return results;
}

/** The ratio of each value to the one of the same round. */
export const ratios = (these: number[], those: number[]): Spread =>
  spreadOf(these.map((value, round) => value / (those[round] ?? Number.NaN)));
