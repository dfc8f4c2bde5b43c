const placeholders = new Set<string>();

/**
 * Stands in a plan for a value that is not known yet: `<admin-user.name>` for the answer to that question, `<first code>`
 * for a code that the owner will type. It can never be sent.
 */
export function placeholder(name: string): string {
  const text = `<${name}>`;
  placeholders.add(text);
  return text;
}

// The shape decides nothing: a name or a policy in the account may contain angle brackets of its own.
export const isPlaceholder = (text: string): boolean => placeholders.has(text);

/** There is a placeholder anywhere in the value, even inside an ARN or the text of a policy. */
export function hasPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return [...placeholders].some((text) => value.includes(text));
  return value !== null && typeof value === 'object' && Object.values(value).some(hasPlaceholder);
}

/** Stands for AWS's hosts in practice. No such name exists, nor ever will: RFC 2606. */
export const NOWHERE = 'practice.invalid';
