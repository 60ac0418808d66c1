import { type Area, byCode, endOf, monthsSinceJanuary, type Period, type Product } from '../../dataset/index.ts';
import { figure as named, times } from '../expression.ts';
import type { Figure } from '../figure.ts';
import { itself, type Label, negated, quotientOf, sumBehind } from './amounts.ts';
import { type Comparison, compared, type FlowOverTime, without } from './flow.ts';
import { contributionOf, type LabelOf, labelsOf, type Own, type PartNames } from './part-labels.ts';
import { groupOf, type PartGroup, type Remainder, remainderOf } from './part-sums.ts';
import { thresholds } from './thresholds.ts';

/** The values since January of one part: a product or a region. */
export interface PartValues {
  readonly code: string;
  readonly area: Area | null;
  readonly product: Product | null;
  /** The ends of its values since January, as the boundary after their last month, in order. */
  readonly ends: readonly number[];
  /** The value since January that ends at a boundary, published or by a published share of the total. */
  valueAt(end: number): Figure | null;
  /** The published share of the total since January that ends at a boundary. */
  shareAt(end: number): Figure | null;
}

/** Since when a part is named: always, for the first time, again, or no longer. */
export type Naming = 'named' | 'new' | 'back' | 'gone';

/** One product or region in the newest period that names any, beside the same months a year earlier. */
export interface Part {
  readonly code: string;
  readonly area: Area | null;
  readonly product: Product | null;
  readonly naming: Naming;
  /** The newest period in which it is named. */
  readonly lastNamed: Period;
  /** Null for a part that is no longer named. */
  readonly comparison: Comparison | null;
  /** What it brought to the change of the total, in percentage points of it; null where its base is not known. */
  readonly contribution: Figure | null;
  readonly share: Figure | null;
  readonly shareBefore: Figure | null;
  /** Its place by value among the parts that both years name, 1 for the largest; null where one of them does not. */
  readonly rank: number | null;
  readonly rankBefore: number | null;
  /** The same months of each year that names it, the oldest first. */
  readonly sameMonths: readonly Figure[];
}

/** What a total is made of, and what is left of it without a name. */
export interface PartsOverTime extends Remainder {
  readonly kind: 'products' | 'regions';
  readonly flow: 'exports' | 'imports';
  readonly period: Period;
  /** The total in the same months, beside a year earlier. */
  readonly total: Comparison;
  /** The parts that are named now, the largest first. */
  readonly parts: readonly Part[];
  /** The parts that were named before, and are not in the newest period. */
  readonly gone: readonly Part[];
  /** The largest parts, which a list has room for, and all others together; null where there is room for all. */
  readonly listed: readonly Part[];
  readonly more: PartGroup | null;
  /** The two largest together where there are more, and the regions that border Belarus; null where there are none. */
  readonly pair: PartGroup | null;
  readonly bordering: PartGroup | null;
}

/**
 * What the newest period that names parts of a flow says of them. Null where nothing is named, or the total of that
 * period is not known.
 */
export function partsOverTime(
  names: PartNames,
  flow: FlowOverTime,
  values: readonly PartValues[],
): PartsOverTime | null {
  const end = Math.max(...values.map(({ ends }) => ends.at(-1) ?? 0));
  const total = flow.comparedAt(end);
  if (!total) return null;
  const { period } = total.value;
  const { months } = period;
  const earlier = flow.sinceJanuary.map(endOf).filter((bulletin) => bulletin < end);

  const now = values
    .flatMap((part) => {
      const value = part.valueAt(end);
      return value ? [{ part, value, base: part.valueAt(end - 12) }] : [];
    })
    .toSorted((a, b) => b.value.value - a.value.value || byCode(a.part.code, b.part.code));
  const both = now.flatMap(({ part, value, base }) => (base ? [{ code: part.code, value, base }] : []));
  const placeBy = (pick: (entry: (typeof both)[number]) => number) =>
    new Map(
      both.toSorted((a, b) => pick(b) - pick(a) || byCode(a.code, b.code)).map(({ code }, index) => [code, index + 1]),
    );
  const [rank, rankBefore] = [placeBy(({ value }) => value.value), placeBy(({ base }) => base.value)];
  const label = labelsOf(names);
  const parts = now.map(({ part, value, base }): Part => {
    const own = { area: part.area, product: part.product, code: part.code };
    const naming = namingOf(part, earlier);
    const comparison = comparePart(label, own, value, base);
    const change = base ? [...itself(value), ...negated(itself(base))] : naming === 'new' ? itself(value) : null;
    return {
      ...own,
      naming,
      lastNamed: value.period,
      comparison,
      contribution:
        change && total.base && contributionOf(label('contribution', own), change, total.base, value.period),
      share: shareOf(label('share', own), part, value, total.value),
      shareBefore: base && total.base && shareOf(label('share', own), part, base, total.base),
      rank: rank.get(part.code) ?? null,
      rankBefore: rankBefore.get(part.code) ?? null,
      sameMonths: sameMonthsOf(part, months),
    };
  });
  return {
    kind: names.kind,
    flow: names.flow,
    period,
    total,
    parts,
    gone: values.filter((part) => part.valueAt(end) === null).flatMap((part) => goneOf(part, months)),
    ...shortList(label, names, total, parts),
    ...remainderOf(label, names, total, parts),
  };
}

/** The largest parts, and groups of them. */
function shortList(
  labelOf: LabelOf,
  { kind, flow }: PartNames,
  total: Comparison,
  parts: readonly Part[],
): Pick<PartsOverTime, 'listed' | 'more' | 'pair' | 'bordering'> {
  const { upTo, most } = thresholds.listed[kind === 'regions' ? kind : flow];
  const listed = parts.length > upTo ? parts.slice(0, most) : parts;
  const group = (code: string, of: readonly Part[]) => groupOf(labelOf, `${kind}.${code}`, total, of);
  return {
    listed,
    more: group('more', parts.slice(listed.length)),
    pair: parts.length > 2 ? group('pair', parts.slice(0, 2)) : null,
    bordering: group(
      'bordering',
      parts.filter(({ area }) => area?.bordersBelarus),
    ),
  };
}

/** Named in each earlier bulletin is `named`; in none before the newest `new`; left out in between `back`. */
function namingOf(part: PartValues, earlier: readonly number[]): Naming {
  const ends = new Set(part.ends);
  const first = earlier.find((bulletin) => ends.has(bulletin));
  if (first === undefined) return earlier.length === 0 ? 'named' : 'new';
  return earlier.some((bulletin) => bulletin > first && !ends.has(bulletin)) ? 'back' : 'named';
}

function goneOf(part: PartValues, months: number): readonly Part[] {
  const last = part.valueAt(part.ends.at(-1) ?? 0);
  if (!last) return [];
  return [
    {
      code: part.code,
      area: part.area,
      product: part.product,
      naming: 'gone',
      lastNamed: last.period,
      comparison: null,
      contribution: null,
      share: null,
      shareBefore: null,
      rank: null,
      rankBefore: null,
      sameMonths: sameMonthsOf(part, months),
    },
  ];
}

/** The values since January up to one month of the year, of each year. */
function sameMonthsOf(part: PartValues, months: number): readonly Figure[] {
  return part.ends.flatMap((end) => (monthsSinceJanuary(end) === months ? (part.valueAt(end) ?? []) : []));
}

function comparePart(label: LabelOf, own: Own, value: Figure, base: Figure | null): Comparison {
  if (!base) return without(value);
  const labels = { index: label('index', own), change: label('change', own) };
  return compared(labels, { value, terms: itself(value) }, { base, terms: itself(base) });
}

function shareOf(label: Label, part: PartValues, value: Figure, total: Figure): Figure | null {
  const published = part.shareAt(endOf(value));
  if (published) return published;
  const [top, bottom] = [sumBehind(value), sumBehind(total)];
  return quotientOf(label, top, bottom, value.period, { unit: 'percent', decimals: 1 });
}

/** A published share of a total as the amount that it implies, at the extremes of both. */
export function impliedByShare(label: Label, share: Figure, total: Figure): Figure {
  return {
    ...label,
    note: label.note,
    key: `${label.key}.${share.period.code}`,
    group: 'series',
    status: 'calculated',
    value: (share.value * total.value) / 100,
    interval: {
      lo: (share.interval.lo * total.interval.lo) / 100,
      hi: (share.interval.hi * total.interval.hi) / 100,
    },
    decimals: total.decimals,
    unit: total.unit,
    signed: false,
    approximate: true,
    period: share.period,
    qualifier: 'exact',
    expression: times(named(share.key), named(total.key)),
    sources: [...new Set([...share.sources, ...total.sources])],
    row: null,
  };
}
