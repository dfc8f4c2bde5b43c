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
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ADDED = join(ROOT, 'test/support/added-step');
const CHECKLIST = readFileSync(join(ROOT, 'docs/adding-a-step.md'), 'utf8');

const tree = mkdtempSync(join(tmpdir(), 'rootlock-added-step-'));
afterAll(() => rmSync(tree, { recursive: true }));

/** Milliseconds. Checking and testing a whole tree takes a while on a busy machine. */
const TIMEOUT_MS = 240_000;

/** A copy of what the repository would hold, with the installed packages and a cache of its own. */
async function copyTree(): Promise<void> {
  const git = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await promisify(execFile)('git', git, { cwd: ROOT });
  for (const file of stdout.split('\n').filter(Boolean)) {
    cpSync(join(ROOT, file), join(tree, file), { dereference: true });
  }
  mkdirSync(join(tree, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name === '.cache') continue;
    symlinkSync(join(ROOT, 'node_modules', name), join(tree, 'node_modules', name));
  }
}

/** Runs a program of the copy. Rejects with its output if it fails. */
async function run(file: string, ...args: string[]): Promise<string> {
  // A vitest inside of vitest takes these for its own.
  const inherited = Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_/.test(name));
  const env = { ...Object.fromEntries(inherited), XDG_DATA_HOME: join(tree, 'data') };
  const { stdout } = await promisify(execFile)(file, args, {
    cwd: tree,
    env,
    maxBuffer: 50_000_000,
  }).catch((error: Error & { stdout?: string; stderr?: string }) => {
    throw new Error(`${[file, ...args].join(' ')}\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

const create = (file: string, from: string) => {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  cpSync(join(ADDED, from), join(tree, file));
};

/** Puts a line of the checklist into a file, before a place that has to be there. */
const insert = (file: string, before: string, text: string) =>
  replace(file, before, () => text + before);

const remove = (file: string, line: RegExp) => replace(file, line, () => '');

function replace(file: string, found: string | RegExp, by: () => string): void {
  const path = join(tree, file);
  const now = readFileSync(path, 'utf8');
  const then = now.replace(found, by);
  if (then === now) throw new Error(`${file} has no "${found}"`);
  writeFileSync(path, then);
}

/** A step with three text questions and one REST-JSON call that has a body, by the checklist alone. */
function addStep(): void {
  create('steps/security-contact.ts', 'security-contact.ts.txt');
  insert(
    'steps/index.ts',
    'import signInUrl',
    "import securityContact from './security-contact.ts';\n",
  );
  insert('steps/index.ts', '      signInUrl,\n', '      securityContact,\n');
  create('test/unit/steps/security-contact.test.ts', 'security-contact.test.ts.txt');
  remove('test/unit/steps/controls.test.ts', /.*'alternate-contacts'.*\n/);
  insert(
    'src/locale/ko/steps-account.ts',
    "  'Sign-in URL':",
    `  'Security contact': '보안 연락처',
  'AWS writes to it if an access key of yours is found in public.':
    '액세스 키가 공개된 곳에서 발견되면 AWS가 이 연락처로 알립니다.',
  nobody: '없음',
  'Name {name} as the security contact': '{name}[을/를] 보안 연락처로 등록',
  'Account page, Alternate contacts, Security, Edit': '계정 페이지 > 대체 연락처 > 보안 > 편집',
  'Whom should AWS write to? For instance {example}': 'AWS가 알릴 곳을 입력하십시오. 예: {example}',
`,
  );
  insert(
    'src/aws/services/account.ts',
    '} satisfies Reads',
    "  GetAlternateContact: { Command: sdk.GetAlternateContactCommand, absence: ['ResourceNotFoundException'] },\n",
  );
  insert(
    'src/aws/services/account.ts',
    '} satisfies Writes',
    '  PutAlternateContact: { Command: sdk.PutAlternateContactCommand, resend: true },\n',
  );
  insert('src/practice/services/account/index.ts', 'type Table }', 'Refusal, ');
  insert(
    'src/practice/services/account/index.ts',
    '} satisfies Table<',
    `
  GetAlternateContact(_input, { state }) {
    const { name } = state.securityContact ?? {};
    if (name === undefined) {
      throw new Refusal('ResourceNotFoundException', 404, 'No contact of the inputted type found.');
    }
    return { AlternateContact: { AlternateContactType: 'SECURITY', Name: name } };
  },

  PutAlternateContact({ Name = '' }, { state }) {
    state.securityContact = { name: Name };
    return {};
  },
`,
  );
  insert(
    'src/practice/state/account-state.ts',
    '  /** Milliseconds until CloudTrail',
    '  securityContact: v.exactOptional(v.object({ name: v.string() })),\n',
  );
}

/** Files that the checklist names, in the words that it names them by. */
const NAMED = [
  'steps/index.ts',
  'src/locale/ko/',
  'src/aws/services/SERVICE.ts',
  'src/practice/services/SERVICE.ts',
  'src/practice/state/',
  'test/unit/steps/NAME.test.ts',
  'test/unit/steps/controls.test.ts',
];

describe('a step that is added by docs/adding-a-step.md alone', () => {
  beforeAll(async () => {
    await copyTree();
    addStep();
  }, TIMEOUT_MS);

  it.each(NAMED)('touches %s, which the checklist names', (file) => {
    expect(CHECKLIST).toContain(file);
  });

  it(
    'passes the checks of types, style and dead code',
    async () => {
      await run('npx', 'biome', 'check', '--write', 'src', 'steps', 'test/unit/steps');
      await run('npx', 'tsc', '-p', '.');
      await run('npx', 'biome', 'check', '.');
      expect(await run('npx', 'knip')).toBe('');
    },
    TIMEOUT_MS,
  );

  it(
    'passes its own test and those of all steps, and is said in Korean',
    async () => {
      const names = ['security-contact', 'index', 'calls', 'controls'];
      const tests = names.map((name) => `test/unit/steps/${name}`);
      const args = ['vitest', 'run', '--project', 'together', ...tests, 'test/unit/locale'];
      expect(await run('npx', ...args)).toMatch(/Tests .*passed/);
    },
    TIMEOUT_MS,
  );

  it(
    'is secured by a run in practice, with the examples of its questions',
    async () => {
      await run('node', 'scripts/build.mjs');
      expect(await run('node', 'dist/cli.js', '--practice=fresh', '--yes')).toContain(
        'Security contact: secure; kim.',
      );
    },
    TIMEOUT_MS,
  );
});
