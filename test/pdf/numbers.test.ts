import { describe, expect, it } from 'vitest';
import { compileMessages } from '../../functions/assets/compile-messages.ts';
import { readText } from '../../functions/assets/from-files.ts';
import { languages } from '../../functions/dataset/index.ts';
import { print, printWithMessages } from '../renders.ts';
import { traceNumbers } from './trace-numbers.ts';

/** The editions whose numbers are traced. */
const editions = ['2021-07', '2022-11', '2024-07', '2026-11'];

describe.each(editions)('in the edition %s', (edition) => {
  it.each(languages)('every number on the pages in %s is in the data that travel inside', async (language) => {
    const { counts, untraced } = await traceNumbers((await print(edition, language)).bytes, language);
    expect(untraced).toEqual([]);
    expect(counts.figure).toBeGreaterThan(150);
    expect(counts.note).toBeGreaterThan(45);
  });

  it('the three languages state the same figures equally often', async () => {
    const [first, ...others] = await Promise.all(
      languages.map(async (language) => {
        const { stated } = await traceNumbers((await print(edition, language)).bytes, language);
        return stated.toSorted();
      }),
    );
    expect(first?.length).toBeGreaterThan(100);
    for (const other of others) expect(other).toEqual(first);
  });
});

it('a number that no figure explains is found', async () => {
  const messages = readText('templates/messages.csv').replace('Trade with Russia at a glance', 'Trade of 468.9');
  const pdf = await printWithMessages(compileMessages(messages), '2021-07', 'en');
  const { untraced } = await traceNumbers(pdf.bytes, 'en');
  expect(untraced.length).toBeGreaterThan(0);
  expect(untraced.every((place) => place.includes('Trade of 468.9'))).toBe(true);
});
