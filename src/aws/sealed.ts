import { Secret } from '../engine/secret.ts';

/**
 * A copy of an input for the SDK. Secrets open only when the SDK reads them, and stay out of what prints or copies an
 * object's own properties: a command that ends up in an error or a log shows none.
 */
export function open(input: object): object {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(structuredCloneWithSecrets(input))) {
    if (value instanceof Secret) {
      Object.defineProperty(copy, name, { get: () => value.reveal(), enumerable: false });
    } else {
      copy[name] = value;
    }
  }
  return copy;
}

/** The SDK writes into inputs (S3's LocationConstraint): it gets its own. `structuredClone` would strip `Secret` of its class. */
function structuredCloneWithSecrets(input: object): object {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      value instanceof Secret ? value : structuredClone(value),
    ]),
  );
}

/** The values of its secrets, to keep them out of what AWS says about them. */
export const revealed = (input: object): string[] =>
  Object.values(input).flatMap((value) => (value instanceof Secret ? [value.reveal()] : []));

/** `<admin-user.name>` stands for an answer that is not known yet, `<first code>` for what the owner will type. */
export const hasPlaceholder = (value: unknown): boolean =>
  typeof value === 'string'
    ? /<[a-z][a-z .-]*>/.test(value)
    : value !== null && typeof value === 'object' && Object.values(value).some(hasPlaceholder);
