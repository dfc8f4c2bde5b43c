import type { AnswerStore } from '../../../src/engine/step.ts';

/** Knows nothing, keeps nothing, and trusts every account. */
export const EMPTY_BOOK: AnswerStore = {
  get: () => undefined,
  set: () => undefined,
  attested: () => undefined,
  attest: () => undefined,
  isAccountTrusted: () => true,
  trustAccount: () => undefined,
};
