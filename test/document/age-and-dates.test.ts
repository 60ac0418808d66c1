import { describe, expect, it } from 'vitest';
import type { Briefing } from '../../functions/figures/index.ts';
import { all, alter, briefingOf, briefingWith, founding, periodNamed } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { dataset } from '../package-files.ts';
import { expectIn, expectNotIn, firstValue, latest, said } from './said.ts';

describe('an edition long after its sources', () => {
  /** A year and more after the breakdown of trade, which still leads. */
  const dated = briefingOf('2023-04');

  it('leaves out what officials said, planned and named more than two years ago', () => {
    const gone = ['Lukyanov', 'Лукьянов', 'Лук’янаў', 'Gomselmash', '«Гомсельмаш»', 'Machine building'];
    expectNotIn(latest, ...gone);
    expectIn(founding, {
      en: 'Remarks of Yevgeny Lukyanov, Russia’s ambassador, July 2021, paraphrased',
      ru: 'Евгений Лукьянов, посол России (июль 2021 г.), в пересказе',
      be: 'Яўген Лук’янаў, пасол Расіі (ліпень 2021 г.), у пераказе',
    });
  });

  it('dates them until then, and names the ambassador of the time', () => {
    const later = briefingOf('2023-07');
    expectIn(later, {
      en: 'Remarks of Yevgeny Lukyanov, then Russia’s ambassador, July 2021, paraphrased',
      ru: 'Евгений Лукьянов, тогда посол России (июль 2021 г.), в пересказе',
      be: 'Яўген Лук’янаў, тады пасол Расіі (ліпень 2021 г.), у пераказе',
    });
    expectIn(later, {
      en: 'Visits planned: July 2021',
      ru: 'Намеченные поездки: июль 2021 г.',
      be: 'Намечаныя паездкі: ліпень 2021 г.',
    });
    expectNotIn(briefingOf('2023-08'), 'Lukyanov', 'Лукьянов', 'Лук’янаў');
  });

  it('says in the past what was so in old months, and does not say that series continue which ended', () => {
    expectNotIn(latest, 'offsets most', 'покрывает', 'покрывают', 'пакрывае', 'пакрываюць');
    expectIn(dated, {
      en: 'Russia’s share was larger in imports than in exports',
      ru: 'Доля России в импорте была больше, чем в экспорте',
      be: 'Доля Расіі ў імпарце была большая, чым у экспарце',
    });
    expectIn(latest, {
      en: 'Turnover, exports and imports together are known to May 2021, other series to December 2024',
      ru: 'Оборот, экспорт и импорт вместе известны по май 2021 г., другие ряды – по декабрь 2024 г.',
      be: 'Абарот, экспарт і імпарт разам вядомыя па май 2021 г., іншыя рады – па снежань 2024 г.',
    });
    expectIn(briefingOf('2024-08'), {
      en: 'Other series continue; turnover, exports and imports are known together up to May 2021',
      ru: 'Другие ряды продолжаются; оборот, экспорт и импорт вместе – по май 2021 г.',
      be: 'Іншыя рады працягваюцца; абарот, экспарт і імпарт разам – па май 2021 г.',
    });
  });

  it('names its latest publication, or that there is none, and the day up to which ages count', () => {
    expectIn(briefingOf('2025-02'), {
      en: 'Latest publication: 20 February 2025',
      ru: 'Последняя публикация: 20 февраля 2025 г.',
      be: 'Апошняя публікацыя: 20 лютага 2025 г.',
    });
    expectIn(latest, {
      en: 'No new figures in this edition; the latest are for 2024.',
      ru: 'В этом выпуске новых данных нет; последние – за 2024 г.',
      be: 'У гэтым выпуску новых даных няма; апошнія – за 2024 г.',
    });
    expectIn(latest, {
      en: 'Age counts from the end of the period to 30 November 2026.',
      ru: 'Давность – от конца периода до 30 ноября 2026 г.',
      be: 'Даўнасць – ад канца перыяду да 30 лістапада 2026 г.',
    });
  });

  it('says once that no breakdown is later: while it is young, of trade with Russia as a whole; then with its age', () => {
    const times = (briefing: Briefing, text: string) => said(briefing, 'en').split(text).length - 1;
    const young = briefingOf('2021-11');
    expect(times(young, 'No later publication gives all three of trade with Russia as a whole.')).toBe(1);
    expect(times(young, 'Latest turnover, exports and imports: January–May 2021.')).toBe(1);
    expect(times(dated, 'No later publication gives all three.')).toBe(1);
    expect(times(dated, 'Latest turnover, exports and imports: January–May 2021, 23 months old.')).toBe(1);
  });

  it('begins its developments with the first year that it shows', () => {
    expectIn(dated, { en: 'Developments since 2019', ru: 'Динамика с 2019 года', be: 'Дынаміка з 2019 года' });
  });

  it('does not put dollars and roubles, or counts of different things, in one sequence', () => {
    expectNotIn(latest, 'first dollars', 'сначала доллары', ', then ', ', затем ', ', затым ');
  });

  it('names the region of a check', () => {
    expectIn(latest, {
      en: 'Bryansk Oblast: exports and imports make up turnover',
      ru: 'Брянская область: экспорт и импорт составляют оборот',
      be: 'Бранская вобласць: экспарт і імпарт складаюць абарот',
    });
  });

  it('calls the residents of the zone residents', () => {
    expectIn(latest, {
      en: 'Residents of FEZ Gomel-Raton with Russian capital',
      ru: 'Резиденты СЭЗ «Гомель-Ратон» с российским капиталом',
      be: 'Рэзідэнты СЭЗ «Гомель-Ратон» з расійскім капіталам',
    });
  });

  it('cites no outlet that may not be circulated', () => {
    expect(JSON.stringify([...dataset.sources])).not.toMatch(/flagsht|cloudfront/i);
  });
});

describe('a publication of which only the year is known', () => {
  const late = { ...firstValue, period: periodNamed('2024-S1'), source: { ...firstValue.source, published: '2025' } };
  const briefing = briefingOf('2025-12', { ...dataset, observations: [...dataset.observations, late] });

  it('gets no month and no age', () => {
    expectIn(briefing, {
      en: 'Published in 2025; the day is not known',
      ru: 'Опубликовано в 2025 г., день неизвестен',
      be: 'Апублікавана ў 2025 г., дзень невядомы',
    });
    expectNotIn(briefing, 'December 2025\n', '< 1', 'since the last', 'без новых');
  });
});

describe('a period over two years', () => {
  it('labels its bars with both', () => {
    const briefing = briefingWith(
      all(
        ...['trade_value', 'trade_index', 'trade_share'].map((name) =>
          alter(name, { period: periodNamed('2020-10/2021-03') }),
        ),
      ),
    );
    const lines = linesOf(briefing, 'en');
    expect(lines).toContain('2020/2021');
    expect(lines).toContain('2019/2020');
  });
});
