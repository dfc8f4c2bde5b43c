import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './bundle.ts';

/** A copy of what the repository would hold, with the installed packages and a cache of its own. */
export interface CopiedTree {
  /** Copies a file of this repository to a place in the copy. */
  create(file: string, from: string): void;
  /** Puts a line of a checklist into a file, before a place that has to be there. */
  insert(file: string, before: string, text: string): void;
  remove(file: string, line: RegExp): void;
  /** Runs a program, an installed one too, in the copy. Rejects with its output if it fails. */
  run(file: string, ...args: string[]): Promise<string>;
  delete(): void;
}

/** Makes the copy, in a folder for temporary files. */
export async function copyTree(): Promise<CopiedTree> {
  const tree = mkdtempSync(join(tmpdir(), 'rootlock-copied-tree-'));
  const git = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await promisify(execFile)('git', git, { cwd: ROOT });
  for (const file of stdout.split('\n').filter(Boolean)) {
    cpSync(join(ROOT, file), join(tree, file), { dereference: true });
  }
  mkdirSync(join(tree, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(ROOT, 'node_modules', name), join(tree, 'node_modules', name));
  }

  function replace(file: string, found: string | RegExp, by: () => string): void {
    const path = join(tree, file);
    const now = readFileSync(path, 'utf8');
    const then = now.replace(found, by);
    if (then === now) throw new Error(`${file} has no "${found}"`);
    writeFileSync(path, then);
  }

  return {
    create(file, from) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      cpSync(join(ROOT, from), join(tree, file));
    },
    insert: (file, before, text) => replace(file, before, () => text + before),
    remove: (file, line) => replace(file, line, () => ''),
    async run(file, ...args) {
      // A vitest inside of vitest takes these for its own.
      const inherited = Object.entries(process.env).filter(
        ([name]) => !/^VITEST|^NODE_/.test(name),
      );
      const env = {
        ...Object.fromEntries(inherited),
        PATH: [join(tree, 'node_modules/.bin'), process.env.PATH].join(delimiter),
        XDG_DATA_HOME: join(tree, 'data'),
      };
      const { stdout } = await promisify(execFile)(file, args, {
        cwd: tree,
        env,
        maxBuffer: 50_000_000,
      }).catch((error: Error & { stdout?: string; stderr?: string }) => {
        throw new Error(`${[file, ...args].join(' ')}\n${error.stdout}\n${error.stderr}`);
      });
      return stdout;
    },
    delete: () => rmSync(tree, { recursive: true }),
  };
}
