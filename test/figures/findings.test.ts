import { describe, expect, it } from 'vitest';
import { changeFinding, changeOf, type Subject, subjects } from '../../functions/figures/change-findings.ts';
import type { Figures, Finding } from '../../functions/figures/index.ts';
import { balanceFinding, driverFinding } from '../../functions/figures/trade-findings.ts';
import { all, briefingWith, figureOf, founding, set } from '../briefings.ts';
import { told } from '../words.ts';

/** Published amounts of two comparable periods, in USD million. */
function published(name: 'investment' | 'exports', value: number, base: number): Figures {
  const figure = figureOf(founding, name);
  const entry = (key: string, amount: number) =>
    [key, { ...figure, key, value: amount, interval: { lo: amount, hi: amount } }] as const;
  return new Map([entry(name, value), entry(`${name}.base`, base)]);
}

/** The sentence on the change of a subject. */
function changeIn(figures: Figures, subject: Subject): Finding | null {
  const word = changeOf(figures, subject);
  return word === 'no_value' ? null : changeFinding(figures, subject, `change.${word}`);
}

describe('the rules of docs/language.md, worked', () => {
  it('1: an index of 217.7 is trade that more than doubled, never a growth of 217.7 %', () => {
    const [first] = founding.findings.brief;
    expect(told(first?.lead ?? null)).toEqual({
      en: 'Trade with Russia more than doubled',
      ru: 'Торговля с Россией выросла более чем вдвое',
      be: 'Гандаль з Расіяй вырас больш чым удвая',
    });
    expect(told(first?.body ?? null)).toEqual({
      en: 'Turnover with Russia in January–May 2021 came to USD 2,467.8 million, 2.18 times as much as in January–May 2020.',
      ru: 'Внешнеторговый оборот с Россией за январь–май 2021 г. составил 2 467,8 млн долл. США – в 2,18 раза больше, чем за январь–май 2020 г.',
      be: 'Знешнегандлёвы абарот з Расіяй за студзень–май 2021 г. склаў 2 467,8 млн дол. ЗША – у 2,18 раза больш, чым за студзень–май 2020 г.',
    });
  });

  it('2: imports 302.4, exports 125.0 and a deficit that grew', () => {
    expect(told(founding.findings.trade.slope)).toEqual({
      en: 'Imports tripled while exports rose by a quarter; the deficit widened to USD 1.1 billion',
      ru: 'Импорт вырос втрое, экспорт – на четверть; отрицательное сальдо увеличилось до 1,1 млрд долл. США',
      be: 'Імпарт вырас утрая, экспарт – на чвэрць; адмоўнае сальда павялічылася да 1,1 млрд дол. ЗША',
    });
  });

  it('3: an index of 78.6 is a fall', () => {
    const { byKey } = briefingWith(set('trade_index turnover', 78.6));
    expect(told(changeIn(byKey, subjects.trade))).toEqual({
      en: 'Trade with Russia fell by 21%',
      ru: 'Торговля с Россией сократилась на 21 %',
      be: 'Гандаль з Расіяй скараціўся на 21 %',
    });
  });

  it('4: imports that halved', () => {
    const { byKey } = briefingWith(set('trade_index import', 49.6));
    expect(told(changeIn(byKey, subjects.imports))).toEqual({
      en: 'Imports from Russia fell by half',
      ru: 'Импорт из России сократился вдвое',
      be: 'Імпарт з Расіі скараціўся ўдвая',
    });
  });

  it('5: a deficit that turned into a surplus', () => {
    const { byKey } = briefingWith(all(set('trade_value import', 615.6), set('trade_index import', 103.872)));
    expect(told(balanceFinding(byKey))).toEqual({
      en: 'The deficit in trade with Russia turned into a surplus of USD 60.0 million (a year earlier, a deficit of about USD 52.2 million)',
      ru: 'Отрицательное сальдо торговли с Россией сменилось положительным: 60,0 млн долл. США (годом ранее – отрицательное, около 52,2 млн долл. США)',
      be: 'Адмоўнае сальда гандлю з Расіяй змянілася дадатным: 60,0 млн дол. ЗША (годам раней – адмоўнае, каля 52,2 млн дол. ЗША)',
    });
  });

  it('6: an index of 100.3 is no change worth a word', () => {
    const { byKey } = briefingWith(set('trade_index export', 100.3));
    expect(told(changeIn(byKey, subjects.exports))).toEqual({
      en: 'Exports to Russia were almost unchanged',
      ru: 'Экспорт в Россию почти не изменился',
      be: 'Экспарт у Расію амаль не змяніўся',
    });
  });

  it('7: a value without a comparison', () => {
    const { byKey } = briefingWith(set('trade_index import', null));
    expect(told(changeIn(byKey, subjects.imports))).toEqual({
      en: 'Imports from Russia came to USD 1,792.2 million; there is no comparable earlier figure',
      ru: 'Импорт из России составил 1 792,2 млн долл. США; сопоставимых данных за предыдущий период нет',
      be: 'Імпарт з Расіі склаў 1 792,2 млн дол. ЗША; супастаўных даных за папярэдні перыяд няма',
    });
  });

  it('8: a base too small for a ratio', () => {
    expect(told(changeIn(published('exports', 12.3, 0.4), subjects.exports))).toEqual({
      en: 'Exports to Russia rose to USD 12.3 million, from USD 0.4 million a year earlier',
      ru: 'Экспорт в Россию вырос до 12,3 млн долл. США (годом ранее – 0,4 млн долл. США)',
      be: 'Экспарт у Расію вырас да 12,3 млн дол. ЗША (годам раней – 0,4 млн дол. ЗША)',
    });
  });

  it('9: investment that fell to zero', () => {
    expect(told(changeIn(published('investment', 0, 154.3), subjects.investment))).toEqual({
      en: 'Russian investment fell to zero',
      ru: 'Российские инвестиции сократились до нуля',
      be: 'Расійскія інвестыцыі скараціліся да нуля',
    });
  });

  it('10: investment that began', () => {
    expect(told(changeIn(published('investment', 8.2, 0), subjects.investment))).toEqual({
      en: 'Russian investment rose from zero to USD 8.2 million',
      ru: 'Российские инвестиции выросли с нуля до 8,2 млн долл. США',
      be: 'Расійскія інвестыцыі выраслі з нуля да 8,2 млн дол. ЗША',
    });
  });

  it('11: shares of 76.5 and 31.4', () => {
    expect(told(founding.findings.trade.weightInWords)).toEqual({
      en: 'Russia supplies more than three-quarters of the oblast’s imports but takes less than a third of its exports',
      ru: 'На Россию приходится более трёх четвертей импорта области, но менее трети экспорта',
      be: 'На Расію прыпадае больш за тры чвэрці імпарту вобласці, але менш за траціну экспарту',
    });
  });

  it('12: exports up by 18 %, imports down by 8 %', () => {
    const { findings } = briefingWith(
      all(set('trade_index export', 118), set('trade_index import', 92), set('trade_value import', 1000)),
    );
    const { en, ru, be } = told(findings.trade.slope);
    expect(en).toMatch(/^Exports rose by 18%, but imports fell by 8%; /);
    expect(ru).toMatch(/^Экспорт вырос на 18 %, а импорт сократился на 8 %; /);
    expect(be).toMatch(/^Экспарт вырас на 18 %, а імпарт скараціўся на 8 %; /);
  });
});

describe('what drove trade', () => {
  it('is described as a fall when trade fell', () => {
    const { byKey } = briefingWith(
      all(set('trade_index turnover', 80), set('trade_index import', 78), set('trade_index export', 86)),
    );
    expect(told(driverFinding(byKey)).en).toMatch(/^Imports accounted for about \d+% of the fall$/);
  });

  it('is one flow alone when the other moved in the opposite direction', () => {
    const { byKey } = briefingWith(all(set('trade_index turnover', 130), set('trade_index export', 80)));
    expect(told(driverFinding(byKey)).en).toBe('The whole increase came from imports; exports did not grow');
  });

  it('is not named when a flow is missing', () => {
    const { byKey } = briefingWith(set('trade_value import', null));
    expect(driverFinding(byKey)?.message).toBe('driver.unknown_split');
  });
});

describe('a briefing with less than the founding article has', () => {
  it.each([
    ['no share of Russia', 'trade_share'],
    ['no regional shares', 'region_share'],
    ['no investment', 'investment'],
    ['no companies', 'companies'],
    ['no documents of the councils', 'documents_council'],
    ['no indices', 'trade_index'],
    ['no imports', 'trade_value import'],
    ['no trade at all', 'trade_value'],
  ])('with %s says nothing about what it lacks', (_, missing) => {
    const { findings } = briefingWith(set(missing, null));
    const sentences = [...findings.brief.flatMap(({ lead, body }) => [lead, body]), findings.trade.slope].map(told);
    for (const sentence of sentences.flatMap((texts) => Object.values(texts))) {
      expect(sentence).not.toMatch(/NaN|undefined|null|\{|\}|Infinity/);
    }
  });
});
