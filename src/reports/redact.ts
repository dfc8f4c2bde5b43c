import { isPlaceholder } from '../text/placeholder.ts';

/** What a report may never show, even if a plain string got there. The SDK does not mark the MFA codes as sensitive. */
const SENSITIVE: ReadonlySet<string> = new Set([
  'Password',
  'OldPassword',
  'NewPassword',
  'AuthenticationCode1',
  'AuthenticationCode2',
]);

/**
 * A copy that any report may show: plain JSON values, dates as ISO strings, `[secret]` for each `Secret` and for each
 * password or code. Placeholders stay as they are.
 */
export function redact(data: unknown): unknown {
  const text = JSON.stringify(data, (name, value: unknown) =>
    typeof value === 'string' && SENSITIVE.has(name) && !isPlaceholder(value) ? '[secret]' : value,
  );
  return text === undefined ? null : JSON.parse(text);
}
