import { isDone, isSecure } from '../engine/host.ts';
import type { Row } from '../engine/step.ts';

/** Nothing essential and nothing recommended is left to do. */
export const isComplete = (rows: Row[]): boolean =>
  rows.every((row) => row.level === 'optional' || isDone(row));

interface Wanted {
  /** `--all`: recommended steps count too. */
  all: boolean;
  /** `--only` has named the rows, which asks for them as `--all` does. */
  chosen: boolean;
  /** The rows are a playbook's. Whoever gave its command asked for each of them. */
  playbook: boolean;
}

/**
 * `0`: secure. `2`: something is left to do. `3`: something is blocked, so somebody must act; it wins over `2`. Steps that
 * are not essential count only if they were asked for, so that a new step turns no `0` into `2` or `3`.
 */
export function exitCode(rows: Row[], { all, chosen, playbook }: Wanted): 0 | 2 | 3 {
  const asked = all || chosen;
  const blocked = rows.filter(({ state }) => state === 'blocked');
  if (blocked.some(({ level }) => level === 'essential' || asked || playbook)) return 3;
  return (asked ? isComplete(rows) : isSecure(rows)) ? 0 : 2;
}
