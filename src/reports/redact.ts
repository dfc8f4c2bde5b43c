import type { Request } from '../engine/step.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { SENSITIVE_INPUTS } from './sensitive-inputs.ts';

const MASK = '[secret]';

/**
 * The input of a call as plain JSON values that a report may show. Each `Secret` and each credential is `[secret]`, even
 * if it is a plain string by mistake. Placeholders stay.
 */
export const redactInput = ({ service, operation, input }: Request): Record<string, unknown> =>
  withoutCredentials(plainJson(input), `${service}:${operation}`) as Record<string, unknown>;

function withoutCredentials(value: unknown, path: string): unknown {
  if (SENSITIVE_INPUTS[path] === 'credential' && !isPlaceholder(String(value))) return MASK;
  if (Array.isArray(value)) return value.map((item) => withoutCredentials(item, path));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, member]) => [name, withoutCredentials(member, `${path}.${name}`)]),
  );
}

/** `JSON.stringify` asks each `Secret` for its `[secret]`, and writes dates in ISO 8601. */
const plainJson = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
