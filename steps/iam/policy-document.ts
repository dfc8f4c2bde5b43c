import { Blocked } from '../../src/engine/errors.ts';
import { t } from '../../src/text/text.ts';

/** AWS writes a single value in place of a list of one. */
type OneOrMore<T> = T | T[];

/** One statement of an identity-based or a trust policy, as AWS writes it. */
export interface Statement {
  Effect?: string;
  Action?: OneOrMore<string>;
  NotAction?: OneOrMore<string>;
  Resource?: OneOrMore<string>;
  NotResource?: OneOrMore<string>;
  /** By operator, then by condition key. */
  Condition?: Record<string, Record<string, OneOrMore<string | boolean | number>>>;
  Principal?: string | Record<string, OneOrMore<string>>;
  NotPrincipal?: string | Record<string, OneOrMore<string>>;
}

/**
 * The statements of a policy. `encoded` as IAM gives it: JSON, percent-encoded (RFC 3986).
 *
 * @throws Blocked if it is no policy
 */
export function statements(encoded = '{}'): Statement[] {
  const { Statement } = parsePolicy<{ Statement?: OneOrMore<Statement> }>(() =>
    JSON.parse(decodeURIComponent(encoded)),
  );
  return asArray(Statement);
}

/** @throws Blocked if the text is no policy. AWS stores valid policies only, so the answer was damaged on the way. */
export function parsePolicy<P extends { Statement?: unknown }>(parse: () => P): P {
  let policy: P | undefined;
  try {
    policy = parse();
  } catch {
    // The same as a text that is JSON and no policy.
  }
  if (!isObject(policy) || !asArray(policy.Statement).every(isStatement)) {
    throw new Blocked(t('A policy arrived damaged.'), [
      t('Check the internet connection, and turn off your proxy or VPN, if you use one.'),
      t('Run Rootlock again: it continues where it stopped.'),
    ]);
  }
  return policy;
}

/** A list in place of a policy would be one that allows nothing. */
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isStatement(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { Action, NotAction, Resource, NotResource, ...rest } = value as Statement;
  const { Condition = {}, Principal = {}, NotPrincipal = {} } = rest;
  const names: unknown[] = [Action, NotAction, Resource, NotResource].flatMap(asArray);
  return (
    names.every((one) => typeof one === 'string') &&
    isObject(Condition) &&
    Object.values(Condition).every(isObject) &&
    [Principal, NotPrincipal].every((who) => typeof who === 'string' || isObject(who))
  );
}

export const asArray = <T>(value: OneOrMore<T> | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
