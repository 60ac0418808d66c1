import { describe, expect, it } from 'vitest';
import { languages, type Observation } from '../../functions/dataset/index.ts';
import type { Briefing } from '../../functions/figures/index.ts';
import { all, alter, briefingOf, briefingWith, founding, periodNamed, set } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { expectIn, expectNotIn, firstValue, latest, said } from './said.ts';

const inRoubles: Observation = { ...firstValue, period: periodNamed('2021-Q1'), unit: 'BYN' };

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
