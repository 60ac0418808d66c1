import { allProducts, type Observation, type Source } from '../../../dataset/index.ts';
import {
  type Briefing,
  type Figure,
  keysOf,
  type Measure,
  type NotedLine,
  notedLinesOf,
  type OverTime,
  type Series,
} from '../../../figures/index.ts';

/** Figures that share a number in the notes. */
export interface Line {
  readonly note: string;
  /** A figure by itself, in one row with the parts that share its number; or a line over time. */
  readonly kind: 'figure' | 'line';
  readonly series: Series | null;
  readonly measure: Measure | null;
  /** Of the series of a good or a region only the newest. */
  readonly figures: readonly Figure[];
  /** The periods and publications of all its values. */
  readonly values: readonly Stated[];
  /** The numbers of the notes that its formulas name. */
  readonly inputs: readonly string[];
}

/** When a value is of, and who states it: a figure, or a published value that no figure was made of. */
export type Stated = Pick<Figure, 'period' | 'sources'> | Pick<Observation, 'period' | 'source'>;

/** The publications of a value. */
export function sourcesOf(value: Stated): readonly Source[] {
  return 'source' in value ? [value.source] : value.sources;
}

/** Finds the figures of a number, once each: those of the briefing itself, or a line over time. */
export function lineFinder(briefing: Briefing, overTime: OverTime): (note: string) => Line | null {
  const lines = notedLinesOf(overTime);
  const byNote = Map.groupBy(briefing.figures, ({ note }) => note);
  const noteOf = (key: string) => briefing.byKey.get(key)?.note ?? lines.noteOf(key) ?? [];
  const inputsOf = (figures: readonly Figure[]) =>
    figures.flatMap(({ expression }) => (expression ? keysOf(expression) : [])).flatMap(noteOf);
  const found = new Map<string, Line | null>();
  const find = (note: string): Line | null => {
    const figures = byNote.get(note);
    if (figures) {
      const inputs = inputsOf(figures);
      return { note, kind: 'figure', series: null, measure: null, figures, values: figures, inputs };
    }
    const line = lines.lineOf(note);
    if (!line) return null;
    const { series, measure } = line;
    if (series && isPart(series)) return partLine(series);
    if (line.figures.length === 0) return null;
    return {
      note,
      kind: 'line',
      series,
      measure,
      figures: line.figures,
      values: line.figures,
      inputs: inputsOf(newestOf(line)),
    };
  };
  return (note) => {
    const known = found.get(note);
    const line = known === undefined ? find(note) : known;
    found.set(note, line);
    return line;
  };
}

/** The line of a good or a region: of thousands of values a row says only how many there are, and from when. */
function partLine(series: Series): Line | null {
  const { note, values, newest } = series;
  if (!newest) return null;
  return { note, kind: 'line', series, measure: null, figures: [newest], values, inputs: [] };
}

/** The newest figure of each key without its period: goods that share a number have one each, a flow has one. */
function newestOf({ figures, series, measure }: NotedLine): readonly Figure[] {
  if (series || measure?.of === 'flow') return figures.slice(-1);
  return [...new Map(figures.map((figure) => [figure.key.slice(0, -figure.period.code.length), figure])).values()];
}

/** Whether a series is of one good or one region. */
export function isPart({ of: { product, counterpart } }: Series): boolean {
  return product !== allProducts || counterpart.startsWith('RU-');
}
