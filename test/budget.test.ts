import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../functions/assets/from-files.ts';
import { functionNames } from '../functions/bundle/build-bundle.ts';
import { languages } from '../functions/dataset/index.ts';
import budget from './budget.json' with { type: 'json' };
import { type Parts, partsFile, pdfName, pdfParts, sumOf, whatGrew, zipName, zipParts } from './budget-parts.ts';
import { builtBundles, sourceOf } from './bundles.ts';
import { openPdf } from './read-pdf.ts';
import { print } from './renders.ts';

const kept = JSON.parse(await readFile(partsFile, 'utf8')) as Readonly<Record<string, Parts>>;

/** What to do when something is over its budget. */
function remedy(what: string, now: number, place: string, limit: number): string {
  return `${what} is at ${now}, and test/budget.json allows ${limit} (${place}). Make it smaller, or raise the budget in the same commit and say in it what is worth that.`;
}

/** Expects parts to be within a budget in bytes. The failure says what grew. */
function expectBytes(what: string, now: Parts, place: string, limit: number): void {
  const before = kept[what] ?? {};
  const grown = `It was at ${sumOf(before)} when npm run budget last noted its parts; since then grew: ${whatGrew(before, now)}.`;
  expect(sumOf(now), `${remedy(what, sumOf(now), place, limit)} ${grown}`).toBeLessThanOrEqual(limit);
}

describe('the functions that are deployed are no larger than', () => {
  let bundles: string;
  beforeAll(async () => {
    bundles = await builtBundles();
  });

  it.each(functionNames)('their budget, zipped: %s', async (name) => {
    expectBytes(zipName(name), await zipParts(join(bundles, name)), `zipBytes.${name}`, budget.zipBytes[name]);
  });

  it.each(Object.entries(budget.partBytes))('their budget, part by part: %s', async (part, bytes) => {
    const { length } = await sourceOf(join(bundles, 'api'), part);
    expect(length, remedy(`${part} of the api function`, length, `partBytes.${part}`, bytes)).toBeLessThanOrEqual(
      bytes,
    );
  });
});

describe('the founding edition costs no more than its budget', () => {
  it.each(languages)('in bytes, its data inside: %s', async (language) => {
    const { bytes } = await print('2021-07', language);
    expectBytes(pdfName(language), pdfParts(bytes), `pdfBytes.${language}`, budget.pdfBytes[language]);
  });

  it.each(languages)('in operators that a reader carries out for a page: %s', async (language) => {
    const { bytes, pages } = await print('2021-07', language);
    const pdf = await openPdf(bytes);
    const operators: number[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      operators.push((await (await pdf.getPage(number)).getOperatorList()).fnArray.length);
    }
    await pdf.loadingTask.destroy();
    const mean = operators.reduce((sum, count) => sum + count, 0) / pages;
    const message = `${remedy('The mean of operators', mean, 'operatorsPerPage', budget.operatorsPerPage)} Page by page: ${operators.join(', ')}.`;
    expect(mean, message).toBeLessThanOrEqual(budget.operatorsPerPage);
  });

  // V8 counts in a separate process: the result is the same on a busy machine and an idle one.
  it('in memory that a warm render allocates', async () => {
    const script = join(projectFolder, 'test/allocations.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    const megabytes = Number(stdout) / 1e6;
    const place = 'allocatedMegabytes';
    const message = `${remedy('What a warm render allocates, in MB,', megabytes, place, budget.allocatedMegabytes)} \`node --heap-prof test/allocations.ts\` shows where; another page takes 2 MB.`;
    expect(megabytes, message).toBeLessThanOrEqual(budget.allocatedMegabytes);
  });
});
