import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What must not break unnoticed, and the quick tests that are to notice it. */
const GROUPS = {
  engine: {
    mutate: ['src/engine/*.ts'],
    testFiles: ['test/unit/engine/*.test.ts'],
  },
  gates: {
    mutate: ['steps/root-keys.ts', 'steps/root/root-key-changes.ts'],
    testFiles: ['test/unit/steps/root-keys-{plan,words}.test.ts'],
  },
  codes: {
    mutate: ['steps/iam/totp.ts', 'steps/iam/mfa-enrolment.ts', 'src/hosts/plain/codes.ts'],
    testFiles: [
      'test/unit/steps/totp.test.ts',
      'test/unit/steps/mfa-enrolment.test.ts',
      'test/unit/hosts/plain-codes.test.ts',
    ],
  },
  redaction: {
    mutate: [
      'src/text/{text,masked,placeholder}.ts',
      'src/engine/secret.ts',
      'src/reports/redact.ts',
      'src/reports/controls-report/mask-addresses.ts',
    ],
    testFiles: [
      'test/unit/text/{text,masked,placeholder}.test.ts',
      'test/unit/engine/secret.test.ts',
      'test/unit/reports/redact.test.ts',
      'test/unit/reports/controls-report/mask-addresses.test.ts',
    ],
  },
};

const group = GROUPS[process.env.GROUP];
if (!group) throw new Error(`set GROUP to one of: ${Object.keys(GROUPS).join(', ')}`);

export default {
  ...group,
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What is made once, when a file is loaded, stays as it was made while tests share a process.
  ignoreStatic: true,
  // TypeScript 7 has no programming interface. Nothing here needs the file: Vite reads none of its options.
  tsconfigFile: 'none',
  timeoutMS: 2500,
  concurrency: 1,
  tempDirName: join(tmpdir(), 'rootlock-mutants'),
  reporters: ['clear-text'],
  clearTextReporter: { reportTests: false },
  ignorePatterns: ['.venv', 'bench', 'dist', 'docs', 'test/emulator', 'test/program'],
};
