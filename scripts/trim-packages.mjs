// Takes out of the packages in the bundle what the program does not need: work at the start, which costs milliseconds on Node 20
// (`node --cpu-prof dist/cli.js` shows it again for a change that is taken out of here), and the SDK's unused schemas.
import { readFileSync } from 'node:fs';

/** Files of packages, and their changes. The build fails if a newer version of a package no longer has what a change replaces. */
const CHANGES = [
  {
    // Loads React's developer tools, another package, if DEV=true is set.
    file: /ink\/build\/devtools\.js$/,
    change: () => 'export {};',
  },
  {
    // Draws a page about an uncaught error. It would vanish with the screen, and the program prints the error after that.
    file: /ink\/build\/components\/ErrorOverview\.js$/,
    change: () => 'export default () => null;',
  },
  {
    // Holds WebAssembly as base64, which `Buffer` decodes faster than `atob`.
    file: /yoga-wasm-base64-esm\.js$/,
    change(code) {
      const [before, wasm, after] = code.split(/"data:[^,"]*base64,([^"]+)"/);
      const given = `loadYoga || { wasmBinary: Buffer.from("${wasm}", "base64") }`;
      return wasm ? `${before.replace('loadYoga || {}', given)}""${after}` : code;
    },
  },
  {
    // The regular expression of all emoji takes long to compile. A simpler one excludes nearly every letter, and Rootlock's texts have no emoji.
    file: /\/string-width\/index\.js$/,
    change: (code) =>
      code.replace(
        'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
        () => `let emoji;
        const rgiEmojiRegex = {
          test: (text) =>
            /[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u20E3]/u.test(text) &&
            (emoji ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text),
        };`,
      ),
  },
  {
    // esbuild takes a computed key, `{ [_hE]: 403 }`, for a side effect, and so keeps the schemas of all operations.
    file: /\/schemas\/schemas_\d+\.js$/,
    change(code) {
      const constants = new Map(
        [...code.matchAll(/^const (_\w+) = (".*");$/gm)].map(([, name, text]) => [name, text]),
      );
      return code.replace(/\[(_\w+)\]:/g, (key, name) => `${constants.get(name) ?? key}:`);
    },
  },
];

export const trimPackages = {
  name: 'trim-packages',
  setup({ onLoad }) {
    for (const { file, change } of CHANGES) {
      onLoad({ filter: file }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        const contents = change(code);
        if (contents === code)
          throw new Error(`${path} is not as it was: see scripts/trim-packages.mjs`);
        return { contents };
      });
    }
  },
};
