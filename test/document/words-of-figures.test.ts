import { describe, expect, it } from 'vitest';
import { type Language, languages, type Observation } from '../../functions/dataset/index.ts';
import type { Briefing } from '../../functions/figures/index.ts';
import { all, alter, briefingOf, briefingWith, founding, set } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { dataset } from '../package-files.ts';
import { expectIn, expectNotIn, firstValue, said } from './said.ts';

describe('a revised amount', () => {
  const revised = (value: number, published: string): Observation => ({
    ...firstValue,
    value,
    source: { ...firstValue.source, published },
  });

  it('has the unit and the decimals of its former value', () => {
    const from = { ...dataset, observations: [...dataset.observations, revised(2471.2, '2022-11-20')] };
    expectIn(briefingOf('2022-11', from), {
      en: '2,467.8 USD 2,471.2 million',
      ru: '2 467,8 2 471,2 млн долл. США',
      be: '2 467,8 2 471,2 млн дол. ЗША',
    });
  });
});

describe('the word that a publication puts before a number', () => {
  const qualified = briefingWith(
    all(
      ...['trade_share', 'trade_value export', 'region_share', 'investment', 'companies', 'documents_local'].map(
        (name) => alter(name, { qualifier: 'more_than' as const }),
      ),
    ),
  );

  it.each([
    ['a share in a chart', 'more than 31.4%', 'более 31,4 %', 'больш за 31,4 %'],
    ['an amount in a chart', 'more than 675.6', 'более 675,6', 'больш за 675,6'],
    ['a share on a map', 'more than 24.5%', 'более 24,5 %', 'больш за 24,5 %'],
    ['an amount of investment on a strip', 'more than 515.2', 'более 515,2', 'больш за 515,2'],
    ['a number of dots', 'more than 361', 'более 361', 'больш за 361'],
    ['a number of squares', 'more than 78', 'более 78', 'больш за 78'],
  ])('is printed with %s', (_, en, ru, be) => {
    expect(linesOf(qualified, 'en')).toContain(en);
    expect(linesOf(qualified, 'ru')).toContain(ru);
    expect(linesOf(qualified, 'be')).toContain(be);
  });

  it('is in alternative texts', () => {
    expectIn(qualified, {
      en: 'Exports more than 31.4%',
      ru: 'Экспорт – более 31,4 %',
      be: 'Экспарт – больш за 31,4 %',
    });
    expectIn(qualified, {
      en: 'Companies with Russian capital: more than 361, of which',
      ru: 'Компании с российским капиталом: более 361, из них',
      be: 'Кампаніі з расійскім капіталам: больш за 361, з іх',
    });
  });

  it('governs the words beside the dots', () => {
    expect(linesOf(qualified, 'ru')).toContain('компании');
    expect(linesOf(qualified, 'be')).toContain('кампанію');
    expect(linesOf(founding, 'ru')).toContain('компания');
  });
});

describe('a change on a card', () => {
  it('is a multiple from two times on, and only a percentage below', () => {
    const card = (briefing: Briefing, language: Language) => linesOf(briefing, language);
    expect(card(founding, 'ru')).toEqual(expect.arrayContaining(['в 2,18 раза', '+117,7 %', '+25,0 %']));
    expectNotIn(founding, 'в 1,25 раза', 'у 1,25 раза');
    expect(card(briefingWith(set('trade_index export', 199.9)), 'ru')).not.toContain('в 2,00 раза');
  });

  it('of an amount is in a year, not year on year', () => {
    expect(linesOf(founding, 'en')).toContain('in a year');
    expect(linesOf(founding, 'ru')).toContain('за год');
    expect(linesOf(founding, 'be')).toContain('за год');
  });
});

describe('Russian and Belarusian', () => {
  it('say balance, not deficit or profit', () => {
    for (const language of ['ru', 'be'] as const) {
      expect(said(founding, language)).not.toMatch(/дефицит|профицит|дэфіцыт|прафіцыт/i);
    }
  });

  it('have no sign of approximation in sentences', () => {
    const sentences = languages.flatMap((language) =>
      linesOf(founding, language).filter((line) => /\p{L}\. ?$|\p{L}{4,} ≈|≈.*\p{L}{5}/u.test(line)),
    );
    expect(
      sentences.filter(
        (line) => line.includes('≈') && !/≈[;,]|знак|sign|total|всего|усяго|Total|Всего|Усяго/.test(line),
      ),
    ).toEqual([]);
  });
});
