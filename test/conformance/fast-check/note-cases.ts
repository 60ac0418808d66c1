import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { projectFolder } from '../../../functions/assets/from-files.ts';

// Setup for each test file: writes fast-check's own report on each property, one JSON line each.
fc.configureGlobal({
  reporter: (details) => {
    const { currentTestName: property = '', testPath = '' } = expect.getState();
    const line = { file: relative(projectFolder, testPath), property, cases: details.numRuns, failed: details.failed };
    appendFileSync(process.env.FAST_CHECK_CASES ?? '', `${JSON.stringify(line)}\n`);
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  },
});
