import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { renderUncached } from '../renders.ts';
import { checkSentences, checkTexts, hasPython } from './check-sentences.ts';

const files = monthlyPackage({ from: '2022-01', months: 54, products: 6, regions: 8 });
const cutOff = '2026-08-31';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sentences-'));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
});

afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(!hasPython())('a program that works sentences out by itself', () => {
  it('finds those of an edition true, and knows every one that tells of a change', async () => {
    const { bytes } = await renderUncached('2026-08', 'en', loadDataset(files, today));
    const { checked, wrong, unread } = await checkSentences(bytes, folder, cutOff);
    expect(wrong).toEqual([]);
    expect(unread).toEqual([]);
    expect(Object.values(checked).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
  });

  const exports = 'In June 2026 exports came to USD 161.4 million, 6.4% less than a year earlier';
  it.each([
    ['a number', exports.replace('161.4', '161.5')],
    ['a direction', exports.replace('less', 'more')],
    ['a percentage', exports.replace('6.4', '6.5')],
    ['a row of months', 'In June 2026 exports were lower than a year earlier for the ninth month in a row'],
    ['a record', 'Exports were highest in June 2026, of the 54 months known since January 2022'],
    [
      'a comparison with every year',
      'Exports and imports since January are lower than in the same months of every year since 2022',
    ],
    ['what moved most', 'Added most to exports: product HS1004 (+99.9 million)'],
    ['an order of regions', 'Smolensk Oblast took 43% of exports to Russia, the most of the named regions'],
  ])('finds %s that is not so', (_, sentence) => {
    const { wrong } = checkTexts([sentence], folder, cutOff);
    expect(wrong).toEqual([expect.stringContaining(sentence)]);
  });

  it('says of what sentence it does not know that it tells of a change', () => {
    const sentence = 'Exports rose beyond all measure';
    expect(checkTexts([sentence], folder, cutOff).unread).toEqual([sentence]);
  });
});
