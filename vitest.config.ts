import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that leave their process as they found it: they need none of their own, which loads the SDK anew each time. */
const TOGETHER = ['aws', 'engine', 'locale', 'practice', 'reports', 'steps', 'text'].map(
  (folder) => `test/unit/${folder}/**/*.test.ts`,
);

const NO_NETWORK = 'test/support/setup/no-network.ts';

export default defineConfig({
  test: {
    projects: [
      // In the order of their names: first those that wait for programs, then those that fill what is left of the time.
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.{ts,tsx}'],
          // The emulator's tests need Python: `npm run test:moto`.
          exclude: [...TOGETHER, 'test/emulator/**'],
          setupFiles: [NO_NETWORK],
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: TOGETHER,
          isolate: false,
          setupFiles: [NO_NETWORK, 'test/support/setup/quick-hashes.mjs'],
        },
      },
    ],
    // The SDK's warning about Node 20 says nothing about a test, and nothing here has a metadata service.
    env: {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    // Most of the time they wait for a program to start: one more than there are cores keeps these busy.
    maxWorkers: availableParallelism() + 1,
    // Many tests start the program, and a machine may be busy: a limit is for what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
