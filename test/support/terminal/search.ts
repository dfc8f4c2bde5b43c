/** Control characters by the letter of their JSON escape. */
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, hex, mark) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES[mark] ?? mark),
  );

const unquoted = (text: string): string =>
  text
    .replaceAll('+', ' ')
    .replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Removes blanks and capitals, so that grouping, wrapping and case hide no secret. */
const loose = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** The part of a secret's base64 that its neighbours do not change. It depends on the secret's offset modulo three. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
    return whole.toString('base64').slice(before === 0 ? 0 : 4);
  });
}

/** The form in which a text contains a secret: plain, or as a program on the way may encode it. `undefined` if it has none. */
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

/** Finds a code only if its six digits stand alone: a longer number may contain any six digits. */
export function leakOfCode(code: string, text: string): string | undefined {
  const shown = `${code.slice(0, 3)}[ -]?${code.slice(3)}`;
  if (new RegExp(`(?<!\\d)${shown}(?!\\d)`).test(text)) return 'as it is';
  return text.includes(Buffer.from(code).toString('base64')) ? 'in base64' : undefined;
}
