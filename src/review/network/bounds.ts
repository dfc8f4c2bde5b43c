import { both, EVERYWHERE, isSame, NOWHERE, type Ranges, union } from './ip-ranges.ts';

/** Whom something lets through, as far as it is known: these for sure, and those perhaps, which have the sure ones among them. */
export interface Bounds {
  sure: Ranges;
  maybe: Ranges;
}

/** It is known whom: the same for sure and perhaps. */
export const exactly = (set: Ranges): Bounds => ({ sure: set, maybe: set });
export const NOBODY = exactly(NOWHERE);
export const ANYBODY = exactly(EVERYWHERE);
/** Nothing is known: nobody for sure, and perhaps everybody. */
export const NOT_KNOWN: Bounds = { sure: NOWHERE, maybe: EVERYWHERE };

/** Whom all of several, one behind the other, let through. */
export const through = (first: Bounds, ...more: Bounds[]): Bounds =>
  more.reduce(
    (one, other) => ({ sure: both(one.sure, other.sure), maybe: both(one.maybe, other.maybe) }),
    first,
  );

/** Whom at least one of several lets through. */
export const either = (all: Bounds[]): Bounds => ({
  sure: union(...all.map(({ sure }) => sure)),
  maybe: union(...all.map(({ maybe }) => maybe)),
});

/** It lets nobody through, not even perhaps. */
export const isEmpty = ({ maybe }: Bounds): boolean => maybe.length === 0;

export const isSameBounds = (one: Bounds, other: Bounds): boolean =>
  isSame(one.sure, other.sure) && isSame(one.maybe, other.maybe);
