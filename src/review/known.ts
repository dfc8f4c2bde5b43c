import { Blocked } from '../engine/errors.ts';
import { type Text, t } from '../text/text.ts';

/** A value, or why it is not known. */
export type Known<T> = { is: T } | { unknown: Text };

export const NOT_READ_YET = { unknown: t('not read yet') };

export const isKnown = <T>(one: Known<T>): one is { is: T } => 'is' in one;

/** Reads what may be denied without taking the rest of the page along. Any error but `Blocked` is thrown: whoever is signed out has to sign in again. */
export async function attempt<T>(reading: Promise<T>): Promise<Known<T>> {
  try {
    return { is: await reading };
  } catch (error) {
    if (error instanceof Blocked) return { unknown: error.text };
    throw error;
  }
}

/** What is known of it: `undefined` if that is nothing. */
export const knownIn = <T>(one: Known<T>): T | undefined => (isKnown(one) ? one.is : undefined);

/** The first that is known, else why the first is not. */
export const firstKnown = <T>(first: Known<T>, ...others: Known<T>[]): Known<T> =>
  [first, ...others].find(isKnown) ?? first;

/** Changes a value that is known. Why another is not known stays. */
export const mapKnown = <T, U>(one: Known<T>, change: (value: T) => U): Known<U> =>
  isKnown(one) ? { is: change(one.is) } : one;
