import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { projectFolder } from '../../../functions/assets/from-files.ts';

// Set up before the tests of a file: notes what fast-check itself says of each property, a line of JSON each.
fc.configureGlobal({
  reporter: (details) => {
    const { currentTestName: property = '', testPath = '' } = expect.getState();
    const line = { file: relative(projectFolder, testPath), property, cases: details.numRuns, failed: details.failed };
    appendFileSync(process.env.FAST_CHECK_CASES ?? '', `${JSON.stringify(line)}\n`);
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  },
});
