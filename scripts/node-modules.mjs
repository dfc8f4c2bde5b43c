// For a static import, Node reads everything that its module exports, and loads WebCrypto, web streams and standard input for that.
// `process.getBuiltinModule` gives the module alone, at once.
import { builtinModules } from 'node:module';

/** `import{a as b}from"node:fs";`, `import c,{a as b}from"node:fs";` and `import*as d from"node:fs";`, as esbuild writes them. */
const IMPORT = new RegExp(
  `import(?:(?:\\*as)? ([\\w$]+))?,?(?:\\{([^}]*)\\}| )from"(?:node:)?(${builtinModules.join('|')})";`,
  'g',
);

/**
 * Takes the static imports of Node's modules out of a file that esbuild has made. CommonJS in the file can `require` them, too.
 *
 * @throws if one is left
 */
export function withoutNodeImports(code) {
  const loads = [];
  const rest = code.replace(IMPORT, (_, whole, names, module) => {
    if (whole) loads.push(`${whole}=require("${module}")`);
    if (names) loads.push(`{${names.replaceAll(' as ', ':')}}=require("${module}")`);
    return '';
  });
  if (/from"node:/.test(rest) || /\bdefault:/.test(loads.join()))
    throw new Error('A static import of a module of Node is left: see scripts/node-modules.mjs');
  if (loads.length === 0 && !/\brequire\b/.test(code)) return code;
  return `const ${['require=process.getBuiltinModule', ...loads].join(',')};\n${rest}`;
}
