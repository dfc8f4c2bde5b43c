// Stores the Korean sentences by short keys: with their English sentences, which are in the program already, they take 40 kB more. The
// sentences stand in the order of their keys, and of each key there is only how far it is from the one before. Letters are numbers by how
// often they occur, the frequent ones a byte each.
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const ENTRY = `
  export { ko } from './ko.ts';
  export { sentenceKey } from './sentence-key.ts';`;

const UNPACK = `
  import { brotliDecompressSync } from 'node:zlib';
  import { sentenceKey } from './sentence-key.ts';
  export { particle } from './particles.ts';
  const unpacked = brotliDecompressSync(Buffer.from(packed, 'base64'));
  const letters = unpacked.toString('utf8', 0, lettersEnd);
  let text = '';
  for (let at = lettersEnd; at < unpacked.length; at++) {
    const byte = unpacked[at];
    text += letters[byte < ONE_BYTE ? byte : ONE_BYTE + (byte - ONE_BYTE) * 256 + unpacked[++at]];
  }
  const sentences = text.split('\\n');
  const ko = new Map();
  let key = 0;
  let step = 0;
  for (const byte of Buffer.from(steps, 'base64')) {
    step = step * 128 + (byte & 127);
    if (byte > 127) continue;
    key += step;
    step = 0;
    ko.set(key, sentences[ko.size]);
  }
  export const inKorean = (en) => ko.get(sentenceKey(en));`;

export const shortKeys = {
  name: 'short-keys',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/locale\/ko\.ts$/ }, async () => {
      const stdin = { contents: ENTRY, resolveDir: 'src/locale' };
      const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false });
      const code = Buffer.from(outputFiles[0].contents).toString('base64');
      const { ko, sentenceKey } = await import(`data:text/javascript;base64,${code}`);
      const sentences = new Map();
      for (const [en, korean] of Object.entries(ko)) {
        const key = sentenceKey(en);
        if (sentences.has(key)) throw new Error(`Another sentence has the key of "${en}": ${key}`);
        if (korean.includes('\n')) throw new Error(`"${en}" has two lines in Korean`);
        sentences.set(key, korean);
      }
      const sorted = [...sentences].sort(([a], [b]) => a - b);
      const text = sorted.map(([, korean]) => korean).join('\n');
      const letters = lettersOf(text);
      if (Buffer.from(letters).toString() !== letters) throw new Error('Half a letter in Korean');
      const packed = brotliCompressSync(
        Buffer.concat([Buffer.from(letters), coded(text, letters)]),
      );
      const steps = sorted.flatMap(([key], at) => digits(key - (sorted[at - 1]?.[0] ?? 0)));
      const contents = `
        const ONE_BYTE = ${ONE_BYTE};
        const lettersEnd = ${Buffer.byteLength(letters)};
        const packed = '${packed.toString('base64')}';
        const steps = '${Buffer.from(steps).toString('base64')}';
        ${UNPACK}`;
      return { contents };
    });
  },
};

/** As many letters are one byte. */
const ONE_BYTE = 250;

/** Each letter once, the most frequent first. */
function lettersOf(text) {
  const counts = new Map();
  for (const letter of text.split('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([letter]) => letter)
    .join('');
}

function coded(text, letters) {
  const numbers = new Map(letters.split('').map((letter, n) => [letter, n]));
  return Buffer.from(
    text.split('').flatMap((letter) => {
      const n = numbers.get(letter);
      const rest = n - ONE_BYTE;
      return rest < 0 ? [n] : [ONE_BYTE + Math.floor(rest / 256), rest % 256];
    }),
  );
}

/** A number in bytes of seven bits. All but the last have the eighth. */
const digits = (number) =>
  number < 128
    ? [number]
    : [...digits(Math.floor(number / 128)).map((one) => one | 128), number % 128];
