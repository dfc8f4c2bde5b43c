import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Needs Python: `npm run test:moto`.
    exclude: ['test/moto/**'],
    setupFiles: ['test/support/no-network.ts'],
    testTimeout: 20_000,
  },
});
