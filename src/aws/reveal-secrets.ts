import { Secret } from '../engine/secret.ts';

/**
 * Copies an input for the SDK, which writes into its inputs (S3's LocationConstraint). A secret is revealed when the SDK reads the
 * member. Printing or copying the object does not reach it, so a command in an error or a log shows no secret.
 *
 * @throws if a secret is nested: `structuredClone` would strip it of its class
 */
export function withSecretsRevealed(input: object): object {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (value instanceof Secret) {
      Object.defineProperty(copy, name, { get: () => value.reveal(), enumerable: false });
    } else if (value === null || typeof value !== 'object') {
      copy[name] = value;
    } else {
      if (hasSecret(value)) throw new Error(`a secret is nested in ${name}`);
      copy[name] = structuredClone(value);
    }
  }
  return copy;
}

const hasSecret = (value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (value instanceof Secret || Object.values(value).some(hasSecret));

/** The values of an input's secrets. AWS's error messages may repeat them. */
export const secretValues = (input: object): string[] =>
  Object.values(input).flatMap((value) => (value instanceof Secret ? [value.reveal()] : []));
