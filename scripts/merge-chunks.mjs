// esbuild makes a file of each set of modules that the same `import()`s need: a hundred files, which Node opens one after the other.
// Here, what several of them need goes into the one file that is always loaded before all of them.
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

/** Modules that are loaded by `import()`, and the file that they share. Any other has a file of its own. */
const TOGETHER = [
  [/^src\/app\/commands\/(index|walk|status)\./, 'commands'],
  [/^src\/(auth\/browser|app\/rehearse-)/, 'auth-browser'],
  [/^(src\/app\/open-key-place\.|steps\/(person|leave|key|role)\/)/, 'playbooks'],
  [/^src\/(app\/(commands\/report|look-for-report)|reports\/controls-report\/)/, 'report'],
  // What every survey of the account needs, and the few lines of what begins with one.
  [
    /^src\/(app\/(?!commands|answers-file|computer-answers)|app\/commands\/(permissions|sign-in|sign-out)\.|auth\/(sign-in-help|track-access-keys|profiles|aws-cli)\.|review\/all-regions\.)|^steps\//,
    'survey',
  ],
  [/^src\/aws\/services\/(iam|sts|account|freetier|organizations)\./, 'aws-services-first'],
  [/^src\/aws\/services\/(cloudwatch|events|logs|sns)\./, 'aws-services-alerts'],
  [/^src\/aws\/services\/(budgets|ce)\./, 'aws-services-money'],
  [/^src\/aws\/services\/s3(control)?\./, 'aws-services-s3'],
  [/\/event-streams\//, 'survey'],
  [/\/open\/|^src\/cli\/open-browser\./, 'open-browser'],
  [/^src\/(app\/commands\/export\.|export\/)/, 'export'],
  [/^src\/practice\/(?!busy)/, 'practice'],
  [
    /^src\/(app\/commands\/review|review\/session|reports\/review-report|hosts\/plain\/review-sentences)\./,
    'review',
  ],
  [/\/(credential-provider-[\w-]+|nested-clients|token-providers)\//, 'sdk-credentials'],
];

/** Files that need so much of another one that they may load it, whoever loads them. */
const AFTER = {
  'app-answers-file': 'survey',
  'app-computer-answers': 'survey',
  'auth-browser': 'survey',
  export: 'survey',
  'hosts-tui-review': 'hosts-tui',
  playbooks: 'survey',
  practice: 'survey',
  'review-network': 'survey',
  'review-machines': 'survey',
  'review-people': 'survey',
  'review-rights': 'survey',
  'review-trail': 'survey',
  'practice-busy-account': 'practice',
  report: 'survey',
};

/** The name of the file for a module that is loaded by `import()`: `hosts-tui` for `src/hosts/tui/index.tsx`. */
const nameFor = (module) =>
  TOGETHER.find(([pattern]) => pattern.test(module))?.[1] ??
  module
    .replace(/^(.*node_modules\/@?|src\/)/, '')
    .replace(/(\/index)?\.\w+$/, '')
    .replaceAll(/[^\w-]+/g, '-');

/**
 * Merges the files of a build.
 *
 * @param built what esbuild's `build` gave, with `write: false`. Its first entry point has the name `first`
 * @param options those of the second build
 * @returns the list of the new files, as in esbuild's metafile
 */
export async function mergeChunks({ outputFiles, metafile: { outputs } }, first, options) {
  const codeOf = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const chunks = new Map(Object.entries(outputs).map(([file, of]) => [basename(file), of]));
  const importsOf = (chunk, kind) =>
    chunks.get(chunk).imports.flatMap((one) => (one.kind === kind ? basename(one.path) : []));
  const behind = (chunk, found = new Set()) => {
    found.add(chunk);
    for (const next of importsOf(chunk, 'import-statement')) {
      if (chunks.has(next) && !found.has(next)) behind(next, found);
    }
    return found;
  };

  // Which file loads which, and which chunks each needs.
  const needs = new Map();
  const loads = new Map();
  const loadedFromElsewhere = new Set();
  const ownName = (chunk) =>
    chunk === `${first}.mjs` ? first : nameFor(chunks.get(chunk).entryPoint);
  const entries = [`${first}.mjs`];
  for (const entry of entries) {
    const name = ownName(entry);
    const own = behind(entry);
    const load = (by, next) => loads.set(by, new Set([...(loads.get(by) ?? []), next]));
    needs.set(name, new Set([...(needs.get(name) ?? []), ...own]));
    for (const next of [...own].flatMap((chunk) => importsOf(chunk, 'dynamic-import'))) {
      if (!chunks.has(next)) continue;
      if (!entries.includes(next)) entries.push(next);
      load(AFTER[ownName(next)] ?? name, ownName(next));
      if (ownName(next) !== name) loadedFromElsewhere.add(next);
    }
  }

  const before = loadedBefore(first, loads);
  const homeOf = (chunk) => {
    const by = [...needs.keys()].filter((name) => needs.get(name).has(chunk));
    const common = [...before.get(by[0])].filter((name) =>
      by.every((other) => before.get(other).has(name)),
    );
    const last = common.reduce((one, name) =>
      before.get(name).size > before.get(one).size ? name : one,
    );
    // Nothing waits for what it does not need itself.
    return needs.get(last).has(chunk) ? last : `${last}-shared`;
  };
  const reached = [...new Set([...needs.values()].flatMap((of) => [...of]))];
  const home = new Map(reached.map((chunk) => [chunk, homeOf(chunk)]));
  const exported = (chunk, name) => `_${reached.indexOf(chunk)}${name}`;
  const names = [...new Set(home.values())];
  const inside = (name) => reached.filter((chunk) => home.get(chunk) === name);
  // Which names of each chunk a file takes. esbuild would pass on all that the chunk has, to every file.
  const takes = new Map(names.map((name) => [name, namesTaken(inside(name), codeOf)]));
  const taken = (chunk) =>
    names.flatMap((name) => (name === home.get(chunk) ? [] : (takes.get(name).get(chunk) ?? [])));
  const loadedAnyway = (name, to) =>
    before.get(name)?.has(to) || inside(to).some((chunk) => takes.get(name).get(chunk)?.length);
  // Two modules of one file may export the same name.
  const isOneOfSeveral = (chunk) =>
    inside(home.get(chunk)).filter((one) => loadedFromElsewhere.has(one)).length > 1;
  const withOwnNames = (code, name) =>
    code.replaceAll(/\bimport\("\.\/([^"]+)"\)/g, (load, chunk) =>
      chunks.has(chunk) && home.get(chunk) !== name && isOneOfSeveral(chunk)
        ? `${load}.then(file=>file.${exported(chunk, '')})`
        : load,
    );
  const contentsOf = (name) =>
    inside(name)
      .map((chunk) => {
        const list = [...new Set(taken(chunk))].map((one) => `${one} as ${exported(chunk, one)}`);
        const as = isOneOfSeveral(chunk) ? ` as ${exported(chunk, '')}` : '';
        const all = loadedFromElsewhere.has(chunk) ? `export *${as} from './${chunk}';` : '';
        return `export {${list}} from './${chunk}';${all}`;
      })
      .join('\n');

  const merge = {
    name: 'merge-chunks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.mjs$/ }, ({ path, kind, namespace, pluginData }) => {
        const chunk = basename(path);
        if (kind === 'entry-point') return { path, namespace: 'file-of' };
        if (namespace === 'elsewhere') return { path, external: true };
        const to = home.get(chunk);
        if (to === pluginData) return { path: chunk, namespace: 'chunk', pluginData };
        if (kind === 'dynamic-import') return { path: `./${to}.mjs`, external: true };
        return { path: chunk, namespace: 'elsewhere', suffix: `?${pluginData}`, pluginData };
      });
      onLoad({ filter: /./, namespace: 'file-of' }, ({ path }) => {
        const name = basename(path, '.mjs');
        return { contents: contentsOf(name), pluginData: name };
      });
      onLoad({ filter: /./, namespace: 'chunk' }, ({ path, pluginData }) => ({
        contents: withOwnNames(codeOf.get(path), pluginData),
        pluginData,
      }));
      // What another file has. Nothing, if that file is loaded anyway and no name of it is taken.
      onLoad({ filter: /./, namespace: 'elsewhere' }, ({ path, pluginData }) => {
        const list = takes.get(pluginData).get(path) ?? [];
        const to = home.get(path);
        if (list.length === 0 && loadedAnyway(pluginData, to)) return { contents: '' };
        const renamed = list.map((one) => `${exported(path, one)} as ${one}`);
        return { contents: `export {${renamed}} from './${to}.mjs'` };
      });
    },
  };

  const { metafile } = await build({
    ...options,
    entryPoints: names.map((name) => ({ in: `${name}.mjs`, out: name })),
    outExtension: { '.js': '.mjs' },
    plugins: [merge],
  });
  const merged = Object.entries(metafile.outputs).map(([file, { bytes, imports }]) => {
    const own = inside(basename(file, '.mjs'));
    const inputs = Object.assign({}, ...own.map((chunk) => chunks.get(chunk).inputs));
    const paths = imports.map((one) =>
      /^\.\/.*\.mjs$/.test(one.path) ? { ...one, path: join(dirname(file), one.path) } : one,
    );
    return [file, { bytes, imports: paths, inputs }];
  });
  return Object.fromEntries(merged);
}

/** The names that some chunks import, by the chunk that has them. esbuild writes `import{a as b,c}from"./chunk-X.mjs";`. */
function namesTaken(chunks, codeOf) {
  const taken = new Map();
  for (const chunk of chunks) {
    for (const [, list, from] of codeOf
      .get(chunk)
      .matchAll(/\bimport\{([^}]*)\}from"\.\/([^"]+)";/g)) {
      const names = list.split(',').map((one) => one.split(' as ')[0]);
      taken.set(from, [...new Set([...(taken.get(from) ?? []), ...names])]);
    }
  }
  return taken;
}

/** The files that are surely loaded before each file, and itself: its dominators in the graph of `import()`s. */
function loadedBefore(first, loads) {
  const all = [...new Set([first, ...[...loads.values()].flatMap((of) => [...of])])];
  const before = new Map(all.map((name) => [name, new Set(name === first ? [first] : all)]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const name of all.filter((name) => name !== first)) {
      const by = all.filter((other) => loads.get(other)?.has(name) && other !== name);
      const common = [...before.get(by[0])].filter((one) =>
        by.every((other) => before.get(other).has(one)),
      );
      const now = new Set([...common, name]);
      changed ||= now.size !== before.get(name).size;
      before.set(name, now);
    }
  }
  return before;
}
