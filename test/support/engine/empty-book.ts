import type { Book } from '../../../src/engine/step.ts';

/** Knows nothing, keeps nothing, and trusts every account. */
export const EMPTY_BOOK: Book = {
  given: () => undefined,
  keep: () => undefined,
  attested: () => undefined,
  attest: () => undefined,
  trusted: () => true,
  trust: () => undefined,
};
