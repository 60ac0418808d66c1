import { describe, expect, it } from 'vitest';
import { editionOf } from '../../functions/briefings/index.ts';
import { type Dataset, type Language, languages, loadDataset } from '../../functions/dataset/index.ts';
import { deriveFigures } from '../../functions/figures/index.ts';
import { editionNamed } from '../briefings.ts';
import { linesOf, sheetOf } from '../documents.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { dataset, today } from '../package-files.ts';
import { statementsOf } from '../sheets.ts';

/** What a sheet says of itself, and the name of a chart that states nothing: they stand in no other form. */
const ofItself: Readonly<Record<Language, RegExp>> = {
  en: /^(The whole edition: |Twelve-month exports and imports$)/,
  ru: /^(Весь выпуск – |Экспорт и импорт за двенадцать месяцев$)/,
  be: /^(Увесь выпуск – |Экспарт і імпарт за дванаццаць месяцаў$)/,
};

const briefingOf = (edition: string, from: Dataset) => deriveFigures(editionOf(from, editionNamed(edition)).vintage);

const bulletins = (of: Bulletins) => loadDataset(monthlyPackage(of), today);

const editions: readonly (readonly [what: string, edition: string, from: Dataset])[] = [
  ['the founding edition', '2021-07', dataset],
  ['an edition with news', '2022-03', dataset],
  ['an old breakdown', '2026-11', dataset],
  ['six months', '2026-08', bulletins({ from: '2026-01', months: 6, products: 6, regions: 5 })],
  ['four years', '2026-11', bulletins({ from: '2022-10', months: 48, products: 6, regions: 5, missing: ['2024-08'] })],
  ['exports alone', '2026-08', bulletins({ from: '2024-01', months: 30, products: 4, flows: ['export'] })],
];

describe.each(editions)('the sheet of %s', (_, edition, from) => {
  const briefing = briefingOf(edition, from);

  it.each(languages)('states nothing that the full edition does not state, in %s', (language) => {
    const full = linesOf(briefing, language).join('\n');
    const sentences = statementsOf(sheetOf(briefing, language))
      .flatMap((text) => text.split(/(?<=[.!?]) /))
      .filter((sentence) => !ofItself[language].test(sentence));
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.filter((sentence) => !full.includes(sentence.replace(/\.$/, '')))).toEqual([]);
  });
});

it('a sheet is a document of its own: it has a title that says so', () => {
  const { title, labels, sections } = sheetOf(briefingOf('2021-07', dataset), 'en');
  expect(title).toBe('Gomel Oblast – Russia: Economic Ties, at a glance, January–May 2021');
  expect(labels.page(1, 1)).toBe('Sheet 1 of 1');
  expect(sections.map(({ id }) => id)).toEqual(['sheet']);
});
