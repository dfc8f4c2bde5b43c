import { matchesWildcards } from '../conditions.ts';

/** A pattern: members with lists of what they may be, `$or` with a list of patterns. */
export type Pattern = { [member: string]: Pattern | unknown[] };

type Filter = Record<string, unknown>;

/** EventBridge User Guide, "Creating Amazon EventBridge event patterns": those comparisons that rules here may use. */
const FILTERS: Record<string, (wanted: unknown, given: unknown) => boolean> = {
  prefix: (wanted, given) => typeof given === 'string' && given.startsWith(String(wanted)),
  suffix: (wanted, given) => typeof given === 'string' && given.endsWith(String(wanted)),
  wildcard: (wanted, given) => typeof given === 'string' && matchesWildcards(String(wanted), given),
  'equals-ignore-case': (wanted, given) =>
    typeof given === 'string' && given.toLowerCase() === String(wanted).toLowerCase(),
  'anything-but': (wanted, given) =>
    isFilter(wanted) ? !matchesFilter(wanted, given) : ![wanted].flat().includes(given),
};

/** Does the event match the pattern? Each member must; of a list, one. */
export const matchesPattern = (pattern: Pattern, event: unknown): boolean =>
  Object.entries(pattern).every(([member, wanted]) => {
    if (member === '$or') {
      return (wanted as Pattern[]).some((other) => matchesPattern(other, event));
    }
    const given = isObject(event) ? event[member] : undefined;
    return Array.isArray(wanted)
      ? wanted.some((one) => matchesOne(one, given))
      : matchesPattern(wanted, given);
  });

function matchesOne(wanted: unknown, given: unknown): boolean {
  if (isFilter(wanted) && 'exists' in wanted) return wanted.exists === (given !== undefined);
  if (given === undefined) return false;
  return [given]
    .flat()
    .some((one) => (isFilter(wanted) ? matchesFilter(wanted, one) : wanted === one));
}

const matchesFilter = (filter: Filter, given: unknown): boolean =>
  Object.entries(filter).every(([name, wanted]) => FILTERS[name]?.(wanted, given) ?? false);

/** What EventBridge has against a pattern. `undefined` if it is valid. */
export function problemWithPattern(pattern: unknown): string | undefined {
  if (!isObject(pattern)) return 'Filter is not an object';
  for (const [member, wanted] of Object.entries(pattern)) {
    if (member === '$or' && Array.isArray(wanted)) {
      if (wanted.length < 2) return 'There must have at least 2 Objects in $or';
      const problem = wanted.map(problemWithPattern).find(Boolean);
      if (problem) return problem;
    } else if (Array.isArray(wanted)) {
      if (wanted.length === 0) return 'Empty arrays are not allowed';
      const unknown = wanted.filter(isFilter).flatMap(Object.keys).find(isUnknownFilter);
      if (unknown) return `Unrecognized match type ${unknown}`;
    } else if (isObject(wanted)) {
      const problem = problemWithPattern(wanted);
      if (problem) return problem;
    } else {
      return `"${member}" must be an object or an array`;
    }
  }
  return undefined;
}

const isUnknownFilter = (name: string): boolean => name !== 'exists' && !(name in FILTERS);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFilter = (value: unknown): value is Filter => isObject(value);
