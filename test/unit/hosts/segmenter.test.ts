import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyLetter } from '../../support/any-letter.ts';

const exact = Intl.Segmenter;
beforeAll(() => import('../../../src/cli/polyfills/lazy-segmenter.ts'));
afterAll(() => void Object.assign(Intl, { Segmenter: exact }));

const made = new Map<unknown, Intl.Segmenter>();

function cut(Segmenter: typeof exact, text: string, how?: Intl.SegmenterOptions) {
  const segmenter = (!how && made.get(Segmenter)) || new Segmenter('en', how);
  if (!how) made.set(Segmenter, segmenter);
  return [...segmenter.segment(text)].map(({ segment, index }) => [segment, index]);
}

/** Every letter that needs no help, each with others beside it. */
const plain = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter((at) =>
  /[\u0020-\u007e\u00a1-\u02af\u2010-\u2027\u2030-\u205e\u2190-\u28ff\u4e00-\u9fff\uac00-\ud7a3]/.test(
    at,
  ),
);

describe('the segmenter that stands for that of Node', () => {
  it('stands there', () => {
    expect(Intl.Segmenter).not.toBe(exact);
  });

  it('cuts each possible letter that it knows off the next, as that does', () => {
    const wrong = plain.filter((letter) => {
      const text = `\u001b[1m${letter}a${letter}${letter}가${letter}`;
      return JSON.stringify(cut(Intl.Segmenter, text)) !== JSON.stringify(cut(exact, text));
    });
    expect(wrong).toEqual([]);
    expect(plain.length).toBeGreaterThan(30_000);
  });

  it('cuts every text as that does: letters that join, signs, emoji and what is none', () => {
    const unit = fc.constantFrom(
      ...plain.slice(0, 500),
      '\u0301',
      '\u200d',
      '\ufe0f',
      '\r',
      '\n',
      '👩',
      '🇰',
      'ᆨ',
      '\ud800',
    );
    const texts = fc.oneof(
      fc.string({ unit }),
      fc.string({ unit: anyLetter }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(cut(Intl.Segmenter, text)).toEqual(cut(exact, text));
      }),
    );
  });

  it.each(['plain', 'joined e\u0301'])('finds the letter at a place of "%s"', (text) => {
    const places = [undefined, 0, 3, text.length - 1, text.length, -1];
    const found = (Segmenter: typeof exact) =>
      places.map((at) => new Segmenter().segment(text).containing(at));
    expect(found(Intl.Segmenter)).toEqual(found(exact));
  });

  it('cuts words where words are asked for', () => {
    const words = { granularity: 'word' } as const;
    expect(cut(Intl.Segmenter, 'two words', words)).toEqual(cut(exact, 'two words', words));
  });
});
