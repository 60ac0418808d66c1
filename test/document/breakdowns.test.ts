import { describe, expect, it } from 'vitest';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { briefingOf } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { type BulletinRow, monthlyPackage, packageOf, productCode, sourceOf } from '../monthly-package.ts';
import { today } from '../package-files.ts';

const sources = ['2025-05-15', '2026-05-15', '2026-06-15'].map((day) => sourceOf(`bulletin-${day.slice(0, 7)}`, day));

/** Rows of exports in the first months of a year: all of them, then each part. */
function bulletin(month: string, to: string, total: string, parts: readonly Partial<BulletinRow>[]) {
  const year = to.slice(0, 4);
  const common = { period: `${year}-01/${to}`, source: `bulletin-${month}` };
  return [{ ...common, value: total }, ...parts.map((part) => ({ ...common, value: '1.0', ...part }))];
}

const product = (index: number, value: string) => ({ product: productCode(index), value });

function said(rows: readonly BulletinRow[], edition = '2026-07', language: 'en' | 'ru' | 'be' = 'en') {
  const briefing = briefingOf(edition, loadDataset(packageOf(rows, sources), today));
  return linesOf(briefing, language);
}

const before = bulletin('2025-05', '2025-03', '500.0', [
  product(0, '100.00'),
  product(1, '0.40'),
  product(2, '20.00'),
  product(3, '9.00'),
]);
const now = bulletin('2026-05', '2026-03', '600.0', [
  product(0, '140.04'),
  product(1, '4.10'),
  product(2, '0.00'),
  product(3, '45.00'),
  product(4, '30.00'),
]);

describe('a table of goods', () => {
  const lines = said([...before, ...now]);

  it('prints values with one decimal, and what they were where a ratio would mislead', () => {
    expect(lines).toContain('140.0');
    expect(lines).toContain('+40.0%');
    expect(lines).toContain('from 0.4');
    expect(lines).toContain('−100.0%');
    expect(lines).toContain('×5');
    expect(lines.join('\n')).not.toMatch(/140\.04|USD \d+\.\d\d million/);
  });

  it('calls a good new that no bulletin named before, and compares no rest that it belonged to', () => {
    expect(lines).toContain('new');
    expect(lines).toContain('..');
    expect(lines.join('\n')).toContain('New in the bulletin for January–March 2026: product HS1004');
  });

  it('shows shares in place of changes where nothing is known a year earlier', () => {
    const first = said([...now, ...bulletin('2026-06', '2026-04', '800.0', [product(0, '200.00')])]);
    expect(first).toContain('25.0%');
    expect(first.join('\n')).toContain('Largest export: product HS1000, USD 200.0 million');
  });
});

describe('the page leaves', () => {
  const total = bulletin('2026-06', '2026-04', '800.0', []);

  it('where the newest bulletin names no goods: what an older one named would pose as new', () => {
    expect(said([...before, ...now]).join('\n')).toContain('by heading of the Harmonized System');
    expect(said([...before, ...now, ...total]).join('\n')).not.toContain('by heading of the Harmonized System');
  });

  it('from 25 months after its period on', () => {
    expect(said([...before, ...now], '2028-03').join('\n')).toContain('by heading of the Harmonized System');
    expect(said([...before, ...now], '2028-04').join('\n')).not.toContain('by heading of the Harmonized System');
  });
});

it('after a year the titles are dated and in the past tense', () => {
  const text = said([...before, ...now], '2027-06').join('\n');
  expect(text).toContain('January–March 2026: five named products made up');
});

describe('the only region that is named', () => {
  const only = (share: string) => [
    ...bulletin('2025-05', '2025-03', '500.0', [{ area: 'RU-BRY', value: share === '100.0' ? '500.0' : '400.0' }]),
    ...bulletin('2026-05', '2026-03', '650.0', [{ area: 'RU-BRY', value: share === '100.0' ? '650.0' : '520.0' }]),
  ];

  it.each([
    ['en', 'One buyer region is named: Bryansk Oblast; it takes all exports to Russia, within rounding'],
    [
      'ru',
      'Назван один регион-покупатель: Брянская область; с учётом округления на него приходится весь экспорт в Россию',
    ],
    [
      'be',
      'Названы адзін рэгіён-пакупнік: Бранская вобласць; з улікам акруглення на яго прыпадае ўвесь экспарт у Расію',
    ],
  ] as const)('takes all where its share is the whole, and no number is about 100: in %s', (language, sentence) => {
    const text = said(only('100.0'), '2026-05', language).join('\n').replaceAll('\u00a0', ' ');
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/(about|около|каля|≈) 100[.,]0/);
  });

  it('and so do two together that take all', () => {
    const both = (value: string) => ['RU-BRY', 'RU-SMO'].map((area) => ({ area, value }));
    const rows = [
      ...bulletin('2025-05', '2025-03', '500.0', both('250.0')),
      ...bulletin('2026-05', '2026-03', '650.0', both('325.0')),
    ];
    const lines = said(rows, '2026-05').filter((line) => line.includes('two named regions'));
    expect(lines).toContain('The two named regions take all exports to Russia, within rounding');
    expect(lines.join('\n')).not.toContain('100.0%');
  });

  it('takes a share that is printed as 0.0%, and not about so much', () => {
    const none = [{ area: 'RU-BRY', value: '0.1' }];
    const rows = [...bulletin('2025-05', '2025-03', '500.0', none), ...bulletin('2026-05', '2026-03', '650.0', none)];
    expect(said(rows, '2026-05').join('\n')).toContain('Bryansk Oblast, 0.0% of exports to Russia');
    expect(said(rows, '2026-05').join('\n')).not.toContain('about 0.0%');
  });

  it('takes about its share where that is less', () => {
    expect(said(only('80.0'), '2026-05').join('\n')).toContain('Bryansk Oblast, about 80.0% of exports to Russia');
  });
});

describe('regions', () => {
  const files = (regions: number) => monthlyPackage({ from: '2024-01', months: 30, regions, products: 0 });
  const lines = (regions: number, edition: string) =>
    linesOf(briefingOf(edition, loadDataset(files(regions), today)), 'en').join('\n');

  it('have no page where none is named, and the page of the founding form where there are no bulletins', () => {
    expect(lines(0, '2026-08')).not.toContain('Circle area');
    expect(lines(1, '2026-08')).toContain('One buyer region is named: Moscow Oblast');
  });

  it('have columns of the same months from three years on', () => {
    expect(lines(3, '2025-08')).not.toContain('each region on its own scale');
    expect(lines(3, '2026-08')).toContain('each region on its own scale');
  });

  it.each(languages)('are named in %s without a slot left open', (language) => {
    const briefing = briefingOf('2026-08', loadDataset(files(10), today));
    expect(linesOf(briefing, language).join('\n')).not.toMatch(/[{}]|undefined|NaN/);
  });
});
