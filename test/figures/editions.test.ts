import { describe, expect, it } from 'vitest';
import { readPatterns } from '../../functions/assets/compile-messages.ts';
import { readText } from '../../functions/assets/from-files.ts';
import { firstEdition, parsePeriod, vintageOf } from '../../functions/dataset/index.ts';
import { indicators } from '../../functions/dataset/tables.ts';
import { briefingOf, editionNamed, founding, periodNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';

/** The values of an indicator that an edition knows, by period. */
function known(edition: string, indicator: string) {
  const { observations } = vintageOf(dataset, editionNamed(edition));
  const found = observations.filter((observation) => observation.indicator === indicator);
  return Object.fromEntries(found.map(({ period, value }) => [period.code, value]));
}

describe('an edition knows what was published by its last day', () => {
  it('2021-07 is the founding article alone', () => {
    expect(founding.sources.map(({ id }) => id)).toEqual(['belta-2021-07-27']);
    expect(founding.figures.filter(({ status }) => status === 'published')).toHaveLength(22);
    expect(founding.figures.filter(({ group }) => group.startsWith('history'))).toEqual([]);
  });

  it('2021-07 does not know what was published before it, and every later edition does, as nothing new', () => {
    expect(known('2021-07', 'trade_change')).toEqual({});
    expect(known('2021-08', 'trade_change')).toEqual({ '2019': 10 });
    expect(vintageOf(dataset, editionNamed('2021-08')).news).toEqual({ added: [], revised: [] });
    expect(firstEdition(dataset)).toBe('2021-07');
  });

  it('2022-11 knows the trade with Bryansk Oblast of 2021, and nothing of 2023', () => {
    expect(known('2022-11', 'trade_value')).toMatchObject({ '2021': expect.any(Number) });
    expect(known('2022-11', 'exporters')).toEqual({ '2022-10': 468 });
    expect(known('2022-11', 'organisations')).toEqual({});
  });

  it('July 2024 does not know what Bryansk published on 14 August 2024', () => {
    const knows = (edition: string) => Object.keys(known(edition, 'trade_value'));
    expect(knows('2024-07')).not.toContain('2024-01/2024-05');
    expect(knows('2024-08')).toContain('2024-01/2024-05');
  });

  it('a publication with only a year as its date counts from the end of that year', () => {
    const [share] = dataset.observations.filter(({ indicator }) => indicator === 'trade_share');
    if (!share) throw new Error('the dataset has lost its shares');
    const late = { ...share, period: periodNamed('2025-S1'), source: { ...share.source, published: '2025' } };
    const from = { ...dataset, observations: [...dataset.observations, late] };
    const isKnown = (edition: string) =>
      vintageOf(from, editionNamed(edition)).observations.some(({ period }) => period.code === '2025-S1');
    expect(isKnown('2025-11')).toBe(false);
    expect(isKnown('2025-12')).toBe(true);
  });
});

describe('a later edition', () => {
  it('keeps figures of one breakdown together: documents and companies of July 2021', () => {
    const { byKey } = briefingOf('2026-11');
    expect(byKey.get('documents')).toMatchObject({ value: 109, period: { code: '2021-07' } });
    expect(byKey.get('companies.fez.part')?.value.toFixed(1)).toBe('3.3');
  });

  it('states the newest value of every series that it knows, and no figure twice', () => {
    const { figures } = briefingOf('2026-11');
    const { observations } = vintageOf(dataset, editionNamed('2026-11'));
    const published = figures.filter(({ status }) => status === 'published');
    const series = (key: string) =>
      observations.some(({ indicator, period }) => key.includes(indicator) && key.endsWith(period.code));
    expect(published.length).toBeGreaterThan(50);
    expect(new Set(published.map(({ note }) => note)).size).toBe(published.length);
    expect(published.filter(({ group, key }) => group.startsWith('history') && !series(key))).toEqual([]);
    expect(published.find(({ key }) => key.includes('trade_change.turnover.BY-HO'))?.value).toBe(12);
  });

  it('keeps publications that contradict each other side by side', () => {
    expect(known('2026-11', 'exporters')).toEqual({ '2022-10': 468, '2023-04': 380, '2024-05': 600 });
  });
});

describe('what is new in an edition', () => {
  const news = (edition: string) => vintageOf(dataset, editionNamed(edition)).news;

  it('is left out of the first one', () => {
    expect(news('2021-07')).toBeNull();
  });

  it('is what was published in its month', () => {
    expect(
      news('2024-07')
        ?.added.map(({ indicator }) => indicator)
        .toSorted(),
    ).toEqual(['companies_fez', 'enterprises', 'investment']);
    expect(news('2024-07')?.revised).toEqual([]);
  });

  it('is nothing in a month without publications', () => {
    expect(news('2024-06')).toEqual({ added: [], revised: [] });
  });

  it('is a revision where a newer publication states another value for the same series and period', () => {
    const [exports] = dataset.observations.filter(
      ({ indicator, flow }) => `${indicator} ${flow}` === 'trade_value export',
    );
    const [source] = dataset.sources.filter(({ id }) => id === 'belta-2022-11-01');
    if (!exports || !source) throw new Error('the dataset has lost its exports');
    const revised = { ...dataset, observations: [...dataset.observations, { ...exports, value: 676.1, source }] };
    const vintage = vintageOf(revised, editionNamed('2022-11'));
    expect(vintage.news?.revised).toMatchObject([{ before: { value: 675.6 }, after: { value: 676.1 } }]);
    expect(vintage.observations.find(({ row, source: { id } }) => row === exports.row && id === source.id)?.value).toBe(
      676.1,
    );
  });
});

describe('every figure that a dataset can hold has a name in the register', () => {
  const pairs = Object.entries(indicators).flatMap(([indicator, { flows }]) => flows.map((flow) => [indicator, flow]));
  const sides = [
    ['Russia', 'BY-HO', 'RU'],
    ['a region', 'BY-HO', 'RU-BRY'],
    ['the other side', 'RU-BRY', 'BY-HO'],
  ] as const;
  const [model] = dataset.observations;

  it.each(sides)('with %s', (_, refArea, counterpart) => {
    const period = parsePeriod('2018');
    if (!model || !period) throw new Error('the dataset is empty');
    const older = pairs.map(([indicator, flow]) => ({ ...model, indicator, flow, refArea, counterpart, period }));
    const observations = [...dataset.observations, ...older] as typeof dataset.observations;
    const { figures } = briefingOf('2026-11', { ...dataset, observations });
    const names = new Set(Object.keys(readPatterns(readText('templates/messages.csv')).en));
    expect(figures.map(({ subject }) => `figure.${subject}`).filter((name) => !names.has(name))).toEqual([]);
  });
});
