import { Blocked } from '../../engine/errors.ts';
import type { Text } from '../../text/text.ts';

/** What was read, or why it could not be. */
export type Attempt<T> = { value: T } | { unknown: Text };

/** A read that may be denied without taking the rest of the page along. Any error but `Blocked` is thrown. */
export async function attempt<T>(reading: Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await reading };
  } catch (error) {
    if (error instanceof Blocked) return { unknown: error.text };
    throw error;
  }
}
