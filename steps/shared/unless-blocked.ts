import { Blocked } from '../../src/engine/errors.ts';

/** `undefined` if it is blocked. For what a step only offers: that keeps nothing from being secure. */
export async function unlessBlocked<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}
