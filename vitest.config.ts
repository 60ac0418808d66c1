import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that build bundles, start servers or processes, or synthesise the stack. */
export const system = [
  'test/api/race.test.ts',
  'test/checkout.test.ts',
  'test/desk/{commands,hostile-files}.test.ts',
  'test/document/contributing.test.ts',
  'test/assets/renderer-version.test.ts',
  'test/bench/bench.test.ts',
  'test/bench/fixed-program.test.ts',
  'test/budget.test.ts',
  'test/bundle/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/figures/over-time/{independent,worked-examples}.test.ts',
  'test/lib/**/*.test.ts',
  'test/local/{backfill,briefing-command,commands,data-changes,data-commands,desk}.test.ts',
  'test/local/server-{hostile-requests,pages-and-files}.test.ts',
  'test/playback/sentences.test.ts',
  'test/services/waits.test.ts',
  'test/store/{briefing-store,s3-objects}.test.ts',
];

/** Tests that render documents. */
export const print = [
  'test/api/{api,changes,figures-and-files,hostile,openapi,renewal,shares}.test.ts',
  'test/assets/brand.test.ts',
  'test/bench/content.test.ts',
  'test/changes/changes-between.test.ts',
  'test/dataset/scale.test.ts',
  'test/desk/identity.test.ts',
  'test/local/{live-preview,overlay,prove-by-printing}.test.ts',
  'test/monthly/**/*.test.ts',
  'test/pdf/*.test.ts',
  'test/playback/playback.test.ts',
  'test/renderer/*.test.ts',
  'test/public/public.test.ts',
  'test/web/order.test.ts',
];

const conformance = 'test/conformance/**';

/** What all projects share. A file sees what another one of its project left in memory: fonts and renderers, opened once. */
const common = {
  isolate: false,
  maxWorkers: 2,
  setupFiles: ['test/seed.ts'],
  testTimeout: 600_000, // no test is about time: a busy machine may take its own
  hookTimeout: 600_000,
  // What Node compiled of the commands that tests start, most of the time that they take to start.
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/gomel-briefing/compiled') },
};

export default defineConfig({
  test: {
    globalSetup: ['test/left-behind.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...system, ...print, conformance],
        },
      },
      { test: { ...common, name: 'print', include: print } },
      { test: { ...common, name: 'system', include: system } },
    ],
  },
});
