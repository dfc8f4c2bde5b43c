import type { Output } from '../../src/aws/operations.ts';
import { Secret } from '../../src/engine/secret.ts';
import { type Text, t } from '../../src/text/text.ts';

export type PasswordPolicy = NonNullable<
  Output<'iam', 'GetAccountPasswordPolicy'>['PasswordPolicy']
>;

/**
 * The length that AWS requires if no policy is set. IAM User Guide, "Default password policy". AWS itself reports
 * missing character classes.
 */
const AWS_DEFAULT: PasswordPolicy = { MinimumPasswordLength: 8 };

/** No letters or digits that look alike, and AWS's symbols without quotes and blanks. */
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghijkmnopqrstuvwxyz';
const DIGITS = '23456789';
const SYMBOLS = '!@#$%^&*()_+-=[]{}|';
const ALL_CHARACTERS = UPPER + LOWER + DIGITS + SYMBOLS;

/** About 150 bits: the length alone defeats guessing. */
const GENERATED_LENGTH = 24;

/** A password with all character classes, so any policy of this length accepts it. */
export function generatePassword(policy: PasswordPolicy = AWS_DEFAULT): Secret {
  const length = Math.max(GENERATED_LENGTH, policy.MinimumPasswordLength ?? 0);
  for (;;) {
    const password = Array.from({ length }, () => randomCharacter(ALL_CHARACTERS)).join('');
    if ([UPPER, LOWER, DIGITS, SYMBOLS].every((characters) => hasAny(password, characters))) {
      return new Secret(password);
    }
  }
}

/** Finds what AWS would refuse in a password, before AWS is asked. */
export function problemWithPassword(
  password: string,
  policy: PasswordPolicy = AWS_DEFAULT,
): Text | undefined {
  const shortest = policy.MinimumPasswordLength ?? 6;
  if (password.length < shortest) return t('Use at least {shortest} characters.', { shortest });
  if (password.length > 128) return t('Use at most 128 characters.');
  if (!/^[\u0020-\u00ff]+$/.test(password)) return t('AWS does not allow one of these characters.');
  if (policy.RequireUppercaseCharacters && !/[A-Z]/.test(password))
    return t('Add an uppercase letter.');
  if (policy.RequireLowercaseCharacters && !/[a-z]/.test(password))
    return t('Add a lowercase letter.');
  if (policy.RequireNumbers && !/\d/.test(password)) return t('Add a number.');
  if (policy.RequireSymbols && !hasAny(password, `${SYMBOLS}'`)) {
    return t('Add a symbol, one of {symbols}', { symbols: SYMBOLS });
  }
  return undefined;
}

const hasAny = (password: string, characters: string): boolean =>
  [...password].some((character) => characters.includes(character));

/** Draws again above the largest multiple of the alphabet's length, so all characters are equally likely. */
function randomCharacter(alphabet: string): string {
  const limit = 256 - (256 % alphabet.length);
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return alphabet.charAt(byte % alphabet.length);
  }
}
