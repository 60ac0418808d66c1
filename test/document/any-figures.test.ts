import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBrand, readWording } from '../../functions/assets/from-files.ts';
import { type Language, languages, type Observation } from '../../functions/dataset/index.ts';
import { composeDocument, type Wording } from '../../functions/document/index.ts';
import { all, briefingOf, briefingWith, set } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { datasetOf } from '../scenarios.ts';
import { wordsOf } from '../words.ts';

let wording: Wording;
const { names } = loadBrand('default');

beforeAll(() => {
  wording = readWording();
});

/** All texts of a document, including alternative texts. */
const textOf = (change: (observations: readonly Observation[]) => readonly Observation[], language: Language) =>
  JSON.stringify(composeDocument(briefingWith(change), language, wording, names));

const shown = (change: Parameters<typeof textOf>[0], language: Language) =>
  textOf(change, language).replaceAll('\u00a0', ' ');

const amounts = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0.1, max: 5000, noNaN: true }),
  fc.constantFrom(675.6, 1792.2),
);
const indices = fc.oneof(fc.constantFrom(100, 100.2, 99.9, 0.1), fc.double({ min: 0.1, max: 2000, noNaN: true }));
const shares = fc.double({ min: 0, max: 100, noNaN: true });
const counts = fc.oneof(fc.constantFrom(0, 1, 2, 5, 11, 21, 101, 121), fc.nat({ max: 20_000 }));

/** Another value of an observation, or none. */
const anotherValue = (name: string, values: fc.Arbitrary<number>, decimals: number) =>
  fc.option(values, { freq: 8 }).map((value) => set(name, value === null ? null : Number(value.toFixed(decimals))));

const figures = fc
  .tuple(
    ...['turnover', 'export', 'import'].flatMap((flow) => [
      anotherValue(`trade_value ${flow}`, amounts, 1),
      anotherValue(`trade_index ${flow}`, indices, 1),
      anotherValue(`trade_share ${flow}`, shares, 1),
    ]),
    anotherValue('region_share', shares, 1),
    anotherValue('investment', amounts, 1),
    anotherValue('investment_share', shares, 0),
    ...['companies', 'companies_fez', 'documents_executive', 'documents_council', 'documents_local'].map((name) =>
      anotherValue(name, counts, 0),
    ),
  )
  .map((changes) => all(...changes));

const says = (sentence: string) => (text: string) => text.includes(sentence);

describe('a briefing of any figures', () => {
  it('has complete text in every language, without a trace of missing values', () => {
    fc.assert(
      fc.property(figures, (change) => {
        for (const language of languages)
          expect(textOf(change, language)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a sentence agrees', () => {
  const onlyCouncil = all(set('documents_executive', 0), set('documents_local', 0));

  it.each([
    ['en', 'The documents were signed by the Council of Deputies (9).'],
    ['ru', 'Документы подписал областной Совет депутатов (9).'],
    ['be', 'Дакументы падпісаў абласны Савет дэпутатаў (9).'],
  ] as const)('with one signer, in %s', (language, sentence) => {
    expect(shown(onlyCouncil, language)).toSatisfy(says(sentence));
  });

  it('with both flows when neither changed', () => {
    const flat = all(
      set('trade_index export', 100.2),
      set('trade_index import', 100.1),
      set('trade_index turnover', 100.1),
    );
    expect(shown(flat, 'en')).toSatisfy(says('Exports and imports were almost unchanged; '));
    expect(shown(flat, 'ru')).toSatisfy(says('Экспорт и импорт почти не изменились; '));
  });

  it('with a multiple only when trade rose: a fall is no «в 0,79 раза»', () => {
    const fell = all(set('trade_index turnover', 78.6), set('trade_index export', 100.2));
    expect(shown(fell, 'ru')).toSatisfy(says('×0,79'));
    expect(shown(fell, 'ru')).toSatisfy(says('×1,00'));
    expect(shown(fell, 'ru')).toSatisfy((text: string) => !/в (0,\d+|1,00) раз/.test(text));
    expect(shown(all(), 'ru')).toSatisfy(says('"text":"в 2,18 раза"'));
  });

  it.each([
    [217.7, '2.18 times as much', 'в 2,18 раза', 'у 2,18 раза'],
    [300.0, '3 times as much', 'в 3 раза', 'у 3 разы'],
    [432.1, '4.3 times as much', 'в 4,3 раза', 'у 4,3 раза'],
    [500.0, '5 times as much', 'в 5 раз', 'у 5 разоў'],
    [1234.5, '12 times as much', 'в 12 раз', 'у 12 разоў'],
    [2100.0, '21 times as much', 'в 21 раз', 'у 21 раз'],
    [5000.0, '50 times as much', 'в 50 раз', 'у 50 разоў'],
  ])('with a multiple of as many decimals as it needs: an index of %d', (index, ...[en, ru, be]) => {
    const rose = set('trade_index turnover', index);
    for (const [language, text] of [
      ['en', en],
      ['ru', ru],
      ['be', be],
    ] as const) {
      expect(shown(rose, language)).toSatisfy(says(text));
      expect(shown(rose, language)).not.toMatch(/×\d{2,}[.,]\d|[×\d][.,]00 (раз|times)/);
    }
  });

  it('with a percentage as round as the multiple beside it', () => {
    const rose = set('trade_index turnover', 5000);
    expect(shown(rose, 'ru')).toSatisfy(says('+4 900 %'));
    expect(shown(rose, 'ru')).not.toMatch(/4 900,0/);
    expect(shown(rose, 'en')).not.toMatch(/4,900\.0/);
  });

  it('that is no fall by 100% in a table or on a card while something is left', () => {
    const index = briefingOf('2021-07').byKey.get('turnover.index');
    if (!index) throw new Error('the founding article has an index of turnover');
    expect(wordsOf.en.growth({ ...index, value: 0.03, decimals: 1 })).toBe('−99.97%');
    expect(wordsOf.en.growth({ ...index, value: 0, decimals: 1 })).toBe('−100.0%');
  });
});

describe('an alternative text', () => {
  it('writes a deficit with its minus', () => {
    expect(shown(all(), 'en')).toSatisfy(says('Balance with Russia: January–May 2020, about USD −52.2 million'));
    expect(shown(all(), 'ru')).toSatisfy(says('январь–май 2021 г. – −1 116,6 млн долл. США'));
  });

  it('says how many companies one dot stands for where there are thousands', () => {
    expect(shown(set('companies', 12_345), 'en')).toSatisfy(says('Dot chart, one dot is ten companies'));
    expect(shown(all(), 'en')).toSatisfy(says('Dot chart, one dot is one company'));
  });
});

it.each([
  ['en', ['Surplus', 'Balance']],
  ['ru', ['Сальдо', 'Сальдо']],
  ['be', ['Сальда', 'Сальда']],
] as const)('a balance of zero is neither a surplus nor a deficit, in %s', (language, words) => {
  const trade = {
    exports: 600,
    imports: 600,
    exportsBefore: 500,
    importsBefore: 400,
    allExports: 2000,
    allImports: 2000,
  };
  const { sections } = documentOf(briefingOf('2021-07', datasetOf({ trade })), language);
  // Without the names of the two sides of an axis.
  const text = JSON.stringify(sections).replace(/"sides":\[[^\]]*\]/g, '');
  const gaps = [...text.matchAll(/"word":"([^"]+)"/g)].map(([, word]) => word);
  expect(gaps.slice(0, 2)).toEqual(words);
  expect(text).not.toMatch(/−0[.,]0/);
  expect(text).not.toMatch(language === 'en' ? /deficit/i : /дефіцыт|дефицит/i);
});
