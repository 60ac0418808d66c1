import { beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, languages } from '../../functions/dataset/index.ts';
import { pageTexts } from '../read-pdf.ts';
import { print } from '../renders.ts';
import { datasetOf, longName, scenarios } from '../scenarios.ts';
import { pageProblems } from './page-checks.ts';
import { partsIn } from './structure.ts';
import { traceNumbers } from './trace-numbers.ts';

describe.each(Object.entries(scenarios))('when %s', (_, scenario) => {
  let dataset: Dataset;
  beforeAll(() => {
    dataset = datasetOf(scenario);
  });

  it.each(languages)('the briefing in %s has no layout problems and states only what it knows', async (language) => {
    const pdf = await print('2021-07', language, dataset);
    expect(await pageProblems(pdf.bytes)).toEqual([]);
    const text = (await pageTexts(pdf.bytes)).join(' ');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\{|\}|\[object/);
    expect((await traceNumbers(pdf.bytes, language)).untraced).toEqual([]);
  });
});

it('a page number of two digits has room for both', async () => {
  const pdf = await print('2021-07', 'en', datasetOf({ ...scenarios['thirty regions buy'], names: longName }));
  const { text } = (await partsIn(pdf.bytes)).find(({ text }) => text.includes('How to read')) ?? { text: '' };
  expect(text).toMatch(/, page 1\d\./);
  expect(await pageProblems(pdf.bytes)).toEqual([]);
});
