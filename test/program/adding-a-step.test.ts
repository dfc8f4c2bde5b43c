import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/program/bundle.ts';
import { type CopiedTree, copyTree } from '../support/program/copied-tree.ts';

/** Milliseconds. Checking and testing a whole tree takes a while on a busy machine. */
const TIMEOUT_MS = 240_000;

let tree: CopiedTree;
afterAll(() => tree.delete());

/** A step with three text questions and one REST-JSON call that has a body, by the checklist alone. */
function addStep({ create, insert, remove }: CopiedTree): void {
  create('steps/account-name.ts', 'test/support/added-step/account-name.ts.txt');
  insert('steps/index.ts', 'import signInUrl', "import accountName from './account-name.ts';\n");
  insert('steps/index.ts', '      signInUrl,\n', '      accountName,\n');
  create(
    'test/unit/steps/account-name.test.ts',
    'test/support/added-step/account-name.test.ts.txt',
  );
  remove('test/unit/steps/controls.test.ts', /.*'contact-details'.*\n/);
  insert(
    'src/locale/ko/steps-account.ts',
    "  'Sign-in URL':",
    `  'Account name': '계정 이름',
  'People with several accounts tell them apart by it.':
    '계정이 여러 개면 이름으로 구별합니다.',
  'no name yet': '이름 없음',
  'Name the account {name}': '계정 이름을 {name}[으로/로] 정하기',
  'Name the account': '계정 이름 정하기',
  'Account page, Account details, Edit': '계정 페이지 > 계정 세부 정보 > 편집',
  'A part of its name? For instance {example}': '이름의 한 부분을 입력하십시오. 예: {example}',
`,
  );
  insert(
    'src/aws/services/account.ts',
    '} satisfies Writes',
    '  PutAccountName: { Command: sdk.PutAccountNameCommand, resend: true },\n',
  );
  insert(
    'src/practice/services/account/index.ts',
    '} satisfies Table<',
    `
  PutAccountName({ AccountName = '' }, { state }) {
    if (AccountName === '') throw invalid('AccountName');
    state.accountName = AccountName;
    return {};
  },
`,
  );
  remove('src/practice/services/account/index.ts', /.*AccountName: 'practice',\n/);
  insert(
    'src/practice/services/account/index.ts',
    '      AccountCreatedDate:',
    '      ...(state.accountName !== undefined && { AccountName: state.accountName }),\n',
  );
  insert(
    'src/practice/state/account-state.ts',
    '  /** Milliseconds until CloudTrail',
    '  accountName: v.exactOptional(v.string()),\n',
  );
}

/** A service that only reads, by the checklist alone: STS under another name, with an operation that is not sent otherwise. */
function addService({ create, insert }: CopiedTree): void {
  create('src/aws/services/keyinfo.ts', 'test/support/added-service/declarations.ts.txt');
  insert(
    'src/aws/operations.ts',
    '  organizations: () =>',
    "  keyinfo: () => import('./services/keyinfo.ts'),\n",
  );
  create('src/practice/services/keyinfo/index.ts', 'test/support/added-service/practice.ts.txt');
  insert(
    'src/practice/services/index.ts',
    '  organizations: () =>',
    "  keyinfo: () => import('./keyinfo/index.ts'),\n",
  );
  create('test/unit/practice/keyinfo.test.ts', 'test/support/added-service/practice.test.ts.txt');
  insert(
    'test/support/aws/decode-request.ts',
    "  organizations: () => import('@aws",
    "  keyinfo: () => import('@aws-sdk/client-sts'),\n",
  );
}

/** A page of the review that looks at the account's aliases, by the checklist alone. */
function addPage({ create, insert }: CopiedTree): void {
  const from = (name: string) => `test/support/added-page/${name}.txt`;
  create('docs/review/names.md', from('names.md'));
  create('src/review/names.ts', from('names.ts'));
  insert(
    'src/review/index.ts',
    "  {\n    id: 'rights'",
    "  { id: 'names', title: t('Account names'), load: async () => (await import('./names.ts')).names },\n",
  );
  create('test/unit/review/names.test.ts', from('names.test.ts'));
  create('src/locale/ko/review-names.ts', from('korean.ts'));
  insert(
    'src/locale/ko.ts',
    'import { reviewNetwork }',
    "import { reviewNames } from './ko/review-names.ts';\n",
  );
  insert('src/locale/ko.ts', '  ...reviewNetwork,', '  ...reviewNames,\n');
}

/** Checklists, and files that they name, in the words that they name them by. */
const NAMED = {
  'docs/adding-a-step.md': [
    'steps/index.ts',
    'src/locale/ko/',
    'src/aws/services/SERVICE.ts',
    'src/practice/services/SERVICE/',
    'src/practice/state/',
    'test/unit/steps/NAME.test.ts',
    'test/unit/steps/controls.test.ts',
  ],
  'docs/adding-a-service.md': [
    'src/aws/services/SERVICE.ts',
    'src/aws/operations.ts',
    'src/practice/services/SERVICE/index.ts',
    'src/practice/services/index.ts',
    'test/unit/practice/',
    'test/support/aws/decode-request.ts',
  ],
  'docs/adding-a-page.md': [
    'docs/review/NAME.md',
    'src/review/NAME.ts',
    'src/review/index.ts',
    'test/unit/review/NAME.test.ts',
    'src/locale/ko/review-NAME.ts',
    'src/locale/ko.ts',
  ],
};

describe.each(Object.entries(NAMED))('what is added by %s alone', (checklist, files) => {
  it.each(files)('touches %s, which the checklist names', (file) => {
    expect(readFileSync(`${ROOT}${checklist}`, 'utf8')).toContain(file);
  });
});

describe('a step, a service and a page that are added by the checklists alone', () => {
  beforeAll(async () => {
    tree = await copyTree();
    addStep(tree);
    addService(tree);
    addPage(tree);
  }, TIMEOUT_MS);

  it(
    'pass the checks of types, style and dead code',
    async () => {
      await tree.run('biome', 'check', '--write', '.');
      await tree.run('tsc', '-p', '.');
      expect(await tree.run('knip')).toBe('');
    },
    TIMEOUT_MS,
  );

  it(
    'pass their own tests and those of all steps, services and pages, and are said in Korean',
    async () => {
      const names = ['account-name', 'index', 'calls', 'controls'];
      const ofSteps = names.map((name) => `test/unit/steps/${name}`);
      const ofServices = ['practice/keyinfo', 'practice/serve', 'aws/declarations'];
      const ofPages = ['review/names', 'review/pages'];
      const others = [...ofServices, ...ofPages].map((name) => `test/unit/${name}`);
      const tests = [...ofSteps, ...others];
      const args = ['run', '--project', 'together', ...tests, 'test/unit/locale'];
      expect(await tree.run('vitest', ...args)).toMatch(/Tests .*passed/);
    },
    TIMEOUT_MS,
  );

  it(
    'are there in practice: the step is secured, with the examples of its questions, and the page is shown',
    async () => {
      await tree.run('node', 'scripts/build.mjs');
      const args = ['--practice=fresh', '--yes', '--only', 'account-name'];
      expect(await tree.run('node', 'dist/cli.js', ...args)).toContain(
        'Account name (recommended): secure; kim-shop-production.',
      );
      const review = ['review', 'names', '--practice=busy', '--lang', 'ko'];
      expect(await tree.run('node', 'dist/cli.js', ...review)).toMatch(/계정 이름[\s\S]+acme-shop/);
    },
    TIMEOUT_MS,
  );
});
