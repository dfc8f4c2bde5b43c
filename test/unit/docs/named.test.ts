import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenSteps } from '../../../src/app/commands/chosen-steps.ts';
import { readOptions } from '../../../src/cli/options.ts';
import { pages } from '../../../src/review/index.ts';
import { readWords } from '../../../src/review/words.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
const unique = (found: string[]): string[] => [...new Set(found)];

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'src/locale/glossary.ko.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** What stands in code: within a line, or as lines of their own. */
const codeIn = (text: string): string[] => [
  ...matches(text.replace(/```[\s\S]*?```/g, ''), /`([^`\n]+)`/g),
  ...matches(text, /```\w*\n([\s\S]*?)```/g).flatMap((block) => block.split('\n')),
];

/** A path with NAME or SERVICE in it is a pattern, and so is a folder of many. */
const pathsIn = (text: string): string[] =>
  unique(
    codeIn(text)
      .flatMap((code) =>
        matches(code, /(?<![\w./~-])((?:src|steps|test|docs|scripts|bench|\.ci)\/[\w./*…-]*)/g),
      )
      .filter((path) => !/[A-Z]{3}|[*…]/.test(path.replace(/README\S*/, '')))
      .map((path) => path.replace(/[./]+$/, '')),
  );

/** The id that GitHub gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

function isThere(link: string, document: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(file)) return false;
  return (
    anchor === undefined ||
    matches(read(file), /^#+ (.+)$/gm)
      .map(anchorOf)
      .includes(anchor)
  );
}

/** What follows `rootlock`, without the explanation beside it. Nobody types `NAME`, `[PAGE]` or `--html | --md`. */
const commandsIn = (text: string): string[] =>
  unique(
    codeIn(text)
      .flatMap((code) => matches(code.trim(), /^(?:rootlock|node dist\/cli\.js)((?: .*)?)$/g))
      .map((words) => words.replace(/\s{2,}\S.*|\s#.*|\s>.*/, '').trim())
      .filter((words) => !/[[|]|\b[A-Z]{4,}\b/.test(words)),
  );

/** A sentence may name a command by its word alone, though it needs more. */
async function understand(command: string): Promise<void> {
  const words = command.split(' ').filter(Boolean);
  const options = readOptions(words.length === 1 ? ['help', ...words] : words, '0');
  if (typeof options === 'string') return;
  await chosenSteps(options);
  if (options.command === 'review') await readWords(options.words ?? [], pages);
}

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names files that exist', () => {
    expect(pathsIn(text).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('leads to documents and sections that exist', () => {
    const links = matches(text, /\]\((?!https?:)([^)\s]+)\)/g);
    expect(links.filter((link) => !isThere(link, document))).toEqual([]);
  });

  it('names scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = matches(codeIn(text).join('\n'), /npm run (?:--silent )?([\w:]+)/g);
    expect(unique(named).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names commands that Rootlock understands', async () => {
    for (const command of commandsIn(text)) {
      await expect(understand(command), command).resolves.toBe(undefined);
    }
  });
});
