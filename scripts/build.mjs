// Bundles the program: one entry, split and lazy, so that `--help` loads neither SDK nor screen, and a user installs no
// dependency. All of the tests and `npm start` run what this makes.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { licences } from './licences.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Ink loads React's developer tools, a package of their own, where DEV=true is set: never in here. */
const withoutDevtools = {
  name: 'without-devtools',
  setup({ onLoad }) {
    onLoad({ filter: /ink\/build\/devtools\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { cli: 'src/cli.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The SDK's packages have their smaller, faster ES modules under `module`.
  mainFields: ['module', 'main'],
  // Some dependencies are CommonJS: they `require` Node's own modules, and ask for their file name.
  banner: {
    js: [
      "import{createRequire}from'node:module'",
      "import{fileURLToPath}from'node:url'",
      'const require=createRequire(import.meta.url)',
      'const __filename=fileURLToPath(import.meta.url);',
    ].join(';'),
  },
  plugins: [withoutDevtools],
  define: { 'process.env.NODE_ENV': '"production"', VERSION: JSON.stringify(version) },
  // What it bundles is licensed on the condition that the licences come along: see below.
  legalComments: 'none',
  metafile: true,
});
// esbuild makes a file for each `import()` that it has read, also where it then leaves out the code that asks for it.
const loaded = new Set(['dist/cli.js']);
for (const file of loaded)
  for (const { path } of metafile.outputs[file]?.imports ?? []) loaded.add(path);
for (const file of Object.keys(metafile.outputs).filter((file) => !loaded.has(file))) {
  rmSync(file);
  delete metafile.outputs[file];
}
writeFileSync(
  'dist/cli.js',
  `#!/usr/bin/env node\n${readFileSync('dist/cli.js', 'utf8').replace(/^#!.*\n/, '')}`,
);
chmodSync('dist/cli.js', 0o755);
writeFileSync('dist/third-party-licenses.txt', `${licences(metafile)}\n`);
// Which module went where, for test/bundle: nobody else needs it.
mkdirSync('node_modules/.cache/rootlock', { recursive: true });
writeFileSync('node_modules/.cache/rootlock/metafile.json', JSON.stringify(metafile));
