import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/conformance/**'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000, // no test is about time: a busy machine may take its own
    hookTimeout: 60_000,
  },
});
