import { expect, test } from 'vitest';
import { harmless, plain } from '../../../src/text/text.ts';

/** A soft hyphen, a grapheme joiner, a Hangul filler, spaces and joiners of no width, a byte order mark, tags. */
const INVISIBLE = [
  ...['\u00ad', '\u034f', '\u115f', '\u180e', '\u200b', '\u200d', '\u2060', '\u3164', '\ufeff'],
  ...['\u{e0000}', '\u{e0041}', '\u{e007f}'],
];

test.each(INVISIBLE.map((mark) => [mark.codePointAt(0)?.toString(16), mark]))(
  'a name with U+%s in it loses it in sentences, and shows it in JSON',
  (_, mark = '') => {
    const name = `ad${mark}min`;
    expect(plain(name)).toBe('admin');
    expect(harmless(JSON.stringify(name))).toMatch(/^"ad(\\u[0-9a-f]{4})+min"$/);
    expect(JSON.parse(harmless(JSON.stringify(name)))).toBe(name);
  },
);

test('what people write in their languages stays as it is', () => {
  for (const name of ['김하늘', '김하늘'.normalize('NFD'), 'Zoë', '日本', 'नमस्ते', '😀', 'a b']) {
    expect(plain(name)).toBe(name);
    expect(harmless(name)).toBe(name);
  }
});
