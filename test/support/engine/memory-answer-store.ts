import type { AnswerStore } from '../../../src/engine/step.ts';

/** Kept in memory. Every account is trusted. */
export function memoryAnswerStore(
  answers: Record<string, unknown> = {},
  now = new Date(),
  earlier: Record<string, number> = {},
): AnswerStore {
  const kept = new Map<string, unknown>(Object.entries(answers));
  const attested = new Map<string, string>();
  const sent = new Map(Object.entries(earlier));
  return {
    get: (id) => kept.get(id),
    set: (id, value) => void kept.set(id, value),
    attested: (id) => attested.get(id),
    attest: (id) => void attested.set(id, now.toISOString()),
    lastSent: (id) => sent.get(id),
    noteSent: (id, at) => void sent.set(id, at),
    isEmpty: () => kept.size + attested.size + sent.size === 0,
    isAccountTrusted: () => true,
    trustAccount: () => undefined,
  };
}
