import { describe, expect, it } from 'vitest';
import type { Dataset, Observation } from '../../functions/dataset/index.ts';
import type { Briefing, LatestFirst } from '../../functions/figures/index.ts';
import { briefingOf, periodNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { told } from '../words.ts';

/** What leads an edition instead of its breakdown. */
function leadOf(briefing: Briefing): LatestFirst {
  if (!briefing.latestFirst) throw new Error(`the breakdown still leads the edition ${briefing.edition}`);
  return briefing.latestFirst;
}

/** The data with some values given for another period. */
function withPeriod(matches: (observation: Observation) => boolean, code: string): Dataset {
  const period = periodNamed(code);
  const observations = dataset.observations.map((row) => (matches(row) ? { ...row, period } : row));
  return { ...dataset, observations };
}

const today = leadOf(briefingOf('2026-11'));
const ages = ({ series }: LatestFirst) => series.map(({ age }) => age);

describe('an edition whose breakdown of trade is old', () => {
  it('is led by what is latest from the 25th month on, and never the first edition', () => {
    expect(briefingOf('2023-05').latestFirst).toBeNull();
    expect(leadOf(briefingOf('2023-06')).age).toBe(25);
    expect(briefingOf('2021-07').latestFirst).toBeNull();
  });

  it('is led by the breakdown again as soon as there is a newer one', () => {
    const isBreakdown = ({ indicator, counterpart, period }: Observation) =>
      /^trade_/.test(indicator) && counterpart === 'RU' && period.code === '2021-01/2021-05';
    expect(briefingOf('2023-06', withPeriod(isBreakdown, '2021-01/2021-06')).latestFirst).toBeNull();
  });

  it('tells the youngest first', () => {
    expect(ages(today)).toEqual(ages(today).toSorted((a, b) => a - b));
    expect(today.series[0]).toMatchObject({ id: 'trade_with', age: 23 });
    expect(today.series.at(-1)?.age).toBe(66);
  });

  it('has one figure of each theme, and none of the breakdown', () => {
    const themes = today.themes.map(({ theme }) => theme);
    expect(new Set(themes).size).toBe(themes.length);
    expect(themes.slice(0, 4)).toEqual(['region', 'business', 'documents', 'investment']);
    expect(themes).not.toContain('breakdown');
    expect(today.themes.map(({ latest }) => latest.period.code)).not.toContain('2021-01/2021-05');
  });

  it('begins each finding with its period, and says what was known before', () => {
    const [region, business] = today.brief;
    expect(told(region?.lead ?? null)).toEqual({
      en: '2024: trade with Bryansk Oblast came to more than USD 330 million, by the region’s own figures',
      ru: '2024 г.: оборот с Брянской областью составил более 330 млн долл. США, по данным самого региона',
      be: '2024 г.: абарот з Бранскай вобласцю склаў больш за 330 млн дол. ЗША, паводле даных самога рэгіёна',
    });
    expect(told(business?.lead ?? null)).toEqual({
      en: 'July 2024: 441 enterprises with Russian capital',
      ru: 'июль 2024 г.: 441 предприятие с российским капиталом',
      be: 'ліпень 2024 г.: 441 прадпрыемства з расійскім капіталам',
    });
    expect(business?.body.map((sentence) => told(sentence).en)).toEqual([
      'In April 2024 there were 450',
      'Of the 441, 11 were residents of FEZ Gomel-Raton',
    ]);
  });

  it('names the publisher of another value for the same period', () => {
    const said = today.brief.flatMap(({ body }) => body.map((sentence) => told(sentence).en));
    expect(said).toContain('It rose by 12%, according to BelTA');
  });

  it('tells a share of trade with its verb', () => {
    const share = leadOf(briefingOf('2024-07')).brief.find(({ lead }) => told(lead).en.includes('share'));
    expect(told(share?.lead ?? null)).toEqual({
      en: 'April 2023: Russia’s share of turnover was more than 80%',
      ru: 'апрель 2023 г.: доля России в обороте составила более 80 %',
      be: 'красавік 2023 г.: доля Расіі ў абароце склала больш за 80 %',
    });
  });

  it('tells a value before in another currency as such', () => {
    const investment = today.brief.find(({ lead }) => told(lead).en.includes('investment'));
    expect(told(investment?.lead ?? null)).toEqual({
      en: '2023: Russian investment came to RUB 6.2 billion',
      ru: '2023 г.: российские инвестиции составили 6,2 млрд рос. руб.',
      be: '2023 г.: расійскія інвестыцыі склалі 6,2 млрд рас. руб.',
    });
    expect(told(investment?.body[0] ?? null).en).toBe(
      'For 2022 the amount was published in another currency: USD 202 million',
    );
  });

  it('leaves a noun out of a sentence where «more than» asks for another case, and keeps the fall of trade as published', () => {
    const changed = (matches: (row: Observation) => boolean, change: Partial<Observation>) => ({
      ...dataset,
      observations: dataset.observations.map((row) => (matches(row) ? { ...row, ...change } : row)),
    });
    const isEnterprises = ({ indicator, period }: Observation) =>
      indicator === 'enterprises' && period.code === '2024-07';
    const moreThan = leadOf(briefingOf('2026-11', changed(isEnterprises, { qualifier: 'more_than' })));
    expect(told(moreThan.brief[1]?.lead ?? null).ru).toBe(
      'июль 2024 г.: предприятия с российским капиталом – более 441',
    );
    const isRise = ({ indicator, value }: Observation) => indicator === 'trade_change' && value === 12;
    const fall = leadOf(briefingOf('2026-11', changed(isRise, { value: -12 })));
    expect(told(fall.brief[0]?.body[0] ?? null).en).toBe('BelTA: growth of trade with Bryansk Oblast, −12% (2024)');
  });

  it('says that a gap of years has no figure between', () => {
    const isExport = ({ indicator, flow }: Observation) => indicator === 'exporters' && flow === '_Z';
    const [first] = dataset.observations.filter(isExport);
    if (!first) throw new Error('the dataset has lost its exporters');
    const values = [
      { ...first, period: periodNamed('2021-08') },
      { ...first, period: periodNamed('2026-01'), value: 500 },
    ];
    const others = dataset.observations.filter((row) => !isExport(row));
    const lead = leadOf(briefingOf('2026-11', { ...dataset, observations: [...others, ...values] }));
    expect(told(lead.brief[0]?.lead ?? null).en).toContain('January 2026: 500 enterprises supplied Russia');
    expect(told(lead.brief[0]?.body[0] ?? null).en).toBe(
      'In August 2021 there were 468; there is no figure for the years between',
    );
  });

  it('says that other series continue only while one is at most a year old', () => {
    const title = (edition: string) => told(leadOf(briefingOf(edition)).coverage).en;
    expect(title('2024-07')).toContain('other series continue');
    expect(title('2025-12')).toContain('other series continue');
    expect(title('2026-01')).toBe('Turnover, exports and imports with Russia as a whole are known only up to May 2021');
  });

  it('calls the breakdown what it is, with its age', () => {
    expect(told(today.block)).toEqual({
      en: 'January–May 2021: the latest turnover, exports and imports, 66 months old',
      ru: 'январь–май 2021 г.: последние данные об обороте, экспорте и импорте (давность – 66 месяцев)',
      be: 'студзень–май 2021 г.: апошнія даныя аб абароце, экспарце і імпарце (даўнасць – 66 месяцаў)',
    });
    const isFlow = ({ indicator, flow, counterpart }: Observation) =>
      indicator === 'trade_value' && flow !== 'export' && counterpart === 'RU';
    const onlyExports = { ...dataset, observations: dataset.observations.filter((row) => !isFlow(row)) };
    expect(told(leadOf(briefingOf('2026-11', onlyExports)).block).en).toBe(
      'January–May 2021: latest exports, 66 months old',
    );
  });

  it('asks for growth since the last one that is known, and calls no share a value', () => {
    expect(told(today.why.lead).en).toBe('Why is no growth shown after 2022?');
    expect(told(today.why.body).en).toContain('A share, such as more than 80%, is not a value');
  });
});
