import fc from 'fast-check';

/** Any code point. In place of fast-check's own unit `binary`, which first makes a table of all of them: a second each time. */
export const anyLetter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
