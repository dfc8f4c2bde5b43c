// Takes out of the packages in the bundle what the program does not need: work at the start, which costs milliseconds on Node 20
// (`node --cpu-prof dist/cli.js` shows it again for a change that is taken out of here), and the SDK's unused schemas.
import { readFileSync } from 'node:fs';

/** A file of a package, and how it is changed. Fails where a newer version of the package has no longer what is changed. */
const CHANGES = [
  {
    // React's developer tools, a package of their own, are loaded where DEV=true is set: never in here.
    file: /ink\/build\/devtools\.js$/,
    change: () => 'export {};',
  },
  {
    // Its page about a bug, with an excerpt of the code, would be gone with the screen: the error is told after that.
    file: /ink\/build\/components\/ErrorOverview\.js$/,
    change: () => 'export default () => null;',
  },
  {
    // Its WebAssembly is base64, which `atob` reads slowly.
    file: /yoga-wasm-base64-esm\.js$/,
    change(code) {
      const [before, wasm, after] = code.split(/"data:[^,"]*base64,([^"]+)"/);
      const given = `loadYoga || { wasmBinary: Buffer.from("${wasm}", "base64") }`;
      return wasm ? `${before.replace('loadYoga || {}', given)}""${after}` : code;
    },
  },
  {
    // The list of all emoji takes long to compile, and no text of ours has one: most letters are none by far simpler rules.
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
    // esbuild takes a computed key, `{ [_hE]: 403 }`, for a side effect, and so keeps the schemas of operations that nobody sends.
    file: /\/schemas\/schemas_\d+\.js$/,
    change(code) {
      const constants = new Map(
        [...code.matchAll(/^const (_\w+) = (".*");$/gm)].map(([, name, text]) => [name, text]),
      );
      return code.replace(/\[(_\w+)\]:/g, (key, name) => `${constants.get(name) ?? key}:`);
    },
  },
];

export const lighter = {
  name: 'lighter',
  setup({ onLoad }) {
    for (const { file, change } of CHANGES) {
      onLoad({ filter: file }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        const contents = change(code);
        if (contents === code) throw new Error(`${path} is not as it was: see scripts/lighter.mjs`);
        return { contents };
      });
    }
  },
};
