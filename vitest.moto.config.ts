import { defineConfig } from 'vitest/config';
import { folderForTests } from './test/support/setup/memory-folder.ts';

const FAULTS = 'test/emulator/faults/**';

/** Apart from the other tests: these need Python, and what scripts/moto-venv.sh installs. */
export default defineConfig({
  test: {
    projects: [
      // In the order of their names: the one that takes longest begins, and the others run beside it.
      { extends: true, test: { name: 'faults', include: [`${FAULTS}/*.test.ts`] } },
      {
        extends: true,
        test: { name: 'others', include: ['test/emulator/**/*.test.ts'], exclude: [FAULTS] },
      },
    ],
    setupFiles: ['test/support/setup/no-network.ts'],
    env: { TMPDIR: folderForTests() },
    maxWorkers: '100%',
    // Each command of the AWS CLI takes a second to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
