import { describe, expect, it } from 'vitest';
import type { Language, Observation } from '../../functions/dataset/index.ts';
import type { Briefing, Finding } from '../../functions/figures/index.ts';
import { briefingOf, periodNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { wordsOf } from '../words.ts';
import { type Texts, texts } from './sentences.ts';

describe('a figure older than twelve months', () => {
  /** May 2022 is twelve months after the end of January–May 2021. */
  const [young, old] = [briefingOf('2022-05'), briefingOf('2022-06')];

  it('is dated in titles and described in the past tense', () => {
    expect(texts(young.findings.markets.title)[0]).toBe(
      'Moscow Oblast and Moscow together take 38% of Gomel Oblast’s exports to Russia',
    );
    expect(texts(old.findings.markets.title)[0]).toBe(
      'January–May 2021: Moscow Oblast and Moscow together took 38% of exports to Russia',
    );
  });

  it.each<readonly [name: string, (briefing: Briefing) => Finding | null, ...Texts]>([
    [
      'the title of trade, in numbers for want of room',
      ({ findings }) => findings.trade.title,
      'January–May 2021: Russia supplied 76.5% of imports but took 31.4% of exports',
      'январь–май 2021 г.: на Россию приходится 76,5 % импорта области, но 31,4 % экспорта',
      'студзень–май 2021 г.: на Расію прыпадае 76,5 % імпарту, але 31,4 % экспарту',
    ],
    [
      'Figure 1, whose sentence begins small',
      ({ findings }) => findings.trade.slope,
      'January–May 2021: imports tripled while exports rose by a quarter; the deficit widened to USD 1.1 billion',
      'январь–май 2021 г.: импорт вырос втрое, экспорт – на четверть; отрицательное сальдо увеличилось до 1,1 млрд долл. США',
      'студзень–май 2021 г.: імпарт вырас утрая, экспарт – на чвэрць; адмоўнае сальда павялічылася да 1,1 млрд дол. ЗША',
    ],
    [
      'investment',
      ({ findings }) => findings.investment.title,
      'January–March 2021: Russia accounted for almost half of foreign investment',
      'январь–март 2021 г.: на Россию приходится почти половина иностранных инвестиций',
      'студзень–сакавік 2021 г.: на Расію прыпадае амаль палова замежных інвестыцый',
    ],
    [
      'goods, by the month of their publication',
      ({ findings }) => findings.markets.goods,
      'July 2021: six main groups of goods exported to Russia',
      'июль 2021 г.: 6 основных товарных групп экспорта в Россию',
      'ліпень 2021 г.: 6 асноўных таварных груп экспарту ў Расію',
    ],
    [
      'companies',
      ({ findings }) => findings.investment.companies,
      '12 of the 361 companies with Russian capital were in the free economic zone',
      'В свободной экономической зоне – 12 из 361 компании с российским капиталом',
      'У свабоднай эканамічнай зоне – 12 з 361 кампаніі з расійскім капіталам',
    ],
    [
      'documents',
      ({ findings }) => findings.cooperation.title,
      '109 documents had been signed by July 2021; nine partner regions are named',
      'На июль 2021 г. подписано 109 документов; названо 9 регионов-партнёров',
      'На ліпень 2021 г. падпісана 109 дакументаў; названа 9 рэгіёнаў-партнёраў',
    ],
    [
      'who signed',
      ({ findings }) => findings.cooperation.standfirst,
      'The documents were signed by districts and cities (78), the Executive Committee (22) and the Council of Deputies (9).',
      'Документы подписали районы и города (78), облисполком (22) и областной Совет депутатов (9).',
      'Дакументы падпісалі раёны і гарады (78), аблвыканкам (22) і абласны Савет дэпутатаў (9).',
    ],
  ])('is described in the past tense: %s', (_, choose, ...said) => {
    expect(texts(choose(briefingOf('2026-11')))).toEqual(said);
  });
});

describe('a period over two years', () => {
  it('is labelled with both', () => {
    const period = periodNamed('2020-10/2021-03');
    const labels = (language: Language) => [wordsOf[language].yearsOf(period), wordsOf[language].monthsOf(period)];
    expect(labels('en')).toEqual(['2020/2021', 'October–March']);
    expect(labels('ru')).toEqual(['2020/2021', 'октябрь–март']);
    expect(labels('be')).toEqual(['2020/2021', 'кастрычнік–сакавік']);
    expect(wordsOf.en.yearsOf(periodNamed('2021-01/2021-05'))).toBe('2021');
  });

  it('and every other keeps its month and year on one line in Russian and Belarusian', () => {
    for (const code of ['2021-07', '2021-01/2021-05', '2020-10/2021-03']) {
      for (const language of ['ru', 'be'] as const)
        expect(wordsOf[language].period(periodNamed(code))).not.toMatch(/\p{L} \d/u);
    }
    expect(wordsOf.ru.date('2021-07-27')).toBe('27\u00a0июля\u00a02021\u00a0г.');
    expect(wordsOf.ru.period(periodNamed('2022'))).toBe('2022\u00a0г.');
  });
});

describe('what is latest', () => {
  it('is the latest period of any figure: companies of July 2021, not trade of May', () => {
    expect(briefingOf('2021-08').news?.newestPeriod.code).toBe('2021-07');
  });

  const late = (code: string, published: string, changes: Partial<Observation> = {}) => {
    const turnover = dataset.observations.find(
      ({ indicator, flow }) => `${indicator} ${flow}` === 'trade_value turnover',
    );
    if (!turnover) throw new Error('the dataset has lost its turnover');
    return { ...turnover, period: periodNamed(code), source: { ...turnover.source, published }, ...changes };
  };
  const withLate = (edition: string, ...rows: readonly Observation[]) =>
    briefingOf(edition, { ...dataset, observations: [...dataset.observations, ...rows] });

  it('has no age where only the year of its publication is known', () => {
    const { news } = withLate('2025-12', late('2024-S1', '2025'));
    expect(news).toMatchObject({ ageIsUnknown: true, yearAlone: '2025' });
    expect(withLate('2025-12', late('2024-S1', '2025-12-01')).news).toMatchObject({
      ageIsUnknown: false,
      yearAlone: null,
    });
  });

  it('is a revision in the unit of its former value, even where thousands became millions', () => {
    const { news } = withLate(
      '2022-11',
      late('2021-01/2021-05', '2022-11-01', { value: 2_500_100, multiplier: 3, decimals: 0 }),
    );
    expect(news?.revised).toMatchObject([{ before: 2467.8, figure: { value: 2500.1, decimals: 3 } }]);
  });
});
