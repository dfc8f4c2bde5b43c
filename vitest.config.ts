import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { folderForTests } from './test/support/setup/memory-folder.ts';

/** They start no program. */
const UNIT = 'test/unit/**/*.test.{ts,tsx}';

const NO_NETWORK = 'test/support/setup/no-network.ts';

export default defineConfig({
  // Here and not in a project: what is kept for one project is taken for the other too.
  oxc: { jsx: { development: false } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          // Most of the time they wait for a program to start: one more than there are cores keeps these busy. For other
          // tests it is one for each core: each process loads the SDK and Ink, and learns what AWS answers. The command line
          // does not reach a project's number.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 0 },
          include: ['test/**/*.test.{ts,tsx}'],
          // The emulator's tests need Python: `npm run test:moto`.
          exclude: [UNIT, 'test/emulator/**'],
          setupFiles: [NO_NETWORK],
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
          include: [UNIT],
          setupFiles: [NO_NETWORK, 'test/support/setup/quick-hashes.mjs'],
          env: {
            // As in the built program: React's development build takes a stack trace for each element.
            NODE_ENV: 'production',
            // Chalk decides once, when it is loaded, and there is no terminal.
            FORCE_COLOR: '2',
          },
        },
      },
    ],
    // Test files leave their process as they found it, and so share one: a process for each would load the SDK, Ink and the
    // steps anew each time.
    isolate: false,
    // V8 begins with a young generation of one megabyte and looks through it again and again: a seventh of a process's time
    // went there.
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=64'],
    // Vite's output for each file is kept in node_modules: the next run begins in half the time.
    experimental: { fsModuleCache: true },
    // The SDK's warning about Node 20 says nothing about a test, and nothing here has a metadata service.
    env: {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AWS_EC2_METADATA_DISABLED: 'true',
      TMPDIR: folderForTests(),
    },
    // Many tests start the program, and a machine may be busy: a limit is for what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
