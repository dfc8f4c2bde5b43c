// Bundles the program into `dist`. The bundle is split, so that the first screen does not wait for the SDK. A user installs no
// dependency. Tests and `npm start` run this bundle.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { minifySync } from 'rolldown/utils';
import { licences } from './licences.mjs';
import { mergeChunks } from './merge-chunks.mjs';
import { withoutNodeImports } from './node-modules.mjs';
import { shortKeys } from './short-keys.mjs';
import { trimPackages } from './trim-packages.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Leaves `main.ts` out of the bundle of `bin.ts`, which answers --help and --version without it. */
const programExternal = {
  name: 'program-external',
  setup({ onResolve }) {
    onResolve({ filter: /\/main\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './program.mjs', external: true } : undefined,
    );
  },
};

const shared = {
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  define: {
    'process.env.NODE_ENV': '"production"',
    VERSION: JSON.stringify(version),
    // React and Ink ask it for the time. Node would load six modules for that.
    performance: 'Date',
  },
  // dist/third-party-licenses.txt has all of them.
  legalComments: 'none',
  metafile: true,
};

rmSync('dist', { recursive: true, force: true });
const modules = { ...shared, format: 'esm' };
const split = await build({
  ...modules,
  entryPoints: { program: 'src/main.ts' },
  outExtension: { '.js': '.mjs' },
  splitting: true,
  write: false,
  // `module` names the SDK's ES modules, which are smaller and faster than its CommonJS.
  mainFields: ['module', 'main'],
  // It waits for free file descriptors: Rootlock opens one file at a time.
  alias: { 'graceful-fs': 'node:fs' },
  plugins: [trimPackages, shortKeys],
});
const metafile = {
  inputs: split.metafile.inputs,
  outputs: await mergeChunks(split, 'program', modules),
};
const { metafile: cliMetafile } = await build({
  ...shared,
  entryPoints: { cli: 'src/bin.ts' },
  format: 'cjs',
  plugins: [programExternal],
});
for (const imported of cliMetafile.outputs['dist/cli.js'].imports) {
  if (imported.path === './program.mjs') imported.path = 'dist/program.mjs';
}
Object.assign(metafile.outputs, cliMetafile.outputs);
// The package.json above says that .js files are ES modules.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
for (const file of Object.keys(metafile.outputs).filter((name) => name.endsWith('.mjs'))) {
  writeFileSync(file, minified(file, withoutNodeImports(readFileSync(file, 'utf8'))));
}
chmodSync('dist/cli.js', 0o755);

/** Gives the names of a whole file anew, the shortest to what occurs most, and shortens what esbuild leaves: 17 kB of the tarball, in a second. */
function minified(file, text) {
  const { code, errors } = minifySync(file, text, {
    module: true,
    compress: { target: 'es2022' },
    mangle: true,
  });
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join()}`);
  return code;
}
writeFileSync('dist/third-party-licenses.txt', `${licences(metafile)}\n`);
// test/program/bundle reads which module went into which file.
mkdirSync('node_modules/.cache/rootlock', { recursive: true });
writeFileSync('node_modules/.cache/rootlock/metafile.json', JSON.stringify(metafile));
