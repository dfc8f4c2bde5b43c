/** `SSEAlgorithm` is `sse_algorithm`, and `DaysAfterInitiation` is `days_after_initiation`. */
const snake = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();

/**
 * A structure of AWS's API as Terraform spells it: most of its blocks have the members of the API in other letters.
 *
 * @param renamed by AWS's name, what Terraform calls it
 */
export function snaked(value: unknown, renamed: Record<string, string> = {}): unknown {
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (Array.isArray(value)) return value.map((one) => snaked(one, renamed));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0),
      )
      .map(([name, member]) => [renamed[name] ?? snake(name), snaked(member, renamed)]),
  );
}
