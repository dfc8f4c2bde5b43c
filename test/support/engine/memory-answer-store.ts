import type { AnswerStore } from '../../../src/engine/step.ts';

/** Kept in memory. Every account is trusted. */
export function memoryAnswerStore(
  answers: Record<string, unknown> = {},
  now = new Date(),
): AnswerStore {
  const kept = new Map<string, unknown>(Object.entries(answers));
  const attested = new Map<string, string>();
  return {
    get: (id) => kept.get(id),
    set: (id, value) => void kept.set(id, value),
    attested: (id) => attested.get(id),
    attest: (id) => void attested.set(id, now.toISOString()),
    isAccountTrusted: () => true,
    trustAccount: () => undefined,
  };
}
