import type { Figure } from '../figure.ts';
import { allFigures } from './all-figures.ts';
import type { FlowOverTime } from './flow.ts';
import type { OverTime } from './over-time.ts';
import type { Series } from './series.ts';

/** What the figures of a line measure: of a flow, over which months; of the parts of a flow, what of them. */
export type Measure =
  | { readonly of: 'flow'; readonly months: 'since_january' | 'month' | 'quarter' | 'twelve' }
  | {
      readonly of: 'products' | 'regions';
      readonly flow: 'exports' | 'imports';
      readonly what: 'value' | 'index' | 'change' | 'contribution' | 'share';
    }
  | { readonly of: 'share' };

/** Figures over time that share a number in the notes. */
export interface NotedLine {
  readonly note: string;
  /** What its values are of; null where they are calculated. */
  readonly series: Series | null;
  /** What a calculated line measures; null where it is published. */
  readonly measure: Measure | null;
  /** Its figures, the oldest first. */
  readonly figures: readonly Figure[];
}

/** The figures over time by their numbers in the notes, and by their keys. */
export interface NotedLines {
  readonly byNote: ReadonlyMap<string, NotedLine>;
  readonly byKey: ReadonlyMap<string, Figure>;
}

const made = new WeakMap<OverTime, NotedLines>();

/** Every line that a page can refer to. It is put together once, when it is first asked for. */
export function notedLinesOf(overTime: OverTime): NotedLines {
  const known = made.get(overTime) ?? gather(overTime);
  made.set(overTime, known);
  return known;
}

function gather(overTime: OverTime): NotedLines {
  const published = overTime.series.map((series): NotedLine => {
    return { note: series.note, series, measure: null, figures: series.figures };
  });
  const figures = [...new Set([...allFigures(overTime), ...flowsOf(overTime).flatMap(comparisonsOf)])];
  const calculated = figures.filter(({ status }) => status === 'calculated');
  const groups = Map.groupBy(calculated, ({ note }) => note);
  const lines = [...groups].flatMap(([note, group]): NotedLine | readonly NotedLine[] => {
    const ordered = group.toSorted((a, b) => endOfFigure(a) - endOfFigure(b));
    const [first] = ordered;
    return first ? { note, series: null, measure: measureOf(first), figures: ordered } : [];
  });
  const all = [...published, ...lines];
  return {
    byNote: new Map(all.map((line) => [line.note, line])),
    byKey: new Map(all.flatMap((line) => line.figures.map((figure) => [figure.key, figure] as const))),
  };
}

function endOfFigure({ period: { year, month, months } }: Figure): number {
  return 12 * year + month + months;
}

function flowsOf({ turnover, exports, imports, balance, investment }: OverTime): readonly FlowOverTime[] {
  return [turnover, exports, imports, balance, investment].filter((flow) => flow !== null);
}

/** Each value since January beside its base: pages compare older ones too. */
function comparisonsOf(flow: FlowOverTime): readonly Figure[] {
  return flow.sinceJanuary.flatMap(({ period: { year, month, months } }) => {
    const { base, index, difference } = flow.comparedAt(12 * year + month - 1 + months) ?? {};
    return [base, index, difference].filter((figure) => figure !== null && figure !== undefined);
  });
}

const monthsOf = ['since_january', 'month', 'quarter', 'twelve'] as const;
const whats = ['value', 'index', 'change', 'contribution', 'share'] as const;

/** What a figure measures, as the parts of its key say that flows and parts give it. */
function measureOf({ key }: Figure): Measure {
  const [flow = '', middle = '', ...rest] = key.split('.');
  const months = monthsOf.find((known) => known === middle);
  if (months) return { of: 'flow', months };
  const what = whats.find((known) => rest.includes(known));
  if (middle === 'share' || !what) return { of: 'share' };
  const of = middle.startsWith('RU-') || middle === 'regions' ? 'regions' : 'products';
  return { of, flow: flow === 'imports' ? 'imports' : 'exports', what };
}
