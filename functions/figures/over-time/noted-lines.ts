import type { Figure } from '../figure.ts';
import { lazy } from '../lazy.ts';
import { comparedFigures, figuresBesideFlows, flowsOf, linesOfMeasure } from './all-figures.ts';
import { type FlowMeasure, lineKeysOf, measures } from './flow-notes.ts';
import type { OverTime } from './over-time.ts';
import type { Series } from './series.ts';

/** What the figures of a line measure: of a flow, over which months; of the parts of a flow, what of them. */
export type Measure =
  | { readonly of: 'flow'; readonly months: FlowMeasure }
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
  /** Its figures, the oldest first; those of a series are made when they are asked for. */
  readonly figures: readonly Figure[];
}

/** Finds what a page refers to by a number of the notes. */
export interface NotedLines {
  /** The line with a number; null where it is not that of a line. It is put together when it is first asked for. */
  lineOf(note: string): NotedLine | null;
  /** The number of the line that a figure belongs to, by the key of the figure; null where it belongs to none. */
  noteOf(key: string): string | null;
  /** Every line, published before calculated, these by their numbers, for a file that has them all. */
  all(): readonly NotedLine[];
}

const made = new WeakMap<OverTime, NotedLines>();

/**
 * Every line that a page can refer to. Of the lines of flows, which have most figures, only those that are asked for are
 * put together.
 */
export function notedLinesOf(overTime: OverTime): NotedLines {
  const known = made.get(overTime) ?? gather(overTime);
  made.set(overTime, known);
  return known;
}

function gather(overTime: OverTime): NotedLines {
  const series = new Map(overTime.series.map((one) => [one.note, one]));
  const flows = flowsOf(overTime);
  const measured = flows.flatMap((flow) =>
    measures.flatMap((measure) => {
      const figures = lazy(() => linesOfMeasure(flow, measure));
      return lineKeysOf(flow.key, measure).map((key) => ({ key, note: flow.noteOf(key), figures }));
    }),
  );
  const ofFlows = new Map(measured.map((line) => [line.note, line]));
  const newest = flows.flatMap(({ yearToDate }) => (yearToDate ? comparedFigures(yearToDate) : []));
  const others = byNote([...newest, ...figuresBesideFlows(overTime)].filter(({ note }) => !ofFlows.has(note)));
  const notes = lazy(
    () =>
      new Map([
        ...overTime.series.map(({ key, note }) => [key, note] as const),
        ...[...ofFlows].map(([note, { key }]) => [key, note] as const),
        ...[...others].flatMap(([note, group]) => keysOf(group).map((key) => [key, note] as const)),
      ]),
  );
  const lines = new Map<string, NotedLine | null>();
  const lineOf = (note: string): NotedLine | null => {
    const published = series.get(note);
    if (published) {
      return {
        note,
        series: published,
        measure: null,
        get figures() {
          return published.figures;
        },
      };
    }
    const group = ofFlows.get(note)?.figures().get(note) ?? new Set(others.get(note));
    const ordered = [...group].toSorted((a, b) => endOfFigure(a) - endOfFigure(b));
    const [first] = ordered;
    return first ? { note, series: null, measure: measureOf(first), figures: ordered } : null;
  };
  return {
    lineOf(note) {
      const known = lines.get(note);
      const line = known === undefined ? lineOf(note) : known;
      lines.set(note, line);
      return line;
    },
    noteOf: (key) => notes().get(lineKey(key)) ?? null,
    all() {
      const calculated = [...ofFlows.keys(), ...others.keys()].toSorted((a, b) => numberOf(a) - numberOf(b));
      return [...series.keys(), ...calculated].flatMap((note) => this.lineOf(note) ?? []);
    },
  };
}

/** Calculated figures by their numbers in the notes. */
function byNote(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  return Map.groupBy(
    figures.filter(({ status }) => status === 'calculated'),
    ({ note }) => note,
  );
}

function numberOf(note: string): number {
  return Number(note.slice(1));
}

/** The key of a figure without its period, which its line has. */
function lineKey(key: string): string {
  return key.slice(0, key.lastIndexOf('.'));
}

/** The keys of the lines that share a number: goods and regions have one each. */
function keysOf(group: readonly Figure[]): readonly string[] {
  const [first] = group;
  if (first && measureOf(first).of === 'flow') return [lineKey(first.key)];
  return [...new Set(group.map(({ key }) => lineKey(key)))];
}

function endOfFigure({ period: { year, month, months } }: Figure): number {
  return 12 * year + month + months;
}

const whats = ['value', 'index', 'change', 'contribution', 'share'] as const;

/** What a figure measures, as the parts of its key say that flows and parts give it. */
function measureOf({ key }: Figure): Measure {
  const [flow = '', middle = '', ...rest] = key.split('.');
  const months = measures.find((known) => known === middle);
  if (months) return { of: 'flow', months };
  const what = whats.find((known) => rest.includes(known));
  if (middle === 'share' || !what) return { of: 'share' };
  const of = middle.startsWith('RU-') || middle === 'regions' ? 'regions' : 'products';
  return { of, flow: flow === 'imports' ? 'imports' : 'exports', what };
}
