import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../functions/dataset/index.ts';
import {
  briefOverTime,
  type OverTime,
  sinceJanuaryTitle,
  thinTwelveOf,
  twelveTitle,
} from '../../../functions/figures/index.ts';
import { briefingOf, editionNamed } from '../../briefings.ts';
import { type BulletinRow, type Bulletins, monthlyPackage, packageOf, sourceOf } from '../../monthly-package.ts';
import { today } from '../../package-files.ts';
import { told } from '../../words.ts';

const november = editionNamed('2026-11');

function overTimeOf(files: Parameters<typeof loadDataset>[0], edition = '2026-11'): OverTime {
  const { overTime } = briefingOf(edition, loadDataset(files, today));
  if (!overTime) throw new Error('the bulletins say nothing over time');
  return overTime;
}

const record = (bulletins: Partial<Bulletins>) =>
  overTimeOf(monthlyPackage({ from: '2023-01', months: 45, products: 4, regions: 4, ...bulletins }));

const messages = (overTime: OverTime) =>
  briefOverTime(overTime, november).map(({ about, lead, body, more }) => [
    about,
    lead.message,
    body?.message,
    more?.message,
  ]);

/** Exports and imports since January of two years, and nothing else. */
function twoYears(exports: readonly [string, string], imports: readonly [string, string]): OverTime {
  const rows: readonly BulletinRow[] = [
    { period: '2025-01/2025-09', value: exports[0] },
    { period: '2026-01/2026-09', value: exports[1] },
    { flow: 'import', period: '2025-01/2025-09', value: imports[0] },
    { flow: 'import', period: '2026-01/2026-09', value: imports[1] },
  ];
  return overTimeOf(packageOf(rows, [sourceOf('bulletin', '2026-11-15')]));
}

describe('what is said in brief', () => {
  it('goes from turnover over the flows and the newest month to goods and regions', () => {
    expect(messages(record({})).map(([about]) => about)).toEqual(['turnover', 'flows', 'month', 'parts']);
  });

  it.each([
    [['100.0', '120.0'], ['300.0', '330.0'], 'ytd.exports_faster', 'ytd.flows_same'],
    [['100.0', '110.0'], ['300.0', '360.0'], 'ytd.imports_faster', 'ytd.flows_same_imports'],
    [['100.0', '80.0'], ['300.0', '330.0'], 'ytd.opposite_imports_up', 'ytd.flows_contrary'],
  ] as const)(
    'of exports %j and imports %j is %s, and begins with the flow that it names',
    (exports, imports, lead, body) => {
      const found = messages(twoYears(exports, imports)).find(([about]) => about === 'flows');
      expect(found).toEqual(['flows', lead, body, 'ytd.balance_by']);
    },
  );

  it('of months known only together names both, and no streak of them', () => {
    const overTime = overTimeOf(
      monthlyPackage({ from: '2023-01', months: 21, missing: ['2024-08'], products: 2 }),
      '2024-11',
    );
    const found = briefOverTime(overTime, editionNamed('2024-11')).find(({ about }) => about === 'month');
    expect(found?.lead.message).toMatch(/^pair\./);
    expect(found?.more).toBeNull();
  });

  it('of a month whose year before is known only together gives values, and says why', () => {
    const overTime = overTimeOf(monthlyPackage({ from: '2023-01', months: 32, missing: ['2024-08'] }), '2025-10');
    const found = briefOverTime(overTime, editionNamed('2025-10')).find(({ about }) => about === 'month');
    expect(found?.lead.message).toBe('single.both_values');
    expect(told(found?.body ?? null).en).toBe(
      'August and September 2024 are known only together: no bulletin for January–August 2024 was published',
    );
  });

  it('of the first year gives values alone, and the change by the published index', () => {
    const overTime = overTimeOf(monthlyPackage({ from: '2023-01', months: 7, products: 2 }), '2023-09');
    const brief = briefOverTime(overTime, editionNamed('2023-09'));
    expect(brief.find(({ about }) => about === 'month')?.lead.message).toBe('single.both_values');
    expect(brief.find(({ about }) => about === 'month')?.body?.message).toBe('single.year_before_unknown');
    expect(brief.find(({ about }) => about === 'parts')?.lead.message).toBe('goods.largest');
    expect(brief.find(({ about }) => about === 'turnover')?.more?.message).toBe('ytd.index_only');
  });

  it('is in the past with its period in front once it is older than a year', () => {
    const overTime = record({ months: 24 });
    const [turnover] = briefOverTime(overTime, editionNamed('2026-02'));
    expect(told(turnover?.lead ?? null).en).toMatch(/^2024: trade with Russia/);
  });
});

describe('the title of the lead chart', () => {
  it.each([
    [['100.0', '105.9'], ['300.0', '319.5'], 'Exports rose by 5.9%, imports by 6.5% in January–September 2026'],
    [['100.0', '94.1'], ['300.0', '319.5'], 'Exports fell by 5.9% but imports rose by 6.5% in January–September 2026'],
  ] as const)('of %j and %j', (exports, imports, title) => {
    expect(told(sinceJanuaryTitle(twoYears(exports, imports))).en).toBe(title);
  });

  it('names the month of the newest sum where that is older than the newest month', () => {
    const late = overTimeOf(monthlyPackage({ from: '2023-01', months: 32, missing: ['2024-08'] }), '2025-10');
    expect(twelveTitle(late)?.message).toBe('title.dated');
    expect(twelveTitle(record({}))?.message).toMatch(/^twelve\./);
  });
});

describe('sums of twelve months that rest on indices', () => {
  it('lead up to the first year, one a month, and meet the sum of that year', () => {
    const flow = record({}).exports;
    const thin = flow ? thinTwelveOf(flow) : [];
    expect(thin).toHaveLength(11);
    const first = flow?.twelve[0];
    expect(thin.at(-1)?.end).toBe(2023 * 12 + 11);
    expect(Math.abs((thin.at(-1)?.value ?? 0) / (first?.value ?? 1) - 1)).toBeLessThan(0.05);
  });

  it('are not there without indices', () => {
    const { exports } = twoYears(['100.0', '105.9'], ['300.0', '319.5']);
    expect(exports && thinTwelveOf(exports)).toEqual([]);
  });
});
