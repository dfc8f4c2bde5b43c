import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Needs Python: `npm run test:moto`.
    exclude: ['test/moto/**'],
    setupFiles: ['test/support/no-network.ts'],
    // The SDK's warning about Node 20 says nothing about a test, and nothing here has a metadata service.
    env: {
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    // Most of the time they wait for a program to start.
    maxWorkers: '100%',
    // Many tests start the program, and a machine may be busy: a limit is for what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
