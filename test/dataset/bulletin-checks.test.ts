import { describe, expect, it } from 'vitest';
import {
  type BulletinChecks,
  bulletinChecksOf,
  type CheckKind,
  loadDataset,
  monthIndex,
  vintageOf,
} from '../../functions/dataset/index.ts';
import { editionNamed } from '../briefings.ts';
import { type BulletinRow, type Bulletins, monthlyPackage, packageOf, sourceOf } from '../monthly-package.ts';
import { today } from '../package-files.ts';

const checksOf = (files: Parameters<typeof loadDataset>[0], edition = '2026-11'): BulletinChecks => {
  const { observations, revised } = vintageOf(loadDataset(files, today), editionNamed(edition));
  return bulletinChecksOf({ newest: observations, replaced: revised }, 'SPECIMEN');
};

const monthly = (bulletins: Bulletins) => checksOf(monthlyPackage(bulletins));
const passed = ({ kinds }: BulletinChecks) => Object.fromEntries(kinds.map((kind) => [kind.kind, kind.passed]));

/** How a kind of check stands for the bulletin whose last month is this one. */
function stateOf({ kinds }: BulletinChecks, kind: CheckKind, month: string) {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return kinds.find((known) => known.kind === kind)?.states.get(monthIndex({ year, month: number }) + 1);
}

const sources = [
  sourceOf('first', '2025-03-15'),
  sourceOf('second', '2025-04-15'),
  sourceOf('later', '2025-05-15'),
  sourceOf('year-after', '2026-03-15'),
  sourceOf('year-later', '2026-04-15'),
];
const since = (months: string, value: string, more: Partial<BulletinRow> = {}): BulletinRow => {
  const [year = '', last = ''] = months.split('-');
  return { period: last === '01' ? months : `${year}-01/${months}`, value, source: 'first', ...more };
};

describe('two years of bulletins with goods and regions', () => {
  const checks = monthly({ from: '2024-01', months: 24, products: 4, regions: 3 });

  it('pass every check that each of them allows, and the sum counts all', () => {
    expect(passed(checks)).toEqual({
      turnover: 24,
      bases: 24,
      index: 36,
      cumulative: 66,
      goods_exports: 24,
      goods_imports: 24,
      regions: 24,
      parts: 242,
    });
    expect(checks.passed).toBe(Object.values(passed(checks)).reduce((sum, next) => sum + next, 0));
    expect(checks.bulletins).toHaveLength(24);
  });

  it('have nothing to compare an index with in the first year, and a value since January in January', () => {
    expect(stateOf(checks, 'index', '2024-07')).toBe('nothing');
    expect(stateOf(checks, 'index', '2025-07')).toBe('passed');
    expect(stateOf(checks, 'cumulative', '2025-01')).toBe('nothing');
    expect(stateOf(checks, 'cumulative', '2025-02')).toBe('passed');
  });

  it('show in detail what the newest of them was checked for: index of exports, sums and limits', () => {
    const { pairs, index, limits } = checks.newest;
    expect(pairs.map(({ check }) => check)).toEqual(['turnover', 'bases']);
    expect(index?.index.flow).toBe('export');
    expect(limits.map(({ kind }) => kind).toSorted()).toEqual(['goods_exports', 'goods_imports', 'regions']);
    for (const { sum, whole } of limits) expect(sum).toBeLessThanOrEqual(whole.value);
  });
});

it('a kind without data has no row', () => {
  const { kinds } = monthly({ from: '2025-01', months: 3, flows: ['export'] });
  expect(kinds.map(({ kind }) => kind)).toEqual(['cumulative']);
});

it('after a missing bulletin a value since January is compared with the last one before it', () => {
  const checks = monthly({ from: '2025-01', months: 12, missing: ['2025-08'] });
  expect(stateOf(checks, 'cumulative', '2025-08')).toBeUndefined();
  expect(stateOf(checks, 'cumulative', '2025-09')).toBe('passed');
});

it('an index that was published before its value was revised is not compared with it: it was revised since', () => {
  const index = { indicator: 'trade_index', unit: 'IX' };
  const files = packageOf(
    [
      since('2025-01', '100.0'),
      since('2025-02', '200.0', { source: 'second' }),
      since('2025-02', '208.0', { source: 'later', note: 'revised by the publisher' }),
      since('2026-01', '110.0', { source: 'year-after' }),
      since('2026-01', '110.0', { ...index, source: 'year-after' }),
      since('2026-02', '220.0', { source: 'year-later' }),
      since('2026-02', '110.0', { ...index, source: 'year-later' }),
    ],
    sources,
  );
  const checks = checksOf(files);
  expect(stateOf(checks, 'index', '2026-01')).toBe('passed');
  expect(stateOf(checks, 'index', '2026-02')).toBe('revised');
  expect(passed(checks).index).toBe(1);
});

it('a month that is published for itself is compared with the difference of the values around it', () => {
  const files = packageOf(
    [
      since('2025-01', '100.0'),
      since('2025-02', '210.0', { source: 'second' }),
      { period: '2025-02', value: '110.1', source: 'second' },
    ],
    sources,
  );
  expect(passed(checksOf(files)).month).toBe(1);
});

it('what another publisher says is no bulletin, and contests none', () => {
  const files = packageOf(
    [since('2025-01', '100.0'), since('2025-02', '210.0'), since('2025-02', '300.0', { source: 'other' })],
    [...sources, sourceOf('other', '2025-06-01', 'Another')],
  );
  const checks = checksOf(files);
  expect(checks.bulletins).toHaveLength(2);
  expect(passed(checks)).toEqual({ cumulative: 1 });
});
