/** Letters that join with no other: ASCII and what colours it, Latin, punctuation, arrows, boxes, signs, Chinese, Korean. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
const APART = /^[\u001b -~¡-ʯ‐-‧‰-⁞←-⣿一-鿿가-힣]*$/;

const { Segmenter } = Intl;

/**
 * Cuts into the same letters as Node's own. To make one of those takes as long as to draw a screen, so it is made for the
 * text that needs it: packages make theirs when they are loaded.
 */
class LazySegmenter {
  static supportedLocalesOf = Segmenter.supportedLocalesOf;
  readonly #options: ConstructorParameters<typeof Segmenter>;
  #made: Intl.Segmenter | undefined;

  constructor(...options: ConstructorParameters<typeof Segmenter>) {
    this.#options = options;
  }

  segment(input: string): Pick<Intl.Segments, 'containing' | typeof Symbol.iterator> {
    const [, { granularity = 'grapheme' } = {}] = this.#options;
    if (granularity === 'grapheme' && APART.test(input)) {
      const letters = Array.from(input, (segment, index) => ({ segment, index, input }));
      return {
        containing: (at = 0) => letters[at],
        [Symbol.iterator]: () => letters[Symbol.iterator](),
      };
    }
    this.#made ??= new Segmenter(...this.#options);
    return this.#made.segment(input);
  }
}

Object.assign(Intl, { Segmenter: LazySegmenter });
