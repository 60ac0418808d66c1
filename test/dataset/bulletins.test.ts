import { describe, expect, it } from 'vitest';
import { editionPackage, loadDataset, vintageOf } from '../../functions/dataset/index.ts';
import { editionNamed } from '../briefings.ts';
import { type BulletinRow, monthlyPackage, packageOf, productCode, sourceOf } from '../monthly-package.ts';
import { dataset, packageFiles, refusal, today, withFile, withProducts } from '../package-files.ts';

const sources = [
  sourceOf('year-before', '2025-05-15'),
  sourceOf('bulletin', '2026-05-15'),
  sourceOf('correction', '2026-05-15'),
  sourceOf('later', '2026-06-15'),
  sourceOf('other', '2026-06-15', 'Another'),
];
const problems = (...rows: readonly BulletinRow[]) => refusal(packageOf(rows, sources));
const quarter = { period: '2026-01/2026-03', value: '300.0' };
const flows = ['export', 'import', 'turnover'];
const four = { period: '2026-01/2026-04', value: '410.0' };

describe('a package with products', () => {
  const files = monthlyPackage({ from: '2026-01', months: 3, products: 2 });

  it('is read with its products, and the rows of a total stay what they were', () => {
    const { observations, products } = loadDataset(files, today);
    expect([...products.keys()]).toEqual(['HS1000', 'HS1001']);
    expect(products.get('HS1001')?.name.ru).toBe('Товар HS1001');
    expect(new Set(observations.map(({ product }) => product))).toEqual(new Set(['_T', 'HS1000', 'HS1001']));
  });

  it('without the column every row is of all goods', () => {
    expect(dataset.observations.every(({ product }) => product === '_T')).toBe(true);
    expect(dataset.products.size).toBe(0);
  });

  it('an edition carries the products that it knows, and a descriptor that describes them', () => {
    const read = loadDataset(files, today);
    const carried = editionPackage(read, vintageOf(read, editionNamed('2026-05')));
    expect([...carried.keys()]).toContain('products.csv');
    expect(loadDataset(carried, today).products.size).toBe(2);
  });

  it('an edition that knows none carries the older form, whatever the form of the dataset', () => {
    const newer = loadDataset(
      new Map(
        [...withProducts()].map(([name, bytes]) => {
          const lines = new TextDecoder().decode(bytes).split('\n');
          const kept = lines.filter((line) => name !== 'observations.csv' || !line.includes(',HS7213,'));
          return [name, new TextEncoder().encode(kept.join('\n'))];
        }),
      ),
      today,
    );
    const edition = editionNamed('2021-07');
    expect(editionPackage(newer, vintageOf(newer, edition))).toEqual(
      editionPackage(dataset, vintageOf(dataset, edition)),
    );
  });

  it('is refused when a row names a product that products.csv does not have', () => {
    expect(problems({ ...quarter, product: 'HS9999' })).toEqual([
      'observations.csv, row 2, product: "HS9999" – not in products.csv; add a row with that product there, or correct the name',
    ]);
  });

  it('is refused when it names a product and has no table of them', () => {
    const without = new Map(
      [...packageOf([{ ...quarter, product: productCode(0) }], sources)].filter(([name]) => name !== 'products.csv'),
    );
    expect(refusal(without).join()).toContain('not in products.csv');
  });

  it('tells rows of different products apart, and refuses the same product twice', () => {
    const row = { ...quarter, value: '10.0' };
    expect(problems({ ...row, product: 'HS1000' }, { ...row, product: 'HS1001' })).toEqual([]);
    expect(problems({ ...row, product: 'HS1000' }, { ...row, product: 'HS1000' }).join()).toContain(
      'row 2 has the same indicator, flow, ref_area, counterpart_area, product, time_period',
    );
  });
});

describe('a package that was described before an indicator was added', () => {
  const described = (change: string) => withFile('datapackage.json', (text) => text.replace('"tourists"', change));

  it('is still read', () => {
    expect(refusal(withFile('datapackage.json', (text) => text.replace(/,\s*"tourists"/, '')))).toEqual([]);
  });

  it('is refused where it lists one that is not known', () => {
    expect(refusal(described('"tourists", "visitors"')).join()).toContain('constraints.enum');
  });
});

describe('the status of a package', () => {
  const withStatus = (status: unknown) =>
    withFile('datapackage.json', (text) => JSON.stringify({ ...JSON.parse(text), status }));

  it('is kept, and goes into the package of an edition', () => {
    const specimen = loadDataset(withStatus('specimen'), today);
    expect(specimen.status).toBe('specimen');
    const carried = editionPackage(specimen, vintageOf(specimen, editionNamed('2021-07')));
    expect(new TextDecoder().decode(carried.get('datapackage.json'))).toContain('"status": "specimen"');
    expect(loadDataset(packageFiles, today).status).toBeNull();
  });

  it('is one of those that we know', () => {
    expect(refusal(withStatus('final')).join()).toBe(
      'datapackage.json, status: "\\"final\\"" – expected one of specimen, draft; remove it from published data',
    );
  });
});

it('a value that says on the same day that it revises is the one that an edition shows', () => {
  const rows = [quarter, { ...quarter, value: '301.5', source: 'correction', note: 'Revised' }];
  for (const order of [rows, rows.toReversed()]) {
    const read = loadDataset(packageOf(order, sources), today);
    const { observations, revised } = vintageOf(read, editionNamed('2026-05'));
    expect([observations, revised].map((found) => found.map(({ value }) => value))).toEqual([[301.5], [300]]);
  }
});

describe('values since January', () => {
  it('are refused where they are less than those of fewer months, once', () => {
    expect(problems(quarter, { ...four, value: '299.8' })).toEqual([
      'observations.csv, row 2, value: "300.0" – a part cannot be larger than the value of a longer period around it, USD 299.8 million in 2026-01/2026-04 (row 3); compare both with the source, and their unit_mult',
    ]);
  });

  it('may be as much as rounding allows', () => {
    expect(problems(quarter, { ...four, value: '299.9' })).toEqual([]);
  });

  it('may fall where the row says that it revises, and where investment is withdrawn', () => {
    expect(problems(quarter, { ...four, value: '290.0', note: 'Revised' })).toEqual([]);
    const invested = { indicator: 'investment', flow: '_Z' };
    expect(problems({ ...quarter, ...invested }, { ...four, ...invested, value: '290.0' })).toEqual([]);
  });

  it('of another publisher are not compared', () => {
    expect(problems(quarter, { ...four, value: '290.0', source: 'other' })).toEqual([]);
  });

  it('contradict a month that is published for itself', () => {
    const april = { period: '2026-04', value: '110.2' };
    expect(problems(quarter, four, { ...april, value: '110.1' })).toEqual([]);
    expect(problems(quarter, four, april)).toEqual([
      'observations.csv, row 4, value: "110.2" – expected 109.9 to 110.1, the difference of 2026-01/2026-04 and 2026-01/2026-03 (rows 3 and 2); check which of the three the source prints, and correct the row',
    ]);
    expect(problems(quarter, four, { ...april, note: 'Revised' })).toEqual([]);
  });

  it('are contradicted only once by a month that is more than all of them', () => {
    expect(problems(quarter, four, { period: '2026-04', value: '500.0' })).toHaveLength(1);
  });
});

describe('the parts of a total', () => {
  it('are refused where named products are larger together', () => {
    const part = (index: number, value: string) => ({ ...quarter, product: productCode(index), value });
    expect(problems(quarter, part(0, '149.90'), part(1, '150.15'))).toEqual([]);
    expect(problems(quarter, part(0, '149.90'), part(1, '150.20'))).toEqual([
      'observations.csv, row 4, value: "150.20" – the named products (2) add up to 300.09 to 300.11 in 2026-01/2026-03, more than the total of USD 300.0 million (row 2); check the sums in the source and correct the row',
    ]);
  });

  it('are refused where named regions are larger together', () => {
    expect(problems(quarter, { ...quarter, area: 'RU-MOS', value: '300.2' }).join()).toContain(
      'row 3, value: "300.2" – the named regions (1) add up to 300.15 to 300.25',
    );
  });
});

describe('an index', () => {
  const index = { indicator: 'trade_index', period: '2026-01/2026-03', value: '120.0', unit: 'IX' };
  const yearBefore = { period: '2025-01/2025-03', value: '200.0' };

  it('is refused where the values of both years that it came with say otherwise', () => {
    expect(problems(yearBefore, quarter, index).join()).toContain('the values of both years (rows 3, 2) give 149.94');
  });

  it('may differ from a value of the year before that was published earlier: the source may have revised it', () => {
    expect(problems({ ...yearBefore, source: 'year-before' }, quarter, index)).toEqual([]);
  });
});

describe('two bulletins for one period with different values', () => {
  it('revise where one publisher states both, and are not refused where two do', () => {
    const trade = [
      quarter,
      { ...quarter, flow: 'import', value: '700.0' },
      { ...quarter, flow: 'turnover', value: '1000.0' },
    ];
    for (const note of ['', 'Revised']) {
      expect(problems(...trade, { ...quarter, value: '320.0', source: 'later', note }).join()).toContain(
        'exports and imports do not make up turnover',
      );
    }
    expect(problems(...trade, { ...quarter, value: '320.0', source: 'other' })).toEqual([]);
    const both = [{ value: '320.0' }, { flow: 'turnover', value: '1020.0' }];
    expect(problems(...trade, ...both.map((row) => ({ ...quarter, ...row, source: 'later' })))).toEqual([]);
  });

  it('leave the indices and shares of the first as they are, which fit the values of then', () => {
    const trade = ['300.0', '700.0', '1000.0'].map((value, at) => ({ ...quarter, flow: flows[at] ?? '', value }));
    const rates = ['150.0', '140.0', '142.9'].map((value, at) => {
      return { ...quarter, indicator: 'trade_index', unit: 'IX', flow: flows[at] ?? '', value };
    });
    const revised = [{ value: '420.0' }, { flow: 'turnover', value: '1120.0' }];
    const all = [...trade, ...rates, ...revised.map((row) => ({ ...quarter, ...row, source: 'later' }))];
    expect(problems(...all)).toEqual([]);
    const before = ['2025-01/2025-03', '200.0'] as const;
    const then = { ...quarter, period: before[0], value: before[1], source: 'year-before' };
    expect(problems(then, ...trade, ...rates, { ...then, value: '240.0', source: 'later' })).toEqual([]);
    const wrong = rates.map((row) => (row.flow === 'export' ? { ...row, value: '180.0' } : row));
    expect(problems(...trade, ...wrong).join()).toContain('the growth indices do not fit together');
  });
});
