import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { set } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { print } from '../renders.ts';
import {
  approvedFolder,
  type Difference,
  differencesBetween,
  differencesOf,
  differentPixels,
  drawPdf,
  markDifference,
  pictured,
  tolerance,
} from './pictures.ts';

const differingFolder = `${approvedFolder}differing/`;

/** Saves the differing pictures of a briefing for review and removes those of the run before. */
async function saveDifferences(stem: string, differences: readonly Difference[]): Promise<void> {
  mkdirSync(differingFolder, { recursive: true });
  for (const name of readdirSync(differingFolder)) if (name.startsWith(stem)) rmSync(differingFolder + name);
  for (const { name, before, after } of differences) {
    if (after) writeFileSync(differingFolder + name, after);
    const marked = before && after ? await markDifference(before, after) : null;
    if (marked) writeFileSync(differingFolder + name.replace('.png', '.marked.png'), marked);
  }
  if (readdirSync(differingFolder).length === 0) rmdirSync(differingFolder);
}

describe.each(pictured)('the $language pages of $edition in the brand $brand', (which) => {
  it('look as they were approved; `npm run pictures` approves what is in test/pictures/differing', async () => {
    const differences = await differencesOf(which);
    await saveDifferences(`${which.brand}-${which.edition}-${which.language}-`, differences);
    expect(differences.map(({ summary }) => summary)).toEqual([]);
  });
});

it('one more digit in one line is a visible difference, which is marked', async () => {
  const before = await drawPdf(await print('2021-07', 'en'), [4]);
  const changed = { ...dataset, observations: set('companies_fez', 13)(dataset.observations) };
  const after = await drawPdf(await print('2021-07', 'en', changed), [4]);
  const [one = Buffer.alloc(0), other = Buffer.alloc(0)] = [...before.values(), ...after.values()];
  expect(await differentPixels(one, other)).toBeGreaterThan(tolerance);
  expect(await differentPixels(await markDifference(one, other), await markDifference(other, other))).toBeGreaterThan(
    tolerance,
  );
});

it('a new page, a page that is gone and a page that differs are reported by name', async () => {
  const page = (number: number) => readFileSync(`${approvedFolder}default-2021-07-en-${number}.png`);
  const approved = new Map([1, 2, 3].map((number) => [`${number}.png`, page(number)]));
  const current = new Map([
    ['1.png', page(1)],
    ['2.png', page(3)],
    ['4.png', page(4)],
  ]);
  expect((await differencesBetween(approved, current)).map(({ summary }) => summary)).toEqual([
    expect.stringMatching(/^2\.png: \d{4,} pixels differ$/),
    '3.png: the page is gone',
    '4.png: a new page',
  ]);
});
