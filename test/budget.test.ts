import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../functions/assets/from-files.ts';
import { buildBundles, functionNames, ownArchitecture } from '../functions/bundle/build-bundle.ts';
import { languages } from '../functions/dataset/index.ts';
import budget from './budget.json' with { type: 'json' };
import { openPdf } from './read-pdf.ts';
import { print } from './renders.ts';

describe('the functions that are deployed are no larger than', () => {
  let bundles: string;
  beforeAll(async () => {
    bundles = join(projectFolder, 'node_modules/.cache', `budget-test-${process.pid}`);
    await buildBundles(bundles, 'default', ownArchitecture ?? 'arm64');
    return () => rm(bundles, { recursive: true, force: true });
  }, 120_000);

  it.each(functionNames)('their budget, zipped: %s', async (name) => {
    expectWithin(`${name}.zip`, await zipBytesOf(join(bundles, name)), budget.zipBytes[name]);
  });

  it.each(Object.entries(budget.partBytes))('their budget, part by part: %s', async (part, bytes) => {
    expectWithin(`api/${part}`, (await readFile(join(bundles, 'api', part))).length, bytes);
  });
});

describe('the founding edition costs no more than its budget', () => {
  it.each(languages)('in bytes, its data inside: %s', async (language) => {
    expectWithin(`2021-07.${language}.pdf`, (await print('2021-07', language)).bytes.length, budget.pdfBytes[language]);
  });

  it.each(languages)('in operators that a reader carries out for a page: %s', async (language) => {
    const { bytes, pages } = await print('2021-07', language);
    const pdf = await openPdf(bytes);
    let operators = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      operators += (await (await pdf.getPage(number)).getOperatorList()).fnArray.length;
    }
    await pdf.loadingTask.destroy();
    expect(operators / pages).toBeLessThanOrEqual(budget.operatorsPerPage);
  });

  // Counted by V8 in a process of its own: the same on a busy machine as on an idle one.
  it('in memory that a warm render allocates', { timeout: 120_000 }, async () => {
    const script = join(projectFolder, 'test/allocations.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    expect(Number(stdout) / 1e6).toBeLessThanOrEqual(budget.allocatedMegabytes);
  });
});

/** Fails with what a file may weigh, what it weighs now, and where to change that. */
function expectWithin(file: string, bytes: number, limit: number): void {
  const message = `${file} has ${bytes} bytes, ${bytes - limit} more than the ${limit} that test/budget.json allows it`;
  expect(bytes, message).toBeLessThanOrEqual(limit);
}

/** The size of a folder as a zip file: every file deflated, with its two heads and its name in each. */
async function zipBytesOf(folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = found
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { length } = deflateRawSync(await readFile(path), { level: 9 });
      return length + 30 + 46 + 2 * relative(folder, path).length;
    });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 22);
}
