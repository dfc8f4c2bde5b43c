// Collects the licences of bundled packages. Each asks that its text comes along.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** Packages without a licence file, and a package of the same owner under the same licence that has one. */
const SAME_AS = {
  'yoga-layout': 'react',
  '@aws-sdk/credential-provider-http': '@aws-sdk/core',
  '@aws-sdk/credential-provider-login': '@aws-sdk/core',
  '@aws-sdk/nested-clients': '@aws-sdk/core',
};

/**
 * The licences of all packages in the bundle: each text once, below the packages and the copyright notices that it applies to, and at
 * the end what a package says beside it, and the notices of single files.
 *
 * @param metafile esbuild's
 * @throws if a package has no licence text
 */
export function licences({ outputs }) {
  const files = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([file, { bytesInOutput }]) => file.startsWith('node_modules/') && bytesInOutput > 0)
    .map(([file]) => file);
  const byWords = new Map();
  const besides = [];
  for (const folder of new Set(files.map(packageFolder))) {
    const { title, text: given } = licenceOf(folder);
    const { copyrights, text, beside } = partsOf(given);
    if (beside) besides.push(beside);
    const words = wordsOf(text);
    const same = byWords.get(words) ?? { text, titles: new Set(), copyrights: new Set() };
    same.titles.add(title);
    for (const line of copyrights) same.copyrights.add(line);
    byWords.set(words, same);
  }
  const blocks = [...byWords.values()].map(
    ({ text, titles, copyrights }) =>
      [...titles].sort().join('\n') +
      RULE +
      [...copyrights, ...(copyrights.size > 0 ? [''] : []), text.replaceAll(COPYRIGHT, '')]
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim(),
  );
  return [...blocks.sort(), ...besides, ...notices(files)].join(RULE);
}

/** Some packages leave out the appendix of this licence, which says how to apply it: the terms are the same without it. */
const APACHE =
  /^\s*Apache License\s+Version 2\.0,[\s\S]*?any such warranty or additional liability\./m;
const APPENDIX =
  /^(\s*END OF TERMS AND CONDITIONS)?(\s*APPENDIX: How to apply[\s\S]*?limitations under the License\.)?/;

/** The permission of the MIT license. */
const MIT = /Permission is hereby granted, free of charge[\s\S]*?DEALINGS\s+IN\s+THE\s+SOFTWARE\./;

/** A line that says whose work it is. Licences speak of copyrights in other lines, too. */
const COPYRIGHT = /^(Portions )?Copyright (\(c\)|©|\d{4}).*$/gim;

/**
 * The parts of a licence file, without indentation: whose work it is, the terms, and what stands below them, of files of others. There,
 * the MIT license is named instead of repeated.
 */
function partsOf(file) {
  const given = file.replaceAll(/^[ \t]+/gm, '');
  const [mit] = MIT.exec(given) ?? [];
  if (mit) {
    const [above, ...below] = given.split(MIT);
    const copyrights = above.split(/\s*\n/).filter((line) => line && !/mit license/i.test(line));
    const beside = below.join('As in the MIT License above.').trim();
    return { copyrights, text: `MIT License\n\n${mit}`, beside };
  }
  const [apache] = APACHE.exec(given) ?? [];
  if (!apache) return { copyrights: given.match(COPYRIGHT) ?? [], text: given, beside: '' };
  const [above, below] = given.split(apache);
  const [appendix] = APPENDIX.exec(below);
  const copyrights = [above, appendix].flatMap((part) => part.match(COPYRIGHT) ?? []);
  return { copyrights, text: apache, beside: below.slice(appendix.length).trim() };
}

/** Two texts of one licence may differ in their copyright notices, in a heading, in signs, and in where their lines are broken. */
const wordsOf = (text) =>
  text
    .replaceAll(COPYRIGHT, '')
    .replace(/^\W*(the )?isc license\W*$/im, '')
    .replaceAll(/[^a-z]+/gi, ' ')
    .trim();

function packageFolder(file) {
  let folder = dirname(file);
  // A folder in a package may have a package.json that only says "type": "module".
  while (!existsSync(join(folder, 'package.json')) || !packageOf(folder).version) {
    folder = dirname(folder);
  }
  return folder;
}

const packageOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function licenceOf(folder) {
  const { name, version } = packageOf(folder);
  const id = idOf(folder);
  const text = textIn(folder) || textOfTwin(name, id);
  if (!id || !text)
    throw new Error(`${name} ${version} has no licence text, see scripts/licences.mjs`);
  return { title: `${name} ${version} (${id})`, text };
}

/** The SPDX id. An old form of package.json has a list of objects instead. */
function idOf(folder) {
  const { license, licenses = [] } = packageOf(folder);
  return (license ?? licenses.map(({ type }) => type).join(' AND ')).replace(
    'Apache 2.0',
    'Apache-2.0',
  );
}

function textOfTwin(name, id) {
  const twin = SAME_AS[name] && join('node_modules', SAME_AS[name]);
  return twin && idOf(twin) === id ? textIn(twin) : '';
}

const textIn = (folder) =>
  readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');

/** A file that was copied from elsewhere says so in its first comment. */
function notices(files) {
  const comments = files
    .map((file) => /^(\s*(\/\/.*|\/\*[\s\S]*?\*\/))+/.exec(readFileSync(file, 'utf8'))?.[0].trim())
    .filter((comment) => comment && /copyright|\(c\)/i.test(comment))
    // React names the file itself in each, which has no effect on what it says.
    .map((comment) => comment.replace(/^ \* [\w-]+\.production\.js\n/m, ''));
  return [...new Set(comments)];
}
