import { describe, expect, it } from 'vitest';
import { type Language, type Observation, type Qualifier, vintageOf } from '../../functions/dataset/index.ts';
import {
  changeFinding,
  changeOf,
  levelFinding,
  type Subject,
  subjects,
} from '../../functions/figures/change-findings.ts';
import { type Briefing, deriveFigures, type Figures, type Finding } from '../../functions/figures/index.ts';
import { shareWords } from '../../functions/figures/share-words.ts';
import {
  all,
  alter,
  briefingOf,
  briefingWith,
  editionNamed,
  figureOf,
  founding,
  periodNamed,
  set,
} from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { told, wordsOf } from '../words.ts';

type Change = (observations: readonly Observation[]) => readonly Observation[];
type Texts = readonly [en: string, ru: string, be: string];

/** The sentence on the change of a subject. */
function changeIn(figures: Figures, subject: Subject): Finding | null {
  const word = changeOf(figures, subject);
  return word === 'no_value' ? null : changeFinding(figures, subject, `change.${word}`);
}

const texts = (finding: Finding | null | undefined): Texts => {
  const { en, ru, be } = told(finding ?? null);
  return [en, ru, be];
};

/** The sentence of the summary with that message. */
const brief = ({ findings }: Briefing, message: string): Finding | null =>
  findings.brief.flatMap(({ lead, body }) => [lead, body]).find((found) => found.message === message) ?? null;

const qualified = (name: string, qualifier: Qualifier, value?: number): Change =>
  all(...(value === undefined ? [] : [set(name, value)]), alter(name, { qualifier }));

describe('the word that a publication puts before a number', () => {
  it.each<readonly [Qualifier, string, number, ...Texts]>([
    [
      'more_than',
      'trade_index turnover',
      217.7,
      'Trade with Russia rose to more than 2.2 times the year-earlier level',
      'Торговля с Россией выросла более чем в 2,2 раза',
      'Гандаль з Расіяй вырас больш чым у 2,2 раза',
    ],
    [
      'nearly',
      'trade_index turnover',
      300,
      'Trade with Russia rose to nearly 3 times the year-earlier level',
      'Торговля с Россией выросла почти в 3 раза',
      'Гандаль з Расіяй вырас амаль у 3 разы',
    ],
    [
      'about',
      'trade_index turnover',
      140,
      'Trade with Russia rose by about 40%',
      'Торговля с Россией выросла примерно на 40 %',
      'Гандаль з Расіяй вырас прыкладна на 40 %',
    ],
    [
      'more_than',
      'trade_index turnover',
      78.6,
      'Trade with Russia fell by more than 21%',
      'Торговля с Россией сократилась более чем на 21 %',
      'Гандаль з Расіяй скараціўся больш чым на 21 %',
    ],
  ])('%s comes before the preposition of an index: %s', (qualifier, name, value, ...said) => {
    const { byKey } = briefingWith(qualified(name, qualifier, value));
    expect(texts(changeIn(byKey, subjects.trade))).toEqual(said);
  });

  it('is in the sentence on the value, too', () => {
    const { byKey } = briefingWith(qualified('trade_index turnover', 'more_than'));
    const [en, ru, be] = texts(levelFinding(byKey, subjects.turnover));
    expect(en).toContain('USD 2,467.8 million, more than 2.18 times as much as in January–May 2020.');
    expect(ru).toContain('– более чем в 2,18 раза больше, чем за январь–май 2020 г.');
    expect(be).toContain('– больш чым у 2,18 раза больш, чым за студзень–май 2020 г.');
  });

  it('keeps a share a number: more than 31.4 % is not less than a third', () => {
    const { findings } = briefingWith(qualified('trade_share export', 'more_than'));
    expect(texts(findings.trade.weightInWords)).toEqual([
      'Russia supplies more than three-quarters of the oblast’s imports but takes more than 31.4% of its exports',
      'На Россию приходится более трёх четвертей импорта области, но более 31,4 % экспорта',
      'На Расію прыпадае больш за тры чвэрці імпарту вобласці, але больш за 31,4 % экспарту',
    ]);
  });

  it.each<readonly [Qualifier, ...Texts]>([
    [
      'exact',
      '361 companies',
      'В области – 361 компания с российским капиталом;',
      'У вобласці – 361 кампанія з расійскім капіталам;',
    ],
    [
      'more_than',
      'more than 361 companies',
      'В области – более 361 компании с российским капиталом;',
      'У вобласці – больш за 361 кампанію з расійскім капіталам;',
    ],
    [
      'about',
      'about 361 companies',
      'В области – около 361 компании с российским капиталом;',
      'У вобласці – каля 361 кампаніі з расійскім капіталам;',
    ],
    [
      'nearly',
      'nearly 361 companies',
      'В области – почти 361 компания с российским капиталом;',
      'У вобласці – амаль 361 кампанія з расійскім капіталам;',
    ],
  ])('governs the case of what is counted, one of it: %s', (qualifier, ...parts) => {
    const said = texts(brief(briefingWith(qualified('companies', qualifier)), 'brief.links'));
    const [en, ru, be] = parts;
    expect(said[0]).toContain(`The oblast has ${en.replace('361 companies', '361 companies')} with Russian capital`);
    expect(said[1]).toContain(ru);
    expect(said[2]).toContain(be);
  });

  it.each<readonly [Qualifier, number, ru: string, be: string]>([
    ['more_than', 362, 'более 362 компаний', 'больш за 362 кампаніі'],
    ['more_than', 365, 'более 365 компаний', 'больш за 365 кампаній'],
    ['about', 362, 'около 362 компаний', 'каля 362 кампаній'],
    ['about', 365, 'около 365 компаний', 'каля 365 кампаній'],
    ['nearly', 362, 'почти 362 компании', 'амаль 362 кампаніі'],
    ['nearly', 365, 'почти 365 компаний', 'амаль 365 кампаній'],
  ])('governs the case of what is counted, several of it: %s %i', (qualifier, value, ru, be) => {
    const said = texts(brief(briefingWith(qualified('companies', qualifier, value)), 'brief.links'));
    expect(said[1]).toContain(`В области – ${ru} с российским капиталом`);
    expect(said[2]).toContain(`У вобласці – ${be} з расійскім капіталам`);
  });

  it('stays with a sum: about 78 and exact numbers are about 109 together', () => {
    const briefing = briefingWith(qualified('documents_local', 'about'));
    expect(texts(briefing.findings.cooperation.title)).toEqual([
      'about 109 documents had been signed by July 2021; nine partner regions are named',
      'На июль 2021 г. подписано около 109 документов; названо 9 регионов-партнёров',
      'На ліпень 2021 г. падпісана каля 109 дакументаў; названа 9 рэгіёнаў-партнёраў',
    ]);
    expect(texts(brief(briefing, 'brief.links'))[1]).toContain(
      'на районы и города приходится около 78 документов о сотрудничестве (всего около 109).',
    );
  });

  it('stays with a sum where one part is «more than»', () => {
    const { byKey } = briefingWith(qualified('documents_local', 'more_than'));
    expect(figureOf({ ...founding, byKey }, 'documents')).toMatchObject({ qualifier: 'more_than', approximate: false });
    expect(figureOf({ ...founding, byKey }, 'documents.local.part').approximate).toBe(true);
  });

  it('is in a list where a part of a qualified number would need a grammatical case', () => {
    const { findings } = briefingWith(qualified('companies', 'more_than'));
    expect(texts(findings.investment.companies)).toEqual([
      'Companies with Russian capital: more than 361, of which in the free economic zone: 12',
      'Компании с российским капиталом: более 361, из них в свободной экономической зоне: 12',
      'Кампаніі з расійскім капіталам: больш за 361, з іх у свабоднай эканамічнай зоне: 12',
    ]);
  });
});

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

describe('shares of regions', () => {
  const shares = (...values: readonly number[]): Change => {
    let at = -1;
    return (observations) =>
      observations.map((observation) => {
        if (observation.indicator !== 'region_share') return observation;
        at += 1;
        return { ...observation, value: values[at] ?? 0 };
      });
  };

  it('that round to more than 100 % are all exports, within rounding', () => {
    const { findings } = briefingWith(shares(30.1, 25, 20, 15, 10));
    expect(texts(findings.markets.standfirst)).toEqual([
      'The five named regions take all exports to Russia, within rounding',
      'На 5 названных регионов с учётом округления приходится весь экспорт в Россию',
      'На 5 названых рэгіёнаў з улікам акруглення прыпадае ўвесь экспарт у Расію',
    ]);
  });

  it('have no two largest where five are equal', () => {
    const { byKey, findings } = briefingWith(shares(10, 10, 10, 10, 10));
    expect(byKey.has('regions.pair')).toBe(false);
    expect(texts(findings.markets.title)[0]).toBe('The five named regions together take 50.0% of exports to Russia');
  });

  it('have two largest where the third is smaller', () => {
    expect(briefingWith(shares(10, 10, 9, 8, 7)).byKey.has('regions.pair')).toBe(true);
  });
});

describe('a sentence of the summary', () => {
  it('does not say that exports and imports are unknown beside both', () => {
    const { findings } = briefingWith(all(set('trade_index export', null), set('trade_index import', null)));
    const item = findings.brief.find(({ body }) => body.message === 'brief.flows');
    expect(texts(item?.lead)).toEqual([
      'Imports accounted for about 72.6% of trade with Russia',
      'На импорт приходится около 72,6 % оборота с Россией',
      'На імпарт прыпадае каля 72,6 % абароту з Расіяй',
    ]);
  });

  it.each([
    ['none are published', null],
    ['there are none', 0],
  ])('speaks of no local level where of its documents %s', (_, value) => {
    const briefing = briefingWith(set('documents_local', value));
    expect(brief(briefing, 'brief.links_lead')).toBeNull();
    expect(texts(brief(briefing, 'brief.links_lead_companies'))).toEqual([
      'Companies with Russian capital work in the oblast',
      'В области работают компании с российским капиталом',
      'У вобласці працуюць кампаніі з расійскім капіталам',
    ]);
  });

  it('is left out where there are neither companies nor local documents', () => {
    const { findings } = briefingWith(all(set('documents_local', 0), set('companies', 0), set('companies_fez', 0)));
    expect(findings.brief.filter(({ lead }) => lead.message.startsWith('brief.links'))).toEqual([]);
  });

  it.each([100, 100.4])('says about as much, not almost, of an index of %d', (value) => {
    const { findings } = briefingWith(all(set('trade_index export', value)));
    const [en, ru, be] = texts(findings.brief.find(({ body }) => body.message === 'brief.flows')?.body);
    expect(en).toContain('exports came to USD 675.6 million, about as much');
    expect(ru).toContain('экспорт – 675,6 млн долл. США, примерно столько же');
    expect(be).toContain('экспарт – 675,6 млн дол. ЗША, прыкладна столькі ж');
  });

  it('names a tiny base once, and does not say next that there is none', () => {
    const { byKey } = briefingWith(all(set('trade_value turnover', 12.3), set('trade_index turnover', 1366.7)));
    expect(texts(changeIn(byKey, subjects.trade))[0]).toBe(
      'Trade with Russia rose to USD 12.3 million, from about USD 0.9 million a year earlier',
    );
    expect(texts(levelFinding(byKey, subjects.turnover))).toEqual([
      'Turnover with Russia in January–May 2021 came to USD 12.3 million.',
      'Внешнеторговый оборот с Россией за январь–май 2021 г. составил 12,3 млн долл. США.',
      'Знешнегандлёвы абарот з Расіяй за студзень–май 2021 г. склаў 12,3 млн дол. ЗША.',
    ]);
  });

  it('never prints an amount above zero as zero', () => {
    const { byKey } = briefingWith(all(set('trade_value turnover', 12.3), set('trade_index turnover', 60_000)));
    expect(texts(changeIn(byKey, subjects.trade))).toEqual([
      'Trade with Russia rose to USD 12.3 million, from less than USD 0.1 million a year earlier',
      'Торговля с Россией выросла до 12,3 млн долл. США (годом ранее – менее 0,1 млн долл. США)',
      'Гандаль з Расіяй вырас да 12,3 млн дол. ЗША (годам раней – менш за 0,1 млн дол. ЗША)',
    ]);
  });
});

describe('documents that are not counted of every signer', () => {
  it.each([
    ['districts and cities are not counted', set('documents_local', null)],
    [
      'districts and cities are counted for another month',
      alter('documents_local', { period: periodNamed('2021-06') }),
    ],
  ])('have no sum, and «include» before who is counted: %s', (_, change) => {
    const { title, standfirst } = briefingWith(change).findings.cooperation;
    expect(texts(title)).toEqual([
      'nine partner regions are named',
      'Названо 9 регионов-партнёров',
      'Названа 9 рэгіёнаў-партнёраў',
    ]);
    expect(texts(standfirst)).toEqual([
      'Those who signed documents include the Executive Committee (22) and the Council of Deputies (9).',
      'Среди подписавших документы – облисполком (22) и областной Совет депутатов (9).',
      'Сярод тых, хто падпісаў дакументы, – аблвыканкам (22) і абласны Савет дэпутатаў (9).',
    ]);
  });

  it('are in the title with their signer where no regions are named', () => {
    const vintage = vintageOf(dataset, editionNamed('2021-07'));
    const observations = set('documents_council', null)(vintage.observations);
    const { cooperation } = deriveFigures({ ...vintage, observations, statements: [] }).findings;
    expect(texts(cooperation.title)).toEqual([
      'July 2021: 78 documents of districts and cities',
      'июль 2021 г.: 78 документов районов и городов',
      'ліпень 2021 г.: 78 дакументаў раёнаў і гарадоў',
    ]);
  });
});

describe('companies in the zone', () => {
  it.each([
    [1, 1],
    [12, 12],
  ])('%i of %i are described without «of the»', (zone, companies) => {
    const { findings } = briefingWith(all(set('companies', companies), set('companies_fez', zone)));
    expect(texts(findings.investment.companies)[0]).toBe(
      `Companies with Russian capital: ${companies}, of which in the free economic zone: ${zone}`,
    );
  });

  it('are not mentioned where there are no companies', () => {
    const { findings } = briefingWith(all(set('companies', 0), set('companies_fez', 0)));
    expect(texts(findings.investment.companies)[0]).toBe('Companies with Russian capital: 0');
  });
});

describe('amounts of investment', () => {
  const moved =
    (code: string): Change =>
    (observations) =>
      observations.map((observation) =>
        observation.indicator === 'investment' && observation.period.code === '2020'
          ? { ...observation, period: periodNamed(code) }
          : observation,
      );

  it('are in the title with their periods', () => {
    expect(texts(founding.findings.investment.amounts)).toEqual([
      'Russian investment: USD 154.3 million (Jan–Mar 2021), USD 515.2 million (2020)',
      'Российские инвестиции: 154,3 млн долл. США (янв.–март 2021), 515,2 млн долл. США (2020)',
      'Расійскія інвестыцыі: 154,3 млн дол. ЗША (студз.–сак. 2021), 515,2 млн дол. ЗША (2020)',
    ]);
  });

  it('are not shown beside one that includes them', () => {
    const { byKey, findings } = briefingWith(moved('2021'));
    expect(byKey.has('investment.other')).toBe(false);
    expect(texts(findings.investment.amounts)[0]).toBe('Russian investment: USD 154.3 million (Jan–Mar 2021)');
  });
});

describe('an index', () => {
  it('of zero leaves the base that was published', () => {
    const [exports] = dataset.observations.filter(
      ({ indicator, flow }) => `${indicator} ${flow}` === 'trade_value export',
    );
    if (!exports) throw new Error('the dataset has lost its exports');
    const before = { ...exports, value: 540.5, period: periodNamed('2020-01/2020-05') };
    const { byKey } = briefingWith(
      all(set('trade_value export', 0), set('trade_index export', 0), (observations) => [...observations, before]),
    );
    expect(byKey.get('exports.base')?.value).toBe(540.5);
    expect(texts(changeIn(byKey, subjects.exports))[0]).toBe('Exports to Russia fell to zero');
  });

  it('of zero without any base is a fall to zero, not by 100 %', () => {
    const { findings, byKey } = briefingWith(all(set('trade_value export', 0), set('trade_index export', 0)));
    expect(texts(changeIn(byKey, subjects.exports))[0]).toBe('Exports to Russia fell to zero');
    expect(texts(findings.brief.find(({ body }) => body.message === 'brief.flows')?.body)[0]).not.toContain('100');
  });
});

describe('a number that was rounded to zero', () => {
  const lost = all(set('trade_index turnover', 0), set('trade_index export', null), set('trade_index import', null));

  it('is no fall by 100 % of what is still traded', () => {
    const { findings } = briefingWith(lost);
    const said = findings.brief.flatMap(({ lead, body }) => [...texts(lead), ...texts(body)]).join('\n');
    expect(said).toContain('Trade with Russia fell by more than 90%');
    expect(said).toContain('Торговля с Россией сократилась более чем на 90 %');
    expect(said).not.toMatch(/\b100([.,]0)?[ \u00a0]?%/);
  });

  it('is no 100 % less of a flow either', () => {
    const { findings } = briefingWith(set('trade_index export', 0));
    const said = texts(findings.brief.find(({ body }) => body.message === 'brief.flows')?.body).join('\n');
    expect(said).toContain('exports came to USD 675.6 million');
    expect(said).not.toMatch(/\b100([.,]0)?[ \u00a0]?%/);
  });

  it('is not none of exports, nor of investment', () => {
    expect(shareWords({ value: 0, interval: { lo: 0, hi: 0.05 }, qualifier: 'exact' })).toBe('less_one');
    expect(shareWords({ value: 100, interval: { lo: 99.95, hi: 100 }, qualifier: 'exact' })).toBe('number');
    expect(shareWords({ value: 100, interval: { lo: 100, hi: 100 }, qualifier: 'exact' })).toBe('all');
    const { investment, brief } = briefingWith(set('investment_share', 0)).findings;
    expect(texts(investment.title)).toEqual([
      'Russia accounts for less than 1% of foreign investment in the oblast',
      'На Россию приходится менее 1 % иностранных инвестиций в область',
      'На Расію прыпадае менш за 1 % замежных інвестыцый у вобласць',
    ]);
    expect(investment.hundred).toBeNull();
    expect(brief.map(({ body }) => texts(body)[0]).join('\n')).toContain(
      'Russian investment in January–March 2021 came to USD 154.3 million. The total from all countries was not published.',
    );
  });
});

describe('calculated shares', () => {
  it('have one decimal at most, however many the published ones have', () => {
    const { byKey } = briefingWith(alter('trade_value', { decimals: 4 }));
    expect(figureOf({ ...founding, byKey }, 'imports.part').decimals).toBe(1);
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
