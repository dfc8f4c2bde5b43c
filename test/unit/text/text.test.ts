import { afterEach, expect, test } from 'vitest';
import {
  document,
  harmless,
  type Language,
  plain,
  say,
  shortened,
  speak,
  t,
} from '../../../src/text/text.ts';

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

test('what commands a terminal or reorders what is read is gone from sentences, and is spelt out in JSON', () => {
  for (const mark of [
    '\u0000',
    '\u001b',
    '\u007f',
    '\u009b',
    '\u202e',
    '\u2028',
    '\u2029',
    '\ufff9',
  ]) {
    const name = `ad${mark}min`;
    expect(say(t('Delete {name}', { name }))).toBe('Delete admin');
    expect(say(t('Say {inner}.', { inner: t('Delete {name}', { name }) }))).toBe(
      'Say Delete admin.',
    );
    expect(document([name])).toMatch(/^\[\n {2}"ad\\u[0-9a-f]{4}min"\n\]$/);
    expect(JSON.parse(document([name]))).toEqual([name]);
  }
});

test('a text is cut only if it is longer than there is room', () => {
  expect([shortened('abcd', 4), shortened('abcde', 4)]).toEqual(['abcd', 'abcd…']);
});

/** Says everything in capitals, and chooses the first ending after an `a`, and at the beginning. */
const LOUD: Language = {
  translation: (en) =>
    en.startsWith('Known') ? en.toUpperCase().replace('{NAME}', '{name}') : undefined,
  ending: (before, first, second) => (/^$|a$/.test(before) ? first : second),
};

afterEach(() => speak(undefined));

test('a sentence is said in the language that is set, and in English where that has no words', () => {
  const sentence = t('Known {name}', { name: 'kim' });
  expect(say(sentence)).toBe('Known kim');
  speak(LOUD);
  expect(say(sentence)).toBe('KNOWN kim');
  expect(say(t('Other {name}', { name: 'kim' }))).toBe('Other kim');
});

test('the ending of a word follows the name before it', () => {
  const ending = (name: string) => say(t('{name}[은/는]', { name }));
  expect(ending('a')).toBe('a[은/는]');
  speak(LOUD);
  expect([ending('a'), ending('b'), ending('b\u200ba')]).toEqual(['a은', 'b는', 'ba은']);
  expect(say(t('[은/는]'))).toBe('은');
});

test('what stands in braces in a name is no parameter', () => {
  const given = { name: '{other}', other: 'secret' };
  expect(say({ en: 'Delete {name} [a] {missing}', with: given })).toBe('Delete {other} [a] ');
  expect(say({ en: 'Delete {name}' })).toBe('Delete ');
});
