import { allProducts } from '../../../dataset/index.ts';
import type { Briefing, OverTime } from '../../../figures/index.ts';
import { type RowFacts, rowFacts } from './register-facts.ts';
import { isPart, type Line, lineFinder } from './register-lines.ts';

/** What stands in one row of the table: one line, or the series of one kind that have numbers in a row. */
export interface Entry {
  readonly group: 'trade' | 'parts' | 'business';
  readonly lines: readonly Line[];
  readonly facts: RowFacts;
}

/** What is the same in every language: the lines of a briefing, and what rows say of their values. */
interface Kept {
  readonly lineOf: (note: string) => Line | null;
  readonly facts: Map<string, RowFacts>;
}

const keptOf = new WeakMap<OverTime, Kept>();

function kept(briefing: Briefing, overTime: OverTime): Kept {
  const known = keptOf.get(overTime) ?? { lineOf: lineFinder(briefing, overTime), facts: new Map() };
  keptOf.set(overTime, known);
  return known;
}

/** The rows for the numbers that pages refer to, published before calculated, in the order of their numbers. */
export function entriesOf(briefing: Briefing, overTime: OverTime, noted: ReadonlySet<string>): readonly Entry[] {
  const { lineOf, facts } = kept(briefing, overTime);
  const found = new Map<string, Line>();
  const wanted = [...noted];
  for (let note = wanted.pop(); note !== undefined; note = wanted.pop()) {
    const line = found.has(note) ? null : lineOf(note);
    if (!line) continue;
    found.set(note, line);
    wanted.push(...line.inputs);
  }
  const ordered = [...found.values()].toSorted((a, b) => order(a) - order(b));
  const entries: { group: Entry['group']; lines: Line[] }[] = [];
  const byRow = new Map<string, (typeof entries)[number]>();
  for (const line of ordered) {
    const row = rowKeyOf(line, overTime.publisher);
    const beside = row === null ? undefined : byRow.get(row);
    const above = beside ?? entries.at(-1);
    const before = above?.lines.at(-1);
    if (above && before && (beside || stands(before, line))) above.lines.push(line);
    else {
      const entry = { group: groupOf(line), lines: [line] };
      entries.push(entry);
      if (row !== null) byRow.set(row, entry);
    }
  }
  return entries.map(({ group, lines: own }) => {
    const notes = own.map(({ note }) => note).join(' ');
    const known = facts.get(notes) ?? rowFacts(own);
    facts.set(notes, known);
    return { group, lines: own, facts: known };
  });
}

/** Published numbers come before calculated ones. */
function order({ note }: Line): number {
  return (note.startsWith('P') ? 0 : 1_000_000) + Number(note.slice(1));
}

/** Whether a line continues a row: it is of one kind with the line before, and its number follows. */
function stands(before: Line, line: Line): boolean {
  const kind = kindOf(line);
  return kind !== null && kind === kindOf(before) && order(line) === order(before) + 1;
}

/**
 * What lines have in common that share a row whatever their numbers: the same from one publisher, or from all others;
 * both flows of goods. Null for a line that shares none in this way.
 */
function rowKeyOf({ figures, measure, series }: Line, publisher: string): string | null {
  const [figure] = figures;
  if (measure?.of === 'products') return `products ${measure.what}`;
  if (!figure || groupOf({ figures, measure, series }) !== 'business') return null;
  if (figures.some(({ status }) => status !== 'published')) return null;
  const own = figures.filter(({ sources }) => sources[0]?.publisher.en === publisher).length;
  if (own > 0 && own < figures.length) return null;
  return [own > 0, figure.subject, figure.area?.code, figure.unit].join(' ');
}

/** What lines in a row have in common; null for a line that has a row of its own. */
function kindOf(line: Line): string | null {
  const {
    series,
    measure,
    figures: [first],
    values,
  } = line;
  if (measure?.of === 'flow') {
    return groupOf(line) === 'trade' ? `${measure.months} ${comparisonOf(line)}` : null;
  }
  if (first?.group.startsWith('history.') && values.length === 1 && first.qualifier === 'exact') {
    return [first.subject, first.area?.code, first.unit].join(' ');
  }
  if (!series || !/^(trade|region)_/.test(series.of.indicator)) return null;
  const { indicator, flow, unit, product } = series.of;
  if (!isPart(series)) return [indicator, unit, series.publisher].join(' ');
  return [indicator, flow, unit, product === allProducts ? 'regions' : 'products', series.publisher].join(' ');
}

/** What the figures of a flow are: values, or what compares them with a year earlier. */
export function comparisonOf({ figures: [first] }: Pick<Line, 'figures'>): 'value' | 'index' | 'change' {
  if (first?.unit === 'index') return 'index';
  return first?.subject.endsWith('.change') ? 'change' : 'value';
}

function groupOf({ series, measure, figures }: Pick<Line, 'series' | 'measure' | 'figures'>): Entry['group'] {
  const [first] = figures;
  if (series) {
    if (!/^(trade|region)_/.test(series.of.indicator)) return 'business';
    return isPart(series) ? 'parts' : 'trade';
  }
  if (measure?.of === 'products' || measure?.of === 'regions') return 'parts';
  if (measure) return /^(turnover|exports|imports|balance)\b/.test(first?.key ?? '') ? 'trade' : 'business';
  switch (first?.group) {
    case 'trade':
    case 'weight':
      return 'trade';
    case 'history.trade':
      return first.area && first.area.code !== 'RU' ? 'parts' : 'trade';
    case 'regions':
      return 'parts';
    default:
      return 'business';
  }
}
