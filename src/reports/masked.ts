import { isPlaceholder } from '../engine/placeholder.ts';
import { plain } from '../engine/text.ts';

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
export function masked(data: unknown): unknown {
  const text = JSON.stringify(data, (name, value: unknown) =>
    typeof value === 'string' && SENSITIVE.has(name) && !isPlaceholder(value) ? '[secret]' : value,
  );
  return text === undefined ? null : JSON.parse(text);
}

/**
 * JSON text that does nothing to a terminal, whatever the account has put into it. It parses to the same. JSON itself
 * escapes control characters up to U+001F only.
 */
export const harmless = (json: string): string =>
  json.replace(/[^ -~\n]/g, (mark) =>
    plain(mark) === '' ? `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}` : mark,
  );
