const made = new Set<string>();

/**
 * What stands in a plan for something that is not known yet: `<admin-user.name>` for the answer to that question,
 * `<first code>` for what the owner will type.
 */
export function placeholder(name: string): string {
  const text = `<${name}>`;
  made.add(text);
  return text;
}

// By what this run has made, never by the shape: a name or a policy in the account may have angle brackets of its own.
export const isPlaceholder = (text: string): boolean => made.has(text);

/** Is there one anywhere in it, if only as a part of an ARN or of a policy's text? */
export function hasPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return [...made].some((text) => value.includes(text));
  return value !== null && typeof value === 'object' && Object.values(value).some(hasPlaceholder);
}
