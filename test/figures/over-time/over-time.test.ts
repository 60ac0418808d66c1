import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../functions/dataset/index.ts';
import { allFigures, type Comparison, type Figure, type OverTime } from '../../../functions/figures/index.ts';
import { briefingOf } from '../../briefings.ts';
import { type BulletinRow, type Bulletins, monthlyPackage, packageOf, sourceOf } from '../../monthly-package.ts';
import { dataset, today } from '../../package-files.ts';

const sources = [
  sourceOf('bulletin', '2026-05-15'),
  sourceOf('year-before', '2025-04-15'),
  sourceOf('later', '2026-06-15'),
  sourceOf('same-day', '2026-05-15'),
  sourceOf('other', '2026-05-20', 'Another'),
];

function overTimeOf(...rows: readonly BulletinRow[]): OverTime {
  const { overTime } = briefingOf('2026-11', loadDataset(packageOf(rows, sources), today));
  if (!overTime) throw new Error('the rows say nothing over time');
  return overTime;
}

function monthly(bulletins: Bulletins, edition = '2026-11'): OverTime {
  const { overTime } = briefingOf(edition, loadDataset(monthlyPackage(bulletins), today));
  if (!overTime) throw new Error('the bulletins say nothing over time');
  return overTime;
}

const printed = (figure: Figure) => `${figure.period.code} ${figure.value.toFixed(figure.decimals)}`;
const since = (months: string, value: string, more: Partial<BulletinRow> = {}): BulletinRow => {
  const [year = '', last = ''] = months.split('-');
  return { period: last === '01' ? months : `${year}-01/${months}`, value, ...more };
};

describe('months from values since January', () => {
  it('are differences, and January is itself', () => {
    const { exports } = overTimeOf(since('2026-01', '100.4'), since('2026-02', '210.1'), since('2026-03', '330.0'));
    expect(exports?.months.map(printed)).toEqual(['2026-01 100.4', '2026-02 109.7', '2026-03 119.9']);
    expect(exports?.months.map(({ status }) => status)).toEqual(['published', 'calculated', 'calculated']);
    expect(exports?.months[1]?.interval).toEqual({ lo: 109.6, hi: 109.8 });
    expect(exports?.months[1]?.expression).toEqual({
      op: 'minus',
      left: { op: 'figure', key: 'trade_value.export.RU.2026-01/2026-02' },
      right: { op: 'figure', key: 'trade_value.export.RU.2026-01' },
    });
  });

  it('are exact decimals: 150.26 − 124.81 is 25.45', () => {
    const { exports } = overTimeOf(since('2026-01', '124.81'), since('2026-02', '150.26'));
    expect(exports?.months[1]?.value).toBe(25.45);
  });

  it('stand together where a bulletin is missing, and are not filled in', () => {
    const { exports, missing } = overTimeOf(since('2026-01', '100.0'), since('2026-04', '460.0'));
    expect(exports?.months.map(printed)).toEqual(['2026-01 100.0', '2026-02/2026-04 360.0']);
    expect(missing.map(({ periods, together }) => [periods.map(({ code }) => code), together?.code])).toEqual([
      [['2026-01/2026-02', '2026-01/2026-03'], '2026-02/2026-04'],
    ]);
  });

  it('are what is published for the month itself, where it is', () => {
    const rows = [since('2026-01', '100.0'), since('2026-02', '210.0'), since('2026-04', '430.0')];
    const { exports } = overTimeOf(
      ...rows,
      { period: '2026-02', value: '110.1' },
      { period: '2026-03', value: '120.0' },
    );
    expect(exports?.months.map(printed)).toEqual(['2026-01 100.0', '2026-02 110.1', '2026-03 120.0', '2026-04 100.0']);
    expect(exports?.months.map(({ status }) => status)).toEqual(['published', 'published', 'published', 'calculated']);
    expect(exports?.months[3]?.interval).toEqual({ lo: 99.85, hi: 100.15 });
  });

  it('make values since January where nothing but months is published', () => {
    const rows = ['01', '02', '03'].map((month) => ({ period: `2026-${month}`, value: `1${month}.5` }));
    const { exports } = overTimeOf(...rows);
    expect(exports?.sinceJanuary.map(printed)).toEqual([
      '2026-01 101.5',
      '2026-01/2026-02 204.0',
      '2026-01/2026-03 307.5',
    ]);
  });

  it('are not derived from a value that is less than that of fewer months', () => {
    const rows = [since('2026-01', '100.0'), since('2026-02', '210.0'), since('2026-03', '190.0', { note: 'Revised' })];
    expect(overTimeOf(...rows).exports?.months.map(printed)).toEqual(['2026-01 100.0', '2026-02 110.0']);
    const invested = rows.map((row) => ({ ...row, indicator: 'investment', flow: '_Z' }));
    expect(
      overTimeOf(...rows, ...invested)
        .investment?.months.map(printed)
        .at(-1),
    ).toBe('2026-03 -20.0');
  });
});

describe('a year earlier', () => {
  const year = [since('2025-02', '200.0', { source: 'year-before' }), since('2026-02', '220.0')];
  const index = (value: string) => ({ ...since('2026-02', value), indicator: 'trade_index', unit: 'IX' });
  const bases = ({ base, basis, revised }: Comparison) => [base && printed(base), basis, revised !== null];

  it('is the published value as long as the index allows it', () => {
    const { exports } = overTimeOf(...year, index('110.0'));
    expect(exports?.yearToDate && bases(exports.yearToDate)).toEqual(['2025-01/2025-02 200.0', 'value', false]);
    expect(exports?.yearToDate?.index?.status).toBe('published');
    expect(exports?.yearToDate?.difference?.value).toBe(20);
  });

  it('is what the index implies where the two differ by more than rounding: the source has revised it', () => {
    const { exports } = overTimeOf(...year, index('111.0'));
    expect(exports?.yearToDate && bases(exports.yearToDate)).toEqual(['2025-01/2025-02 198.2', 'index', true]);
    expect(exports?.yearToDate?.revised?.published.value).toBe(200);
    expect(exports?.yearToDate?.difference?.approximate).toBe(true);
  });

  it('is at the edge of rounding no revision', () => {
    // 220.05 ÷ 1.0995 is 200.14, above 200.05, and 219.95 ÷ 1.1005 is 199.86: only an index of 110.2 is too far away.
    const { exports } = overTimeOf(...year, index('110.1'));
    expect(exports?.yearToDate?.revised).toBeNull();
    expect(overTimeOf(...year, index('110.2')).exports?.yearToDate?.revised).not.toBeNull();
  });

  it('is known from the index alone where nothing was published', () => {
    const { exports } = overTimeOf(since('2026-01', '100.0'), since('2026-02', '220.0'), index('110.0'));
    expect(exports?.yearToDate && bases(exports.yearToDate)).toEqual(['2025-01/2025-02 200.0', 'index', false]);
    expect(exports?.months).toHaveLength(2);
  });

  it('is joined to the months that are known only together', () => {
    const missing = { from: '2024-01', months: 26, missing: ['2024-08'], flows: ['export'] } as const;
    const { exports } = monthly(missing);
    expect(exports?.months.map(({ period }) => period.code)).toContain('2025-08');
    const codes = exports?.monthChanges.map(({ value }) => value.period.code);
    expect(codes).toContain('2025-08/2025-09');
    expect(codes).not.toContain('2025-08');
  });
});

describe('the last twelve months', () => {
  it('are three values since January, and the whole year is itself', () => {
    const { exports } = overTimeOf(
      since('2025-03', '300.0'),
      { period: '2025', value: '1300.0' },
      since('2026-03', '330.1'),
    );
    expect(exports?.twelve.map(printed)).toEqual(['2025 1300.0', '2025-04/2026-03 1330.1']);
    expect(exports?.twelve[1]?.interval).toEqual({ lo: 1329.95, hi: 1330.25 });
  });

  it('are not known where one of the three is missing', () => {
    const { exports } = monthly({ from: '2024-01', months: 24, missing: ['2024-08'], flows: ['export'] });
    const ends = exports?.twelve.map(({ period }) => period.code);
    expect(ends).toContain('2024-08/2025-07');
    expect(ends).not.toContain('2024-09/2025-08');
  });
});

describe('one series, one publisher', () => {
  const own = [since('2026-01', '100.0'), since('2026-02', '210.0')];

  it('another value stands beside it and makes no month', () => {
    const { exports, beside } = overTimeOf(
      ...own,
      since('2026-04', '430.0'),
      since('2026-03', '330.0', { source: 'other' }),
      since('2026-02', '250.0', { source: 'other' }),
    );
    expect(exports?.months.map(printed)).toEqual(['2026-01 100.0', '2026-02 110.0', '2026-03/2026-04 220.0']);
    expect(beside.map(({ figure, publisher, same }) => [printed(figure), publisher, same?.agrees])).toEqual([
      ['2026-01/2026-03 330.0', 'Another', undefined],
      ['2026-01/2026-02 250.0', 'Another', false],
    ]);
  });

  it('a later value of the same publisher revises', () => {
    const { exports, revisions } = overTimeOf(...own, since('2026-02', '212.5', { source: 'later' }));
    expect(exports?.months.map(printed)).toEqual(['2026-01 100.0', '2026-02 112.5']);
    expect(revisions.map(({ before, after }) => [before.value, after.value])).toEqual([[210, 212.5]]);
  });

  it('two values of one day are contested', () => {
    const { contested, revisions } = overTimeOf(...own, since('2026-02', '212.5', { source: 'same-day' }));
    expect(contested.map((values) => values.map(({ value }) => value))).toEqual([[210, 212.5]]);
    expect(revisions).toEqual([]);
  });
});

describe('goods and regions', () => {
  it('bring contributions that add up to the growth of the total, with what is not named', () => {
    const { goods, regions } = monthly({ from: '2024-01', months: 30, products: 7, regions: 5 });
    for (const parts of [goods.exports, goods.imports, regions]) {
      const { total, rest } = parts ?? {};
      const named = parts?.parts.map(({ contribution }) => contribution?.value ?? Number.NaN) ?? [];
      const growth = (100 * (total?.difference?.value ?? 0)) / (total?.base?.value ?? 0);
      expect(named.reduce((sum, value) => sum + value, rest?.contribution?.value ?? 0)).toBeCloseTo(growth, 9);
    }
  });

  it('of regions published as shares are the same figures as of values', () => {
    const bulletins = { from: '2024-01', months: 30, regions: 5 };
    const [values, shares] = [false, true].map((regionalShares) => monthly({ ...bulletins, regionalShares }).regions);
    const told = (parts: typeof values) =>
      parts?.parts.map(({ code, rank, rankBefore, sameMonths }) => [code, rank, rankBefore, sameMonths.length]);
    expect(told(shares)).toEqual(told(values));
    for (const [index, part] of shares?.parts.entries() ?? []) {
      const other = values?.parts[index];
      const overlap = (a?: Figure | null, b?: Figure | null) =>
        a && b && a.interval.lo <= b.interval.hi && b.interval.lo <= a.interval.hi;
      expect(overlap(part.comparison?.value, other?.comparison?.value)).toBe(true);
      expect(overlap(part.share, other?.share)).toBe(true);
      expect(overlap(part.contribution, other?.contribution)).toBe(true);
      expect(part.share?.status).toBe('published');
    }
  });

  it('tell what is named for the first time, again, or no longer', () => {
    const total = ['2026-01', '2026-02', '2026-03'].map((month, index) => since(month, `${100 * (index + 1)}.0`));
    const of = (product: string, ...months: readonly string[]) =>
      months.map((month) => since(month, '9.00', { product }));
    const { goods } = overTimeOf(
      ...total,
      ...of('HS1000', '2026-01', '2026-02', '2026-03'),
      ...of('HS1001', '2026-03'),
      ...of('HS1002', '2026-01', '2026-03'),
      ...of('HS1003', '2026-01', '2026-02'),
    );
    const naming = [...(goods.exports?.parts ?? []), ...(goods.exports?.gone ?? [])];
    expect(naming.map(({ code, naming: how, lastNamed }) => [code, how, lastNamed.code])).toEqual([
      ['HS1000', 'named', '2026-01/2026-03'],
      ['HS1001', 'new', '2026-01/2026-03'],
      ['HS1002', 'back', '2026-01/2026-03'],
      ['HS1003', 'gone', '2026-01/2026-02'],
    ]);
  });

  it('are compared like the newest total where that is published without them', () => {
    const bars = { product: 'HS1000' };
    const { exports, goods } = overTimeOf(
      since('2025-03', '300.0', { source: 'year-before' }),
      since('2025-03', '100.0', { source: 'year-before', ...bars }),
      since('2026-03', '330.0'),
      since('2026-03', '130.0', bars),
      since('2026-04', '450.0', { source: 'later' }),
    );
    expect(exports?.yearToDate?.value.period.code).toBe('2026-01/2026-04');
    const { total } = goods.exports ?? {};
    expect([total?.index, total?.difference].map((figure) => figure && printed(figure))).toEqual([
      '2026-01/2026-03 110.0',
      '2026-01/2026-03 30.0',
    ]);
  });
});

describe('what there is', () => {
  it('the data of the project have nothing over time', () => {
    expect(briefingOf('2021-07').overTime).toBeNull();
    expect(briefingOf('2026-11', dataset).overTime).toBeNull();
  });

  it('the first bulletin after the article is a record, and leads it', () => {
    const { publisher, period, exports } = monthly({ from: '2022-01', months: 1, afterProject: true }, '2022-03');
    expect([publisher, period.code]).toEqual(['SPECIMEN', '2022-01']);
    expect(exports?.months).toHaveLength(1);
  });

  it('two bulletins with exports alone are a record over time, without a balance', () => {
    const { exports, imports, balance, turnover, goods, regions } = monthly({
      from: '2026-01',
      months: 2,
      flows: ['export'],
    });
    expect(exports?.months).toHaveLength(2);
    expect([imports, balance, turnover, goods.exports, goods.imports, regions]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('numbers and keys are the same in whatever order figures are asked for', () => {
    const bulletins = { from: '2024-01', months: 30, products: 3, regions: 3 };
    const [one, two] = [monthly(bulletins), monthly(bulletins)];
    void two.imports?.twelveChanges;
    void two.exports?.quarters;
    const named = (overTime: OverTime) => allFigures(overTime).map(({ key, note }) => [key, note]);
    expect(named(two)).toEqual(named(one));
    const keys = allFigures(one).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('numbers in the notes', () => {
  const bulletins = { from: '2024-01', months: 28 };
  const notesOf = (figures: readonly Figure[]) => new Map(figures.map(({ key, note }) => [key, note]));

  it('do not depend on which figures are asked for first', () => {
    const [one, other] = [monthly(bulletins), monthly(bulletins)];
    for (const flow of [other.balance, other.imports, other.exports]) {
      flow?.comparedAt(flow.line.boundaries.at(-2) ?? 0);
      flow?.twelveChanges.at(-1);
      flow?.quarters.at(-1);
    }
    expect(notesOf(allFigures(other))).toEqual(notesOf(allFigures(one)));
  });

  it('are one for each line', () => {
    const figures = allFigures(monthly(bulletins));
    const lines = Map.groupBy(figures, ({ key, period }) => key.slice(0, -period.code.length - 1));
    for (const [line, those] of lines) expect(new Set(those.map(({ note }) => note)).size, line).toBe(1);
  });
});
