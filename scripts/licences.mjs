// What is bundled is licensed on the condition that its licence comes along.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/** These come without a licence file. That of another package, of the same owner and under the same licence, holds. */
const SAME_AS = {
  'yoga-layout': 'react',
  '@aws-sdk/credential-provider-http': '@aws-sdk/core',
  '@aws-sdk/credential-provider-login': '@aws-sdk/core',
  '@aws-sdk/nested-clients': '@aws-sdk/core',
};

/**
 * The licences of all packages that something in the bundle comes from: each text once, below the packages that it is
 * for, and at the end the notices that stand in single files.
 *
 * @param metafile esbuild's
 * @throws where a package has no licence text
 */
export function licences({ outputs }) {
  const files = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([file, { bytesInOutput }]) => file.startsWith('node_modules/') && bytesInOutput > 0)
    .map(([file]) => file);
  const packages = new Map();
  for (const folder of new Set(files.map(packageFolder))) {
    const { title, text } = licenceOf(folder);
    packages.set(text, (packages.get(text) ?? new Set()).add(title));
  }
  const blocks = [...packages].map(([text, titles]) => [...titles].sort().join('\n') + RULE + text);
  return [...blocks.sort(), ...notices(files)].join(RULE);
}

function packageFolder(file) {
  let folder = dirname(file);
  // A folder below the package may have a package.json too, without a name, that only says "type": "module".
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

/** The SPDX id. An old form of package.json has a list, and names in it. */
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

/** Files that were taken over from elsewhere say so in their first comment. */
function notices(files) {
  const comments = files
    .map((file) => /^(\s*(\/\/.*|\/\*[\s\S]*?\*\/))+/.exec(readFileSync(file, 'utf8'))?.[0].trim())
    .filter((comment) => comment && /copyright|\(c\)/i.test(comment));
  return [...new Set(comments)];
}
