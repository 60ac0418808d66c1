import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 600_000, // drawn documents take their time on a busy machine
    setupFiles: [fileURLToPath(new URL('./note-cases.ts', import.meta.url))],
  },
});
