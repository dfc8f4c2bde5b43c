import { Blocked } from '../../src/engine/errors.ts';
import type { Reads } from '../../src/engine/step.ts';

/** AWS says of a read that the region is closed to this account, whoever signs in to it. A policy may mean this one call. */
export const isClosed = (error: unknown): error is Blocked =>
  error instanceof Blocked &&
  (error.deniedBy === 'organization' || error.code === 'RegionDisabledException');

/**
 * Reads what is in one region. It is closed to this account only if each read says so. If one of them is answered, the organization
 * forbids the others alone, and what these would show is unknown.
 *
 * @param read has to read with the look that it gets
 * @throws what `read` throws, unless the region is closed
 */
export async function readRegion<L extends Pick<Reads, 'read' | 'find'>, T>(
  look: L,
  read: (look: L) => Promise<T>,
): Promise<{ found: T } | { closed: Blocked }> {
  const refusals: Promise<unknown>[] = [];
  const noting = (send: Reads['find']): Reads['find'] =>
    ((...request) => {
      const answer = send(...request);
      refusals.push(
        answer.then(
          () => undefined,
          (error: unknown) => error,
        ),
      );
      return answer;
    }) as Reads['find'];
  const reading = read({
    ...look,
    read: noting(look.read as Reads['find']) as Reads['read'],
    find: noting(look.find),
  });
  const [result] = await Promise.allSettled([reading]);
  const [first, ...more] = await Promise.all(refusals);
  if (isClosed(first) && more.every(isClosed)) return { closed: first };
  if (result.status === 'rejected') throw result.reason;
  return { found: result.value };
}
