// Bundles the program: split and lazy, so that the screen does not wait for the SDK, and a user installs no dependency. All of
// the tests and `npm start` run what this makes.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { licences } from './licences.mjs';
import { lighter } from './lighter.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const COMMONJS = [
  "import{createRequire}from'node:module'",
  "import{fileURLToPath}from'node:url'",
  'const require=createRequire(import.meta.url)',
  'const __filename=fileURLToPath(import.meta.url);\n',
].join(';');

/** `bin.ts` is a file of its own, which loads the rest of the program only where it is needed. */
const programApart = {
  name: 'program-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/main\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './program.mjs', external: true } : undefined,
    );
  },
};

const both = {
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  define: { 'process.env.NODE_ENV': '"production"', VERSION: JSON.stringify(version) },
  // What it bundles is licensed on the condition that the licences come along: see below.
  legalComments: 'none',
  metafile: true,
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  ...both,
  entryPoints: { program: 'src/main.ts' },
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  // The SDK's packages have their smaller, faster ES modules under `module`.
  mainFields: ['module', 'main'],
  plugins: [lighter],
});
const { metafile: first } = await build({
  ...both,
  entryPoints: { cli: 'src/bin.ts' },
  format: 'cjs',
  plugins: [programApart],
});
for (const one of first.outputs['dist/cli.js'].imports) {
  if (one.path === './program.mjs') one.path = 'dist/program.mjs';
}
Object.assign(metafile.outputs, first.outputs);
// Above it, .js stands for modules.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
// esbuild makes a file for each `import()` that it has read, also where it then leaves out the code that asks for it.
const loaded = new Set(['dist/cli.js']);
for (const file of loaded)
  for (const { path } of metafile.outputs[file]?.imports ?? []) loaded.add(path);
for (const file of Object.keys(metafile.outputs).filter((file) => !loaded.has(file))) {
  rmSync(file);
  delete metafile.outputs[file];
}
// Some dependencies are CommonJS: they `require` Node's own modules, and ask for their file name.
for (const file of Object.keys(metafile.outputs).filter((name) => name.endsWith('.mjs'))) {
  const code = readFileSync(file, 'utf8');
  if (/\b(require|__filename)\b/.test(code)) writeFileSync(file, COMMONJS + code);
}
chmodSync('dist/cli.js', 0o755);
writeFileSync('dist/third-party-licenses.txt', `${licences(metafile)}\n`);
// Which module went where, for test/bundle: nobody else needs it.
mkdirSync('node_modules/.cache/rootlock', { recursive: true });
writeFileSync('node_modules/.cache/rootlock/metafile.json', JSON.stringify(metafile));
