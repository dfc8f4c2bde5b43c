import { defineConfig } from 'vitest/config';
import { folderForTests } from '../support/setup/memory-folder.ts';

/** For Stryker, which wants one project, and says itself which test files run. */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    setupFiles: ['test/support/setup/no-network.ts', 'test/support/setup/quick-hashes.mjs'],
    env: { TMPDIR: folderForTests(), NODE_ENV: 'production', FORCE_COLOR: '2' },
    isolate: false,
    // Stryker has a limit of its own for a mutant that hangs.
    testTimeout: 60_000,
  },
});
