import { defineConfig } from 'vitest/config';

/** Apart from the other tests: these need Python, and what scripts/moto-venv.sh installs. */
export default defineConfig({
  test: {
    include: ['test/moto/**/*.test.ts'],
    setupFiles: ['test/support/no-network.ts'],
    // Each file has an emulator of its own, and one of the two waits for the other: left alone, half of the machine idles.
    maxWorkers: '100%',
    // Each command of the AWS CLI takes a second to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
