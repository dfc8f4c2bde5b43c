import { defineConfig } from 'vitest/config';
import { folderForTests } from './test/support/setup/memory-folder.ts';

/** Each fault at each call: thousands of runs, for whoever changes how errors are met. Part of it runs in `test:moto`. */
export default defineConfig({
  test: {
    include: ['test/emulator/faults/every-pair.ts'],
    setupFiles: ['test/support/setup/no-network.ts'],
    env: { TMPDIR: folderForTests() },
    // One line for each pair, as it is known.
    disableConsoleIntercept: true,
    testTimeout: 6 * 60 * 60_000,
  },
});
