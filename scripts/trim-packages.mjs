// Takes out of the packages in the bundle what the program does not need: work at the start, which costs milliseconds on Node 20
// (`node --cpu-prof dist/cli.js` shows it again for a change that is taken out of here), and the SDK's unused schemas.
import { readFileSync } from 'node:fs';
import { compactActions } from './compact-actions.mjs';
import {
  hostConfigModule,
  inkWithoutTools,
  reactModule,
  reconcilerModule,
  reconcilerUser,
} from './trim-react.mjs';
import { SDK_CHANGES } from './trim-sdk.mjs';

const NO_YOGA = 'export default { Node: { create: () => undefined } };';

const REACT =
  "export * from './cjs/react.production.js'; export { default } from './cjs/react.production.js';";

const RECONCILER = "export { default } from './cjs/react-reconciler.production.js';";

const TEXT_IN = `
  export default function textIn({ nodeValue = '', childNodes = [] }) {
    return nodeValue + childNodes.map(textIn).join('');
  }`;

const RENDER = `
  import textIn from './squash-text-nodes.js';
  export default function render(root) {
    const output = textIn(root);
    return { output, outputHeight: output.split('\\n').length, staticOutput: '' };
  }`;

const TEXT = `
  import { createElement } from 'react';
  export default ({ children }) => createElement('ink-text', {}, children);`;

const NODE_CRYPTO = `
  import { createHmac, randomBytes } from 'node:crypto';
  import { constantTimeEqual } from '@otplib/core';
  const hmac = (hash, key, data) => new Uint8Array(createHmac(hash, key).update(data).digest());
  export class NobleCryptoPlugin {
    name = 'node';
    hmac = hmac;
    randomBytes = (size) => new Uint8Array(randomBytes(size));
    constantTimeEqual = constantTimeEqual;
  }
  export const crypto = new NobleCryptoPlugin();
  export default NobleCryptoPlugin;`;

/** Files of packages, and their changes. The build fails if a newer version of a package no longer has what a change replaces. */
const CHANGES = [
  // The reconciler imports what Ink gave it as a parameter.
  { file: /react-reconciler\/cjs\/react-reconciler\.production\.js$/, change: reconcilerModule },
  { file: /react-reconciler\/index\.js$/, change: () => RECONCILER },
  { file: /react\/cjs\/react\.production\.js$/, change: reactModule },
  { file: /\/react\/index\.js$/, change: () => REACT },
  { file: /ink\/build\/ink\.js$/, change: inkWithoutTools },
  { file: /ink\/build\/hooks\/use-(input|paste)\.js$/, change: reconcilerUser },
  { file: /ink\/build\/reconciler\.js$/, change: hostConfigModule },
  {
    // Draws a page about an uncaught error. It would vanish with the screen, and the program prints the error after that.
    file: /ink\/build\/components\/ErrorOverview\.js$/,
    change: () => 'export default () => null;',
  },
  {
    // All of Ink would come along: its files say that loading them has effects.
    file: /ink\/build\/index\.js$/,
    change: (code) => code.replace(/^export (?!.* as (render|Text|use\w+) ).*\n/gm, ''),
  },
  // A frame is one text, whose lines are as wide as the terminal. So nothing is left of Ink's layout: neither Yoga, which is half of
  // Ink's size and time, nor taking each frame apart into letters and putting it together again.
  { file: /yoga-layout\/dist\/src\/index\.js$/, change: () => NO_YOGA },
  { file: /ink\/build\/styles\.js$/, change: () => 'export default () => undefined;' },
  { file: /ink\/build\/wrap-text\.js$/, change: () => 'export default (text) => text;' },
  { file: /ink\/build\/measure-text\.js$/, change: () => 'export default () => undefined;' },
  { file: /ink\/build\/squash-text-nodes\.js$/, change: () => TEXT_IN },
  { file: /ink\/build\/renderer\.js$/, change: () => RENDER },
  { file: /ink\/build\/components\/Text\.js$/, change: () => TEXT },
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
    // Wraps the text of Ink's own mode for screen readers. For those, Rootlock speaks in sentences without Ink.
    file: /\/wrap-ansi\/index\.js$/,
    change: () => 'export default (text) => text;',
  },
  {
    // Node computes HMACs itself.
    file: /@otplib\/plugin-crypto-noble\/dist\/index\.js$/,
    change: () => NODE_CRYPTO,
  },
  {
    file: /\/terminal-size\/index\.js$/,
    change: (code) =>
      code
        .replace("import {execFileSync} from 'node:child_process';\n", '')
        .replace(
          '\texecFileSync(',
          "\tprocess.getBuiltinModule('node:child_process').execFileSync(",
        ),
  },
  {
    file: /ink\/node_modules\/signal-exit\/index\.js$/,
    change: (code) => code.replace("require('assert')", '{ equal() {} }'),
  },
  {
    // Collects what a program prints while Ink draws, which Rootlock does not ask for.
    file: /\/patch-console\/dist\/index\.js$/,
    change: () => 'export default () => undefined;',
  },
  {
    // Links, pictures, and what only some terminals know.
    file: /\/ansi-escapes\/base\.js$/,
    change: (code) => code.replace(/^export const link = [\s\S]*/m, ''),
  },
  {
    // Finds out which browser is the default, for callers who want that one in a private window.
    file: /\/default-browser\/index\.js$/,
    change: () => 'export const _windowsBrowserProgIdMap = new Map(); export default () => ({});',
  },
  {
    // A few hundred signs, of which prompts for text show one.
    file: /@inquirer\/figures\/dist\/index\.js$/,
    change: (code) => code.replace(/^ {4}(?!tick:)\w+: '.*',\n/gm, ''),
  },
  {
    // Of each version's four levels of error correction, Rootlock takes the first.
    file: /qrcode-terminal\/vendor\/QRCode\/QRRSBlock\.js$/,
    change: (code) =>
      code
        .replace(/(^\t\[.*\n)(\t\[.*\n){3}/gm, '$1')
        .replace(/^\tcase QRErrorCorrectLevel\.[MQH] :\s.*\n/gm, '')
        .replace('* 4 + 0', ''),
  },
  {
    // The same version as Ink has.
    file: /\/(proper-lockfile|restore-cursor)\/node_modules\/signal-exit\/index\.js$/,
    change: () => `module.exports = require('../../../ink/node_modules/signal-exit');`,
  },
  { file: /@cloud-copilot\/iam-data\/dist\/esm\/index\.js$/, change: compactActions },
  ...SDK_CHANGES,
];

export const trimPackages = {
  name: 'trim-packages',
  setup({ onLoad }) {
    for (const { file, change, loader = 'js' } of CHANGES) {
      onLoad({ filter: file }, async ({ path }) => {
        const code = readFileSync(path, 'utf8');
        const contents = await change(code, path);
        if (contents === code)
          throw new Error(`${path} is not as it was: see scripts/trim-packages.mjs`);
        return { contents, loader };
      });
    }
  },
};
