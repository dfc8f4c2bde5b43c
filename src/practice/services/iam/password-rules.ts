import { randomBytes, scryptSync } from 'node:crypto';
import type { PasswordPolicy, PracticeState } from '../../state/account-state.ts';
import { Refusal } from '../operation-table.ts';

const HASH_BYTES = 32;
const hashOf = (password: string, salt: string): string =>
  scryptSync(password, salt, HASH_BYTES).toString('base64');

/** The salted hash that is stored in place of a password. */
export function hashPassword(password: string): { salt: string; hash: string } {
  const salt = randomBytes(16).toString('base64');
  return { salt, hash: hashOf(password, salt) };
}

/** Is this the password that was hashed? */
export const matchesHash = (given: string, { salt, hash }: { salt: string; hash: string }) =>
  hashOf(given, salt) === hash;

const UPPER = /[A-Z]/;
const LOWER = /[a-z]/;
const NUMBER = /[0-9]/;
const SYMBOL = /[!@#$%^&*()_+\-=[\]{}|']/;

/**
 * Refuses a password that breaks the account's policy, and names the broken rule. The message never contains the
 * password.
 */
export function checkPasswordRules(password: string, state: PracticeState): void {
  const broken = state.passwordPolicy
    ? brokenRule(password, state.passwordPolicy)
    : brokenDefault(password, state);
  if (broken) throw new Refusal('PasswordPolicyViolation', 400, broken);
}

function brokenRule(password: string, policy: PasswordPolicy): string | undefined {
  const minLength = policy.MinimumPasswordLength;
  if (password.length < minLength) return `Password should have a minimum length of ${minLength}`;
  const rules: [boolean, RegExp, string][] = [
    [policy.RequireUppercaseCharacters, UPPER, 'uppercase letter'],
    [policy.RequireLowercaseCharacters, LOWER, 'lowercase letter'],
    [policy.RequireNumbers, NUMBER, 'number'],
    [policy.RequireSymbols, SYMBOL, 'symbol'],
  ];
  const broken = rules.find(([required, pattern]) => required && !pattern.test(password));
  return broken && `Password should have at least one ${broken[2]}`;
}

/** AWS's default rules, if the account has no policy. */
function brokenDefault(password: string, { email, alias }: PracticeState): string | undefined {
  if (password.length < 8) return 'Password should have a minimum length of 8';
  const kinds = [UPPER, LOWER, NUMBER, SYMBOL].filter((pattern) => pattern.test(password));
  if (kinds.length < 3) {
    return 'Password should have three of uppercase letters, lowercase letters, numbers, symbols';
  }
  if (password === email || password === alias) {
    return 'Password should not be the name or the email address of the account';
  }
  return undefined;
}
