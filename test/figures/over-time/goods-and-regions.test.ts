import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../functions/dataset/index.ts';
import {
  aloneFinding,
  borderFinding,
  fastestGoodsFinding,
  fastestRegionsFinding,
  goodsTitle,
  marketsOverTimeTitle,
  outsideFinding,
  type Part,
  type PartsOverTime,
  passedFinding,
  regionMovesFinding,
  sameMonthsFinding,
  yearsShown,
} from '../../../functions/figures/index.ts';
import { briefingOf } from '../../briefings.ts';
import { type BulletinRow, packageOf, productCode, sourceOf } from '../../monthly-package.ts';
import { dataset, today } from '../../package-files.ts';
import { told } from '../../words.ts';
import { change, figure, january, part, partsOf } from './made-figures.ts';

const productOf = (code: string) => ({
  code,
  classification: 'HS2022',
  name: { en: code, ru: code, be: code },
});

/** A product that both years name. */
const good = (code: string, value: number, more: Parameters<typeof part>[2] = {}): Part => ({
  ...part(code, value, more),
  product: productOf(code),
  share: figure(value / 10, 0.01),
});

/** A region that both years name. */
const region = (code: string, value: number, more: Parameters<typeof part>[2] = {}): Part => ({
  ...part(code, value, more),
  area: dataset.areas.get(code) ?? null,
  share: figure(value / 10, 0.01),
});

const goodsOf = (parts: readonly Part[], more: Partial<PartsOverTime> = {}): PartsOverTime => ({
  ...partsOf(parts),
  kind: 'products',
  ...more,
});

describe('the title over a list of goods', () => {
  const rising = [good('A', 130), good('B', 120), good('C', 110)];

  it('names what added most; that most came from goods without a name goes before', () => {
    expect(goodsTitle(goodsOf(rising)).message).toBe('goods.added_exports');
    const rest = { ...partsOf([], [10, 6]).rest, contribution: figure(6) };
    expect(goodsTitle({ ...goodsOf(rising), rest }).message).toBe('driver.rest_most');
  });

  it('says nothing of goods without a name where a named one has no base, as in the first year', () => {
    const unknown = rising.map((of) => ({ ...of, contribution: null, comparison: null }));
    const rest = { ...partsOf([], [10, 6]).rest, contribution: figure(6) };
    expect(goodsTitle({ ...goodsOf(unknown), rest }).message).toBe('goods.by_heading_exports');
  });

  it('says that rises and falls offset one another from a point each on, where the total stayed as it was', () => {
    const offset = (points: number) =>
      goodsTitle(goodsOf([good('A', 110, { points }), good('B', 90, { points: -1.1 })], { total: change(100) }))
        .message;
    expect(offset(1.01)).toBe('driver.goods_offset');
    expect(offset(1.0)).not.toBe('driver.goods_offset');
    expect(goodsTitle(goodsOf([good('A', 110, { points: 5 }), good('B', 90, { points: -5 })])).message).toBe(
      'goods.added_exports',
    );
  });

  it('says that the largest stayed as it was while others rose', () => {
    expect(goodsTitle(goodsOf([good('L', 500.1, { base: 500 }), ...rising])).message).toBe('goods.flat_rest_rose');
    expect(goodsTitle(goodsOf([good('L', 510, { base: 500 }), ...rising])).message).toBe('goods.added_exports');
  });

  it('of a fall names what took most', () => {
    const falling = [good('A', 70, { points: -3 }), good('B', 80, { points: -2 })];
    expect(goodsTitle(goodsOf(falling, { total: change(90) })).message).toBe('goods.subtracted_exports');
  });

  it('names the largest where nothing can be compared, unless two may be as large', () => {
    const first = (value: number) => ({ ...good('A', value), contribution: null, comparison: alone(value) });
    const alone = (value: number) => ({ ...change(100), value: figure(value), base: null, index: null });
    const total = { ...change(100), base: null, index: null, difference: null };
    expect(goodsTitle(goodsOf([first(10.2), first(10)], { total })).message).toBe('goods.largest');
    expect(goodsTitle(goodsOf([first(10.1), first(10)], { total })).message).toBe('goods.by_heading_exports');
  });
});

it('one good alone is told of from a quarter on, and never where it is the only one', () => {
  const first = (share: number) => ({ ...good('A', 300), share: figure(share, 0.01) });
  expect(aloneFinding(goodsOf([first(25.01), good('B', 10)]))?.message).toBe('goods.alone_exports');
  expect(aloneFinding(goodsOf([first(25), good('B', 10)]))).toBeNull();
  expect(aloneFinding(goodsOf([first(60)]))).toBeNull();
});

it('goods that grew fastest are told with their change', () => {
  const four = [good('AA', 130), good('BB', 120), good('CC', 110), good('DD', 105)];
  expect(told(fastestGoodsFinding(goodsOf(four), 'rose')).en).toBe('Grew fastest: aA +30.0%, bB +20.0%, cC +10.0%');
  expect(fastestGoodsFinding(goodsOf(four), 'fell')).toBeNull();
});

it('the largest rise and fall that a list has no room for are named below it', () => {
  const parts = [good('A', 300), good('B', 130), good('C', 120), good('D', 90), good('E', 100.1)];
  const outside = (from: number) => outsideFinding({ ...goodsOf(parts), listed: parts.slice(0, from) });
  expect(outside(1)?.message).toBe('goods.outside');
  expect(outside(3)?.message).toBe('goods.outside_fall');
  expect(outside(4)).toBeNull();
  expect(outside(5)).toBeNull();
  const rising = outsideFinding({ ...goodsOf(parts.slice(0, 3)), listed: parts.slice(0, 1) });
  expect(rising?.message).toBe('goods.outside_rise');
});

describe('the title on regions', () => {
  const of = (...parts: readonly Part[]) => {
    const pair = { ...group, share: figure(60, 0.01) };
    return marketsOverTimeTitle({ ...partsOf(parts), named: { value: null, share: figure(80) }, pair });
  };
  const nothing = { base: null, index: null, difference: null, contribution: null };
  const group = { count: 2, value: figure(200), ...nothing, share: null };

  it('names two where the second is one and a half times the third, whatever rounding hides', () => {
    const third = region('RU-SPE', 100);
    expect(of(region('RU-MOS', 300), region('RU-MOW', 150.2), third)?.message).toBe('region.two');
    expect(of(region('RU-MOS', 300), region('RU-MOW', 150.1), third)?.message).toBe('region.leader');
  });

  it('names one that is apart from the second, else how much all named ones take', () => {
    const [second, third] = [region('RU-MOW', 100), region('RU-SPE', 90)];
    expect(of(region('RU-MOS', 100.2), second, third)?.message).toBe('region.leader');
    expect(of(region('RU-MOS', 100.1), second, third)?.message).toBe('region.named_part');
    expect(of(region('RU-MOS', 100))?.message).toBe('rank.one_named');
  });

  it('declines their names', () => {
    const { en, ru, be } = told(of(region('RU-MOS', 300), region('RU-MOW', 200), region('RU-SPE', 90)));
    expect(en).toBe('Moscow Oblast and Moscow took 60% of exports to Russia');
    expect(ru).toBe('На Московскую область и Москву приходится 60 % экспорта в Россию');
    expect(be).toBe('На Маскоўскую вобласць і Маскву прыпадае 60 % экспарту ў Расію');
  });

  it('counts those that border Belarus', () => {
    const two = { ...group, share: figure(13.6, 0.01) };
    expect(told(borderFinding({ ...partsOf([]), bordering: two })).en).toContain('two of the named regions border');
    expect(borderFinding(partsOf([])).message).toBe('rank.border_none');
  });

  it('tells who passed whom, who grew fastest, and how all moved', () => {
    const parts = [
      region('RU-SAM', 130, { base: 90, rank: 1 }),
      region('RU-NIZ', 120, { rank: 2 }),
      region('RU-BRY', 110, { rank: 3 }),
      region('RU-SMO', 105, { rank: 4 }),
    ];
    expect(told(passedFinding(partsOf(parts))).ru).toBe('Самарская область опережает Нижегородскую область');
    expect(told(fastestRegionsFinding(partsOf(parts))).ru).toBe(
      'Быстрее всего рос экспорт в Самарскую область и Нижегородскую область',
    );
    expect(regionMovesFinding(partsOf(parts))?.message).toBe('region.all_up');
    const fell = [region('RU-KRS', 90), region('RU-ORE', 80)];
    expect(regionMovesFinding(partsOf([...parts, ...fell]))?.message).toBe('region.all_but');
    expect(regionMovesFinding(partsOf([...parts, ...fell, region('RU-MUR', 80)]))?.message).toBe('region.some_up');
    expect(regionMovesFinding(partsOf(parts.slice(0, 2)))).toBeNull();
  });
});

describe('the same months of several years', () => {
  const years = (values: readonly number[], value = 130): Part => ({
    ...region('RU-BRY', value),
    sameMonths: values.map((of, at) => figure(of, 0.05, january + 12 * (at - values.length + 1))),
  });
  const period = figure(1, 0.05, january).period;
  const of = (...parts: readonly Part[]) => ({ ...partsOf(parts), period });

  it('are shown from three years on, five at most', () => {
    expect(yearsShown(of(years([1, 2, 3])))).toEqual({ from: 2020, to: 2022 });
    expect(yearsShown(of(years([2, 3])))).toBeNull();
    expect(yearsShown(of(years([1, 1, 1, 1, 1, 1, 1])))).toEqual({ from: 2018, to: 2022 });
  });

  it('tell that all took more, or that one alone took less', () => {
    const more = years([129.8, 100, 130]);
    expect(sameMonthsFinding(of(more, more, more))?.message).toBe('region.every_more');
    expect(sameMonthsFinding(of(more, more))).toBeNull();
    expect(sameMonthsFinding(of(more, more, years([129.95, 100, 130])))).toBeNull();
    const clearly = years([130.2, 100, 130]);
    expect(told(sameMonthsFinding(of(more, more, clearly))).ru).toBe(
      'Меньше, чем за те же месяцы 2020 г., вывезено только в Брянскую область',
    );
    expect(sameMonthsFinding(of(more, clearly, clearly))).toBeNull();
  });
});

describe('bulletins with many goods', () => {
  const source = (year: number) => sourceOf(`bulletin-${year}`, `${year}-05-15`);
  const rowsOf = (year: number, products: number): readonly BulletinRow[] => {
    const common = { period: `${year}-01/${year}-03`, source: `bulletin-${year}` };
    return [
      { ...common, value: '1000.0' },
      ...Array.from({ length: products }, (_, at) => ({
        ...common,
        product: productCode(at),
        value: (40 - at + (year - 2025)).toFixed(2),
      })),
    ];
  };
  const goods = (before: number, now: number) => {
    const rows = [...rowsOf(2025, before), ...rowsOf(2026, now)];
    const files = packageOf(rows, [source(2025), source(2026)], 40);
    return briefingOf('2026-11', loadDataset(files, today)).overTime?.goods.exports;
  };

  it('list ten, and the others in one row with their sum and what it was', () => {
    const found = goods(14, 14);
    expect(found?.listed).toHaveLength(10);
    expect(found?.more).toMatchObject({ count: 4, value: { value: 118 }, base: { value: 114 } });
    expect(found?.more?.contribution?.value).toBeCloseTo(0.4, 9);
    expect(goods(10, 10)?.more).toBeNull();
  });

  it('do not compare the others, or the rest, where one of them has no base', () => {
    const found = goods(13, 14);
    expect(found?.more?.base).toBeNull();
    expect(found?.rest.index).toBeNull();
    expect(goods(14, 14)?.rest.index).not.toBeNull();
  });
});
