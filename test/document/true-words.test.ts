import { describe, expect, it } from 'vitest';
import { type Language, languages, type Observation } from '../../functions/dataset/index.ts';
import type { Briefing } from '../../functions/figures/index.ts';
import { all, alter, briefingOf, briefingWith, founding, periodNamed, set } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { dataset } from '../package-files.ts';

type Texts = Readonly<Record<Language, string>>;

const said = (briefing: Briefing, language: Language) => linesOf(briefing, language).join('\n');

/** What a document must contain, or must not, in each language. */
function expectIn(briefing: Briefing, texts: Texts) {
  for (const language of languages) expect(said(briefing, language)).toContain(texts[language]);
}

function expectNotIn(briefing: Briefing, ...texts: readonly string[]) {
  for (const language of languages) for (const text of texts) expect(said(briefing, language)).not.toContain(text);
}

const [firstValue] = dataset.observations;
if (!firstValue) throw new Error('the dataset is empty');
const inRoubles: Observation = { ...firstValue, period: periodNamed('2021-Q1'), unit: 'BYN' };
const latest = briefingOf('2026-11');

describe('the notes are written from what the edition holds', () => {
  it.each<readonly [string, Briefing, ...(readonly [en: string, ru: string, be: string])]>([
    [
      'dollars alone',
      founding,
      'Values are in US dollars, as published. The source does not say how far growth',
      'Значения – в долларах США, как в источнике. Источник не сообщает, в какой мере рост',
      'Значэнні – у доларах ЗША, як у крыніцы. Крыніца не паведамляе, у якой меры рост',
    ],
    [
      'Russian roubles too',
      latest,
      'Values are in US dollars or, where marked, Russian roubles, as published. The sources do not say how far growth',
      'Значения – в долларах США, а где указано – в российских рублях, как в источниках. Источники не сообщают, в какой мере рост',
      'Значэнні – у доларах ЗША, а дзе пазначана – у расійскіх рублях, як у крыніцах. Крыніцы не паведамляюць, у якой меры рост',
    ],
    [
      'both roubles',
      briefingOf('2026-11', {
        ...dataset,
        observations: [...dataset.observations, { ...inRoubles, indicator: 'investment', flow: '_Z' }],
      }),
      'in US dollars or, where marked, Russian roubles and Belarusian roubles, as published',
      'а где указано – в российских рублях и белорусских рублях, как',
      'а дзе пазначана – у расійскіх рублях і беларускіх рублях, як',
    ],
  ])('the currencies: %s', (_, briefing, en, ru, be) => expectIn(briefing, { en, ru, be }));

  it('how many sources there are', () => {
    expectIn(founding, { en: 'Not in the source\n', ru: 'Чего нет в источнике\n', be: 'Чаго няма ў крыніцы\n' });
    expectIn(latest, { en: 'Not in the sources\n', ru: 'Чего нет в источниках\n', be: 'Чаго няма ў крыніцах\n' });
    expectIn(founding, {
      en: 'traced to the published source',
      ru: 'указан источник или',
      be: 'указана крыніца або'.slice(1),
    });
    expect(said(latest, 'en')).toContain('traced to a published source');
    expectIn(latest, {
      en: 'The sources say “investments” without stating',
      ru: 'Источники не уточняют, прямые это инвестиции',
      be: 'Крыніцы не ўдакладняюць, прамыя гэта інвестыцыі',
    });
  });

  it('no monthly values are missing where there are some', () => {
    expectIn(founding, { en: 'monthly values', ru: 'помесячные значения', be: 'памесячныя значэнні' });
    const monthly = briefingWith(alter('trade_value', { period: periodNamed('2021-05') }));
    expectNotIn(monthly, 'monthly values', 'помесячные значения', 'памесячныя значэнні');
  });

  it('the regional shares exceed Russia’s only where they do', () => {
    const note = ['shares of; they add up to more', 'Сумма региональных долей', 'Сума рэгіянальных долей'] as const;
    expectIn(founding, { en: note[0], ru: note[1], be: note[2] });
    expectNotIn(briefingWith(set('trade_share export', null)), ...note);
    const one = briefingWith((observations) =>
      observations.filter(({ indicator, counterpart }) => indicator !== 'region_share' || counterpart === 'RU-MOS'),
    );
    expectNotIn(one, ...note);
  });

  it('growth is said to be read as an index only where the bases of the three agree', () => {
    const note = ['is read as an index', 'прочитан как темп роста', 'прачытаны як тэмп росту'] as const;
    expectIn(founding, { en: `Growth such as 217.7% ${note[0]}`, ru: note[1], be: note[2] });
    expectNotIn(briefingWith(set('trade_index import', null)), ...note);
  });

  it('an index of 100 means no change, not a rise or fall of zero', () => {
    const flat = briefingWith(set('trade_index turnover', 100));
    expectIn(flat, {
      en: 'So 100.0% means no change',
      ru: '100,0 % – это прежний уровень',
      be: '100,0 % – гэта ранейшы ўзровень',
    });
    expectNotIn(flat, 'a fall of 0.0%', 'снижение на 0,0', 'зніжэнне на 0,0');
  });

  it('an index is given in per cent of a base of 100 %', () => {
    expectIn(founding, { en: 'is taken as 100%', ru: 'принят за 100 %', be: 'прыняты за 100 %' });
    expectIn(founding, { en: 'a year earlier = 100%)', ru: 'годом ранее = 100 %)', be: 'годам раней = 100 %)' });
  });

  it('a margin has its unit, and no space after ±', () => {
    expectIn(founding, {
      en: 'is ±USD 4 million because',
      ru: '– ±4 млн долл. США, поскольку',
      be: '– ±4 млн дол. ЗША, бо',
    });
    for (const language of languages) expect(said(founding, language)).not.toMatch(/± \d/);
  });
});

describe('a page promises only what it has', () => {
  it('no values of regions where there are only shares', () => {
    const noValues = briefingWith(set('trade_value export', null));
    expectIn(noValues, {
      en: 'Exports to Russia by region, January–May 2021, share in per cent\n',
      ru: 'Экспорт в Россию по регионам, январь–май 2021 г.: доля в процентах\n',
      be: 'Экспарт у Расію па рэгіёнах, студзень–май 2021 г.: доля ў працэнтах\n',
    });
  });

  const onlyTurnover = briefingOf('2022-11', {
    ...dataset,
    observations: dataset.observations.filter(
      ({ indicator, flow, counterpart }) =>
        counterpart !== 'RU' || !indicator.startsWith('trade_') || flow === 'turnover',
    ),
  });

  it('no latest turnover, exports and imports where only turnover was ever published', () => {
    expectNotIn(
      onlyTurnover,
      'Latest turnover, exports and imports',
      'Оборот, экспорт, импорт: последние',
      'Абарот, экспарт, імпарт: апошнія',
    );
    expectIn(onlyTurnover, { en: 'Trade with Russia', ru: 'Торговля с Россией', be: 'Гандаль з Расіяй' });
    expect(said(onlyTurnover, 'en')).not.toContain('Turnover, exports, imports\n');
  });

  it('the shares of exports and imports also where turnover is missing', () => {
    const briefing = briefingWith(all(set('trade_value turnover', null)));
    expectIn(briefing, {
      en: 'Russia’s share is larger in imports than in exports',
      ru: 'Доля России в импорте больше, чем в экспорте',
      be: 'Доля Расіі ў імпарце большая, чым у экспарце',
    });
  });

  it('no room below zero where shares round to more than 100 %', () => {
    const shares = [30.1, 25, 20, 15, 10];
    const briefing = briefingWith((observations) => {
      let at = 0;
      return observations.map((observation) =>
        observation.indicator === 'region_share' ? { ...observation, value: shares[at++] ?? 0 } : observation,
      );
    });
    expectIn(briefing, { en: 'room left: 0.0', ru: 'запас: 0,0', be: 'запас: 0,0' });
    expectNotIn(briefing, 'take 100.1%', 'приходится 100,1');
  });
});

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

describe('what several publications name', () => {
  const later = dataset.sources.find(({ id }) => id === 'rg-2022-10-10');
  const named = (item: string) => dataset.statements.find((statement) => statement.item === item);
  const [bryansk, dairy] = [named('bry'), named('dairy')];
  if (!later || !bryansk || !dairy) throw new Error('the dataset has lost a statement');
  const cement = { en: 'Cement', ru: 'Цемент', be: 'Цэмент' };
  const briefing = briefingOf('2022-10', {
    ...dataset,
    statements: [
      ...dataset.statements,
      { ...bryansk, source: later },
      { ...bryansk, item: 'smo', area: dataset.areas.get('RU-SMO') ?? null, source: later },
      { ...dairy, source: later },
      { ...dairy, item: 'cement', text: cement, source: later },
    ],
  });

  it('is counted and listed once: regions', () => {
    expectIn(briefing, {
      en: 'ten partner regions are named',
      ru: 'названо 10 регионов-партнёров',
      be: 'названа 10 рэгіёнаў-партнёраў',
    });
    expectNotIn(briefing, 'Bryansk Oblast, Bryansk', 'Bryansk Oblast and Bryansk', 'Брянская область и Брянская');
    expectIn(briefing, {
      en: 'two were also named buyers: Bryansk Oblast and Smolensk Oblast',
      ru: 'Брянская область и Смоленская область',
      be: 'Бранская вобласць і Смаленская вобласць',
    });
  });

  it('is counted and listed once, with the months of all: goods', () => {
    expectIn(briefing, {
      en: 'July 2021 – October 2022: seven main groups of goods exported to Russia',
      ru: 'октябрь 2022 г.: 7 основных товарных групп экспорта',
      be: 'кастрычнік 2022 г.: 7 асноўных таварных груп экспарту',
    });
  });
});
