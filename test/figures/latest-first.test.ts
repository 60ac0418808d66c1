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
    expect(told(region?.lead ?? null).en).toBe(
      '2024: trade turnover, Bryansk Oblast’s figures, more than USD 330 million',
    );
    expect(told(business?.lead ?? null)).toEqual({
      en: 'July 2024: enterprises with Russian capital, 441',
      ru: 'июль 2024 г.: предприятия с российским капиталом – 441',
      be: 'ліпень 2024 г.: прадпрыемствы з расійскім капіталам – 441',
    });
    expect(business?.body.map((sentence) => told(sentence).en)).toEqual([
      '11 of the 441 were residents of FEZ Gomel-Raton',
      '450 in April 2024',
    ]);
  });

  it('names the publisher of another value for the same period', () => {
    const said = today.brief.flatMap(({ body }) => body.map((sentence) => told(sentence).en));
    expect(said).toContain('BelTA: growth of trade with Bryansk Oblast, +12% (2024)');
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
    expect(told(lead.brief[0]?.lead ?? null).en).toContain('January 2026: enterprises that supply Russia, 500');
    expect(told(lead.brief[0]?.body[0] ?? null).en).toBe(
      'In August 2021 it was 468; there is no figure for the years between',
    );
  });

  it('says that other series continue only while one is at most a year old', () => {
    const title = (edition: string) => told(leadOf(briefingOf(edition)).coverage).en;
    expect(title('2024-07')).toContain('other series continue');
    expect(title('2025-12')).toContain('other series continue');
    expect(title('2026-01')).toBe(
      'Turnover, exports and imports of trade with Russia as a whole are known only up to May 2021',
    );
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
    expect(told(today.why.lead).en).toBe('Why no growth since 2022?');
    expect(told(today.why.body).en).toContain('A share, such as more than 80%, is not a value');
  });
});
