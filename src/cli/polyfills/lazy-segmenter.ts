/** Characters that never combine: ASCII with its colours, Latin, punctuation, arrows, boxes, signs, Chinese, Korean. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
const UNCOMBINED = /^[\u001b -~¡-ʯ‐-‧‰-⁞←-⣿一-鿿가-힣]*$/;

const { Segmenter } = Intl;

/**
 * Segments text as Node's own segmenter does, but creates that one only for text that needs it. Creating it takes as long
 * as drawing a screen, and packages do so as soon as they are loaded.
 */
class LazySegmenter {
  static supportedLocalesOf = Segmenter.supportedLocalesOf;
  readonly #options: ConstructorParameters<typeof Segmenter>;
  #native: Intl.Segmenter | undefined;

  constructor(...options: ConstructorParameters<typeof Segmenter>) {
    this.#options = options;
  }

  segment(input: string): Pick<Intl.Segments, 'containing' | typeof Symbol.iterator> {
    const [, { granularity = 'grapheme' } = {}] = this.#options;
    if (granularity === 'grapheme' && UNCOMBINED.test(input)) {
      const letters = Array.from(input, (segment, index) => ({ segment, index, input }));
      return {
        containing: (at = 0) => letters[at],
        [Symbol.iterator]: () => letters[Symbol.iterator](),
      };
    }
    this.#native ??= new Segmenter(...this.#options);
    return this.#native.segment(input);
  }
}

Object.assign(Intl, { Segmenter: LazySegmenter });
