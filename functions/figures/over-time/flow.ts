import { common, endOf, monthIndex, monthsSinceJanuary, type Period, periodFrom } from '../../dataset/index.ts';
import type { Figure, FigureSubject } from '../figure.ts';
import { lazy } from '../lazy.ts';
import { amountOf, bareSum, itself, type Label, negated, quotientOf, signedAmountOf, sumBehind } from './amounts.ts';
import type { NoteOf } from './flow-notes.ts';
import { type Line, merged, type Stretch, spanKey, stretchesOf, type Term } from './line.ts';
import type { Series } from './series.ts';

/** A value beside that of a year earlier. */
export interface Comparison {
  readonly value: Figure;
  /** The value a year earlier; null where none is known. After a revision it is what the index implies. */
  readonly base: Figure | null;
  /** The value against its base, 100 where they are the same: the published index where there is one. */
  readonly index: Figure | null;
  /** The value less its base, in the unit of both. */
  readonly difference: Figure | null;
  /** Where the base is from: a value (published, or a sum of such), or the index alone. */
  readonly basis: 'value' | 'index' | null;
  /** Both bases where the published one and that of the index differ by more than rounding: the source revised it. */
  readonly revised: { readonly implied: Figure; readonly published: Figure } | null;
}

/**
 * A flow of trade, or another amount that adds up, over time. Each list begins with the oldest, and is worked out when
 * it is first asked for. Lists are properties that compute: a copy with a spread computes them all.
 */
export interface FlowOverTime {
  /** Its name in keys. */
  readonly key: string;
  /** The numbers in the notes of its lines. */
  readonly noteOf: NoteOf;
  readonly line: Line;
  /** Values since January, one for each month up to which one is known: published, or a sum of published ones. */
  readonly sinceJanuary: readonly Figure[];
  /** Single months, and where a bulletin is missing the months around the gap together, as their period says. */
  readonly months: readonly Figure[];
  /** The same beside the same months a year earlier; where one of the two is known only together, both are. */
  readonly monthChanges: readonly Comparison[];
  readonly quarters: readonly Figure[];
  readonly quarterChanges: readonly Comparison[];
  /** Sums of twelve months, one for each month up to which one is known. */
  readonly twelve: readonly Figure[];
  readonly twelveChanges: readonly Comparison[];
  /** The newest value since January; null where there is none. */
  readonly yearToDate: Comparison | null;
  /** Each value since January beside a year earlier. */
  readonly comparisons: readonly Comparison[];
  /** The value since January that ends at a boundary, compared like the newest; null where there is none. */
  comparedAt(end: number): Comparison | null;
  /** Values since January up to the newest one's month, one for each year in which it is known. */
  readonly sameMonths: readonly Figure[];
}

/** What names the figures of a flow. */
export interface FlowNames {
  readonly key: string;
  readonly subjects: {
    readonly value: FigureSubject;
    readonly index: FigureSubject;
    readonly change: FigureSubject;
  };
  /** True for a balance, which is printed with its sign and has no growth rate. */
  readonly signed: boolean;
}

/** How a value since January is compared where that is known better than by the line. */
type CompareToDate = (value: Figure, plain: Comparison) => Comparison;

/** Where the published index of a value since January is found. */
type Indices = Pick<Series, 'sinceJanuary'>;

/**
 * Works out everything that a line says over time. `better` has the published indices of the values since January, or
 * compares the newest of them in its own way.
 */
export function flowOverTime(
  names: FlowNames,
  line: Line,
  better: Indices | CompareToDate | null,
  noteOf: NoteOf,
): FlowOverTime {
  const measure = (name: string) => measureOf(names, line, name, noteOf);
  const toDate = measure('since_january');
  const month = measure('month');
  const quarter = measure('quarter');
  const twelve = measure('twelve');
  const known = line.boundaries.filter((boundary) => line.placeOf(boundary) !== null);
  const sinceJanuary = toDate.figures(
    known.flatMap((end) => {
      const start = end - monthsSinceJanuary(end);
      return line.placeOf(start) === line.placeOf(end) ? [{ start, end }] : [];
    }),
  );
  const months = lazy(() => month.figures(stretchesOf(line)));
  const monthChanges = lazy(() => stretchesOf(line, 12).flatMap((stretch) => month.compare(stretch) ?? []));
  const quarters = lazy(() => quarter.figures(spans(line, 3, 3)));
  const quarterChanges = lazy(() => spans(line, 3, 3).flatMap((stretch) => quarter.compare(stretch) ?? []));
  const twelves = lazy(() => twelve.figures(spans(line, 12, 1)));
  const twelveChanges = lazy(() => spans(line, 12, 1).flatMap((stretch) => twelve.compare(stretch) ?? []));
  const newest = sinceJanuary.at(-1);
  const byEnd = new Map(sinceJanuary.map((figure) => [endOf(figure), figure]));
  const compared = new Map<number, Comparison>();
  const comparedAt = (end: number): Comparison | null => {
    const value = byEnd.get(end);
    if (!value) return null;
    const comparison = compared.get(end) ?? toDate.compareToDate(value, better);
    compared.set(end, comparison);
    return comparison;
  };
  return {
    key: names.key,
    noteOf,
    line,
    sinceJanuary,
    get months() {
      return months();
    },
    get monthChanges() {
      return monthChanges();
    },
    get quarters() {
      return quarters();
    },
    get quarterChanges() {
      return quarterChanges();
    },
    get twelve() {
      return twelves();
    },
    get twelveChanges() {
      return twelveChanges();
    },
    yearToDate: newest ? comparedAt(endOf(newest)) : null,
    get comparisons() {
      return sinceJanuary.flatMap((figure) => comparedAt(endOf(figure)) ?? []);
    },
    comparedAt,
    sameMonths: newest ? sinceJanuary.filter(({ period }) => period.months === newest.period.months) : [],
  };
}

/** Every stretch of so many months that ends at a boundary and is known; `step` 3 for those that end with a quarter. */
function spans(line: Line, months: number, step: number): readonly Stretch[] {
  return line.boundaries.flatMap((end) => {
    const start = end - months;
    const place = line.placeOf(end);
    return end % step === 0 && place !== null && line.placeOf(start) === place ? [{ start, end }] : [];
  });
}

/** A figure with the sum that it stands for. */
interface Amount {
  readonly value: Figure;
  readonly terms: readonly Term[];
}

/** Figures of one measure of a line: months, quarters, sums of twelve months. They share their numbers in the notes. */
function measureOf(names: FlowNames, line: Line, measure: string, noteOf: NoteOf) {
  const { signed } = names;
  const label = (kind: string, subject: FigureSubject): Label => {
    const key = `${names.key}.${measure}${kind}`;
    return { key, subject, area: null, product: null, note: noteOf(key) };
  };
  const value = label('', names.subjects.value);
  const labels = {
    value,
    index: signed ? value : label('.index', names.subjects.index),
    change: label('.change', names.subjects.change),
    implied: label('.implied', names.subjects.value),
  };
  const make = ({ start, end }: Stretch): Amount | null => {
    const terms = line.between(start, end);
    if (!terms) return null;
    const period = periodFrom(start, end - start);
    const value = signed
      ? signedAmountOf(labels.value, terms, period)
      : amountOf(labels.value, terms, period, line.mayFall);
    return value && { value, terms };
  };
  const made = new Map<number, Amount | null>();
  const amountAt = (stretch: Stretch): Amount | null => {
    const key = spanKey(stretch.start, stretch.end);
    const known = made.get(key);
    if (known !== undefined) return known;
    const amount = make(stretch);
    made.set(key, amount);
    return amount;
  };
  const figures = (stretches: readonly Stretch[]): readonly Figure[] =>
    stretches.flatMap((stretch) => amountAt(stretch)?.value ?? []);
  const compare = (stretch: Stretch, published: Figure | null = null): Comparison | null => {
    const [now, before] = [amountAt(stretch), amountAt({ start: stretch.start - 12, end: stretch.end - 12 })];
    return now && before && compared(labels, now, { base: before.value, terms: before.terms }, { signed, published });
  };
  const compareToDate = (value: Figure, better: Indices | CompareToDate | null): Comparison => {
    const stretch = stretchOf(value.period);
    if (typeof better === 'function') return better(value, compare(stretch) ?? without(value));
    const index = better?.sinceJanuary(stretch.end) ?? null;
    const plain = compare(stretch, index);
    if (!index) return plain ?? without(value);
    return byIndex(labels, value, amountAt(stretch)?.terms ?? itself(value), index, plain);
  };
  return { figures, compare, compareToDate };
}

/** The months of a period as a stretch. */
export function stretchOf(period: Period): Stretch {
  const start = monthIndex(period);
  return { start, end: start + period.months };
}

/** A value that is compared with nothing. */
export function without(value: Figure): Comparison {
  return { value, base: null, index: null, difference: null, basis: null, revised: null };
}

interface Labels {
  readonly value: Label;
  readonly index: Label;
  readonly change: Label;
  readonly implied: Label;
}

/** A value beside that of a year earlier, both with the sums that they stand for; a published index is that of both. */
export function compared(
  labels: Pick<Labels, 'index' | 'change'>,
  { value, terms }: { readonly value: Figure; readonly terms: readonly Term[] },
  { base, terms: before }: { readonly base: Figure; readonly terms: readonly Term[] },
  { signed = false, published = null }: { readonly signed?: boolean; readonly published?: Figure | null } = {},
): Comparison {
  const { period } = value;
  const quotient = () =>
    quotientOf(labels.index, sumBehind(value, terms), sumBehind(base, before), period, { unit: 'index', decimals: 1 });
  const index = signed ? null : (published ?? quotient());
  const difference = signedAmountOf(labels.change, merged([...terms, ...negated(before)]), period);
  return { value, base, index, difference, basis: 'value', revised: null };
}

/**
 * A value beside a year earlier where an index is published. The published value is the base as long as rounding
 * allows both; where it does not, the source has revised it, and the base is what the index implies.
 */
function byIndex(
  labels: Labels,
  value: Figure,
  terms: readonly Term[],
  index: Figure,
  plain: Comparison | null,
): Comparison {
  const { start, end } = stretchOf(value.period);
  const earlier = periodFrom(start - 12, end - start);
  const implied = impliedBase(labels.implied, value, terms, index, earlier);
  if (!implied) return { ...(plain ?? without(value)), index };
  if (plain?.base && common(plain.base.interval, implied.interval)) return { ...plain, index };
  const difference = signedAmountOf(labels.change, [...itself(value), ...negated(itself(implied))], value.period);
  const revised = plain?.base ? { implied, published: plain.base } : null;
  return { value, base: implied, index, difference, basis: 'index', revised };
}

/** What an index says the value was a year earlier: the value divided by it. */
function impliedBase(
  label: Label,
  value: Figure,
  terms: readonly Term[],
  index: Figure,
  period: Period,
): Figure | null {
  const { unit, decimals } = value;
  return quotientOf(label, sumBehind(value, terms), bareSum(itself(index)), period, { unit, decimals });
}
