import { BlockList, isIPv6 } from 'node:net';

/** The values of condition keys, by key in any case. */
export type Context = Record<string, string | string[]>;

type Matches = (wanted: string, given: string) => boolean;

/** The wildcards of policies: `*` and `?`. */
export function matchesWildcards(pattern: string, text: string, flags = ''): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, `${flags}s`).test(
    text,
  );
}

const isEqual: Matches = (wanted, given) => wanted === given;
const isEqualIgnoringCase: Matches = (wanted, given) =>
  wanted.toLowerCase() === given.toLowerCase();
const isLike: Matches = (wanted, given) => matchesWildcards(wanted, given);

/** A date, or seconds since 1970. */
const timeOf = (text: string): number =>
  /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);

const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

const isInNetwork: Matches = (wanted, given) => {
  const [network = '', bits = isIPv6(network) ? '128' : '32'] = wanted.split('/');
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family(network));
  return list.check(given, family(given));
};

const orders: Record<string, (wanted: number, given: number) => boolean> = {
  Equals: (wanted, given) => given === wanted,
  LessThan: (wanted, given) => given < wanted,
  LessThanEquals: (wanted, given) => given <= wanted,
  GreaterThan: (wanted, given) => given > wanted,
  GreaterThanEquals: (wanted, given) => given >= wanted,
};

const ordered = (kind: string, read: (text: string) => number): Record<string, Matches> =>
  Object.fromEntries(
    Object.entries(orders).map(([name, order]) => [
      kind + name,
      (wanted, given) => order(read(wanted), read(given)),
    ]),
  );

/** IAM User Guide, "IAM JSON policy elements: Condition operators"; without prefix, `Not` and `IfExists`. */
const OPERATORS: Record<string, Matches> = {
  StringEquals: isEqual,
  StringEqualsIgnoreCase: isEqualIgnoringCase,
  StringLike: isLike,
  ArnEquals: isLike,
  ArnLike: isLike,
  BinaryEquals: isEqual,
  Bool: isEqualIgnoringCase,
  IpAddress: isInNetwork,
  ...ordered('Numeric', Number),
  ...ordered('Date', timeOf),
};

const partsOf = (operator: string) => {
  const [, quantifier, name = ''] =
    /^(?:(ForAllValues|ForAnyValue):)?(.*?)(?:IfExists)?$/.exec(operator) ?? [];
  return {
    quantifier,
    negated: name.includes('Not'),
    matches: OPERATORS[name.replace('Not', '')],
  };
};

export const isOperator = (operator: string): boolean =>
  operator === 'Null' || partsOf(operator).matches !== undefined;

const valuesOf = (context: Context, key: string): string[] | undefined => {
  const found = Object.entries(context).find(([other]) => isEqualIgnoringCase(other, key))?.[1];
  return typeof found === 'string' ? [found] : found;
};

/**
 * The pattern with its policy variables filled in, `undefined` if one of them has no value.
 * IAM User Guide, "Policy variables": such a pattern matches nothing.
 */
export function withVariables(pattern: string, context: Context): string | undefined {
  let isKnown = true;
  const text = pattern.replace(/\$\{([^},]+)[^}]*\}/g, (_, name: string) => {
    const [value, ...more] = valuesOf(context, name.trim()) ?? [];
    if (value === undefined || more.length > 0) isKnown = false;
    return value ?? '';
  });
  return isKnown ? text : undefined;
}

/** Whether one line of a Condition holds. An unknown operator is a bug: AWS refuses policies with one. */
export function matchesCondition(
  operator: string,
  key: string,
  wanted: string[],
  context: Context,
): boolean {
  const given = valuesOf(context, key);
  if (operator === 'Null') return String(wanted[0]) === String(given === undefined);
  const { quantifier, negated, matches } = partsOf(operator);
  if (!matches) throw new Error(`there is no condition operator ${operator}`);
  const isForAll = quantifier === 'ForAllValues' || (negated && quantifier === undefined);
  if (given === undefined) return operator.endsWith('IfExists') || isForAll;
  const texts = wanted.flatMap((one) => withVariables(String(one), context) ?? []);
  const holdsFor = (value: string) => texts.some((text) => matches(text, value)) !== negated;
  return isForAll ? given.every(holdsFor) : given.some(holdsFor);
}
