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
  create('steps/security-contact.ts', 'test/support/added-step/security-contact.ts.txt');
  insert(
    'steps/index.ts',
    'import signInUrl',
    "import securityContact from './security-contact.ts';\n",
  );
  insert('steps/index.ts', '      signInUrl,\n', '      securityContact,\n');
  create(
    'test/unit/steps/security-contact.test.ts',
    'test/support/added-step/security-contact.test.ts.txt',
  );
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
  insert(
    'src/practice/services/account/index.ts',
    '} satisfies Table<',
    `
  GetAlternateContact(_input, { state }) {
    const { name } = state.securityContact ?? {};
    if (name === undefined) {
      throw badRequest('ResourceNotFoundException', 'No contact of the inputted type found.');
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
};

describe.each(Object.entries(NAMED))('what is added by %s alone', (checklist, files) => {
  it.each(files)('touches %s, which the checklist names', (file) => {
    expect(readFileSync(`${ROOT}${checklist}`, 'utf8')).toContain(file);
  });
});

describe('a step and a service that are added by the checklists alone', () => {
  beforeAll(async () => {
    tree = await copyTree();
    addStep(tree);
    addService(tree);
  }, TIMEOUT_MS);

  it(
    'pass the checks of types, style and dead code',
    async () => {
      await tree.run('biome', 'check', '--write', 'src', 'steps', 'test');
      await tree.run('tsc', '-p', '.');
      await tree.run('biome', 'check', '.');
      expect(await tree.run('knip')).toBe('');
    },
    TIMEOUT_MS,
  );

  it(
    'pass their own tests and those of all steps and services, and are said in Korean',
    async () => {
      const names = ['security-contact', 'index', 'calls', 'controls'];
      const ofSteps = names.map((name) => `test/unit/steps/${name}`);
      const ofServices = ['practice/keyinfo', 'practice/serve', 'aws/declarations'];
      const tests = [...ofSteps, ...ofServices.map((name) => `test/unit/${name}`)];
      const args = ['run', '--project', 'together', ...tests, 'test/unit/locale'];
      expect(await tree.run('vitest', ...args)).toMatch(/Tests .*passed/);
    },
    TIMEOUT_MS,
  );

  it(
    'are there in a run in practice: the step is secured, with the examples of its questions',
    async () => {
      await tree.run('node', 'scripts/build.mjs');
      const args = ['--practice=fresh', '--yes', '--only', 'security-contact'];
      expect(await tree.run('node', 'dist/cli.js', ...args)).toContain(
        'Security contact (recommended): secure; kim.',
      );
    },
    TIMEOUT_MS,
  );
});
