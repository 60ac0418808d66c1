import { describe, expect, it } from 'vitest';
import { vintageOf } from '../../functions/dataset/index.ts';
import { levelFinding, subjects } from '../../functions/figures/change-findings.ts';
import { deriveFigures } from '../../functions/figures/index.ts';
import { shareWords } from '../../functions/figures/share-words.ts';
import { all, alter, briefingWith, editionNamed, figureOf, founding, periodNamed, set } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { brief, type Change, changeIn, texts } from './sentences.ts';

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
