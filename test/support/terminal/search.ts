/** What JSON writes with a backslash. */
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, hex, mark) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES[mark] ?? mark),
  );

const unquoted = (text: string): string =>
  text
    .replaceAll('+', ' ')
    .replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Without blanks and in small letters: so it does not matter how a secret was grouped, wrapped or written. */
const loose = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** What remains the same of a secret in base64, wherever it stands in what was encoded: three ways. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
    return whole.toString('base64').slice(before === 0 ? 0 : 4);
  });
}

/** How a secret stands in a text, if it does: as it is, or encoded as any program on the way might. */
export function leak(secret: string, text: string): string | undefined {
  const wanted = loose(secret);
  const packed = text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const ways: Record<string, () => boolean> = {
    'as it is': () => loose(text).includes(wanted),
    'escaped for JSON': () => loose(unescaped(text)).includes(wanted),
    'escaped for a URL': () => loose(unquoted(text)).includes(wanted),
    'in base64': () => inBase64(secret).some((part) => packed.includes(part)),
  };
  return Object.keys(ways).find((way) => ways[way]?.());
}

/** Six digits that stand alone: longer numbers have any six digits in them. */
export function leakOfCode(code: string, text: string): string | undefined {
  const shown = `${code.slice(0, 3)}[ -]?${code.slice(3)}`;
  if (new RegExp(`(?<!\\d)${shown}(?!\\d)`).test(text)) return 'as it is';
  return text.includes(Buffer.from(code).toString('base64')) ? 'in base64' : undefined;
}
