import { Secret } from '../engine/secret.ts';

/**
 * A copy of an input for the SDK, which writes into inputs (S3's LocationConstraint). Secrets open only when the SDK
 * reads them, and stay out of what prints or copies an object's own properties: a command that ends up in an error or
 * a log shows none. A secret deeper down is refused: `structuredClone` would strip it of its class.
 */
export function withSecretsRevealed(input: object): object {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (value instanceof Secret) {
      Object.defineProperty(copy, name, { get: () => value.reveal(), enumerable: false });
    } else {
      if (hasSecret(value)) throw new Error(`a secret stands too deep in ${name}`);
      copy[name] = structuredClone(value);
    }
  }
  return copy;
}

const hasSecret = (value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (value instanceof Secret || Object.values(value).some(hasSecret));

/** The values of its secrets, to keep them out of what AWS says about them. */
export const secretValues = (input: object): string[] =>
  Object.values(input).flatMap((value) => (value instanceof Secret ? [value.reveal()] : []));
