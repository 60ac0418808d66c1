import { type Area, byCode, endOf, type Period, type Product, sinceJanuaryTo } from '../../dataset/index.ts';
import { figure as named, times } from '../expression.ts';
import type { Figure, FigureSubject } from '../figure.ts';
import { amountOf, bareSum, itself, type Label, negated, quotientOf, signedAmountOf, sumBehind } from './amounts.ts';
import { type Comparison, compared, type FlowOverTime, without } from './flow.ts';
import { merged, type Term } from './line.ts';

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
export interface PartsOverTime {
  readonly kind: 'products' | 'regions';
  readonly flow: 'exports' | 'imports';
  readonly period: Period;
  /** The total in the same months, beside a year earlier. */
  readonly total: Comparison;
  /** The parts that are named now, the largest first. */
  readonly parts: readonly Part[];
  /** The parts that were named before, and are not in the newest period. */
  readonly gone: readonly Part[];
  /** The sum of the named parts, and its share of the total. */
  readonly named: { readonly value: Figure | null; readonly share: Figure | null };
  /** What is not named: value, the same a year earlier, contribution and share; contributions add up to the growth. */
  readonly rest: {
    readonly value: Figure | null;
    readonly base: Figure | null;
    readonly difference: Figure | null;
    readonly contribution: Figure | null;
    readonly share: Figure | null;
  };
}

/** How the parts of a total are named. */
interface PartNames {
  readonly kind: PartsOverTime['kind'];
  readonly flow: PartsOverTime['flow'];
  readonly nextNote: () => string;
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
  const bulletins = flow.sinceJanuary.map(endOf);

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
    const naming = namingOf(part, end, bulletins);
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
    ...remainder(label, names, total, parts),
  };
}

/** Named in each bulletin so far is `named`; in none before the newest `new`; left out in between `back`. */
function namingOf(part: PartValues, end: number, bulletins: readonly number[]): Naming {
  const earlier = bulletins.filter((bulletin) => bulletin < end);
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
  return part.ends.flatMap((end) => (sinceJanuaryTo(end).months === months ? (part.valueAt(end) ?? []) : []));
}

interface Own {
  readonly code: string;
  readonly area: Area | null;
  readonly product: Product | null;
}

type Kind = 'index' | 'change' | 'contribution' | 'share' | 'value';

/** Makes the labels of parts; those of one kind share a number in the notes. */
function labelsOf({ kind, flow, nextNote }: PartNames) {
  const subjects: Readonly<Record<Kind, FigureSubject>> = {
    value: kind === 'regions' ? 'region.exports' : `history.trade_value.${flow === 'exports' ? 'export' : 'import'}`,
    index: `history.trade_index.${flow === 'exports' ? 'export' : 'import'}`,
    change: 'part.change',
    contribution: 'part.contribution',
    share: 'part.share',
  };
  const notes: Readonly<Record<Kind, string>> = {
    value: nextNote(),
    index: nextNote(),
    change: nextNote(),
    contribution: nextNote(),
    share: nextNote(),
  };
  return (measure: Kind, { code, area, product }: Own): Label => {
    return { key: `${flow}.${code}.${measure}`, subject: subjects[measure], area, product, note: notes[measure] };
  };
}

type LabelOf = ReturnType<typeof labelsOf>;

function comparePart(label: LabelOf, own: Own, value: Figure, base: Figure | null): Comparison {
  if (!base) return without(value);
  const labels = { index: label('index', own), change: label('change', own) };
  return compared(labels, { value, terms: itself(value) }, { base, terms: itself(base) }, false);
}

function contributionOf(label: Label, change: readonly Term[], base: Figure, period: Period): Figure | null {
  const below = sumBehind(base);
  return quotientOf(label, bareSum(change), below, period, { unit: 'percent', decimals: 1, signed: true });
}

function shareOf(label: Label, part: PartValues, value: Figure, total: Figure): Figure | null {
  const published = part.shareAt(endOf(value));
  if (published) return published;
  const [top, bottom] = [sumBehind(value), sumBehind(total)];
  return quotientOf(label, top, bottom, value.period, { unit: 'percent', decimals: 1 });
}

function remainder(
  labelOf: LabelOf,
  { kind }: PartNames,
  total: Comparison,
  parts: readonly Part[],
): Pick<PartsOverTime, 'named' | 'rest'> {
  const { period } = total.value;
  const own = (code: string): Own => ({ code, area: null, product: null });
  const valuesOf = (of: readonly Part[]) =>
    of.flatMap(({ comparison }) => (comparison ? itself(comparison.value) : []));
  const named = valuesOf(parts);
  const known = parts.filter(({ contribution }) => contribution);
  const bases = known.flatMap(({ comparison }) => (comparison?.base ? itself(comparison.base) : []));
  const rest = [...itself(total.value), ...negated(named)];
  const subject = kind === 'regions' ? 'regions.rest.exports' : 'products.rest';
  const label = { ...labelOf('value', own(`${kind}.rest`)), subject } as const;
  const value = amountOf(label, rest, period, true);
  const whole = sumBehind(total.value);
  const share = quotientOf(labelOf('share', own(`${kind}.rest`)), bareSum(rest), whole, period, {
    unit: 'percent',
    decimals: 1,
  });
  const sum = amountOf(labelOf('value', own(`${kind}.named`)), named, period, true);
  const namedShare = quotientOf(labelOf('share', own(`${kind}.named`)), bareSum(named), whole, period, {
    unit: 'percent',
    decimals: 1,
  });
  if (!total.base) {
    return {
      named: { value: sum, share: namedShare },
      rest: { value, share, base: null, difference: null, contribution: null },
    };
  }
  const before = [...itself(total.base), ...negated(bases)];
  const change = merged([...itself(total.value), ...negated(valuesOf(known)), ...negated(before)]);
  return {
    named: { value: sum, share: namedShare },
    rest: {
      value,
      share,
      base: amountOf(label, before, total.base.period, true),
      difference: signedAmountOf(labelOf('change', own(`${kind}.rest`)), change, period),
      contribution: contributionOf(labelOf('contribution', own(`${kind}.rest`)), change, total.base, period),
    },
  };
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
  };
}
