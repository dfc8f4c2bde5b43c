// Stores the Korean sentences by short keys: with their English sentences, which are in the program already, they take 40 kB more.
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const ENTRY = `
  export { ko } from './ko.ts';
  export { sentenceKey } from './sentence-key.ts';`;

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
        sentences.set(key, korean);
      }
      const packed = brotliCompressSync(JSON.stringify(Object.fromEntries(sentences)));
      const contents = `
        import { brotliDecompressSync } from 'node:zlib';
        import { sentenceKey } from './sentence-key.ts';
        export { particle } from './particles.ts';
        const packed = '${packed.toString('base64')}';
        const ko = JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString());
        export const inKorean = (en) => ko[sentenceKey(en)];`;
      return { contents };
    });
  },
};
