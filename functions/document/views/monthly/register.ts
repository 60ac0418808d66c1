import { allProducts } from '../../../dataset/index.ts';
import { type Figure, keysOf, notedLinesOf } from '../../../figures/index.ts';
import { type Html, html } from '../../html.ts';
import { formulaText, methodOf } from '../notes.ts';
import { lineName } from './line-name.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { comparisonOf, type Entry, entriesOf } from './register-entries.ts';
import type { RowFacts } from './register-facts.ts';
import { isPart, type Line, sourcesOf } from './register-lines.ts';

/** A row of the table of figures: one figure, a series, or several series of one kind. */
export interface RegisterRow {
  /** The numbers that lead to it, with spaces between them, and how they are printed. */
  readonly ids: string;
  readonly numbers: string;
  readonly published: boolean;
  readonly status: Figure['status'];
  readonly name: string;
  readonly value: Html;
  readonly unit: string;
  readonly period: string;
  readonly method: string;
}

/** The groups of the table, in its order. */
const groups = ['trade', 'parts', 'business'] as const;

/**
 * The table of figures: a row for every number of the notes that the pages before it refer to, and for those that the
 * methods of such rows name; and the publications that they come from.
 */
export function registerOf(context: MonthlyContext, noted: ReadonlySet<string>) {
  const { words } = context;
  const entries = entriesOf(context.briefing, context.overTime, noted);
  const sources = new Set(entries.flatMap(({ facts }) => [...facts.sources]));
  return {
    groups: groups.flatMap((group) => {
      const rows = entries.filter((entry) => entry.group === group).map((entry) => rowOf(context, entry));
      return rows.length > 0 ? [{ name: words.message(`register.group.${group}`), rows }] : [];
    }),
    sources,
  };
}

function rowOf(context: MonthlyContext, { lines, facts }: Entry): RegisterRow {
  const { words } = context;
  const [first] = lines;
  const figure = lines.findLast((line) => line.figures.length > 0)?.figures.at(-1);
  if (!first || !figure) throw new Error('a row of the table of figures has no figure');
  const notes = lines.map(({ note }) => note);
  const isPublished = figure.status === 'published';
  const values = lines.reduce((sum, line) => sum + line.values.length, 0);
  const isOne = values === 1 || (first.kind === 'figure' && lines.length === 1);
  const own = () => lines.flatMap((line) => line.figures.filter(({ note }) => note === figure.note));
  return {
    ids: notes.join(' '),
    numbers: rangesOf(notes),
    published: isPublished,
    status: figure.status,
    name: lines.length > 1 ? familyName(context, first, figure) : lineName(words, first, figure),
    value: isOne
      ? html(
          own()
            .map((one) => words.cell(one).toHTML())
            .join(' / '),
        )
      : html(words.message('label.values', { n: words.number(facts.count, 0), n_number: facts.count })),
    unit: unitOf(context, first, figure),
    period: periodOf(context, facts),
    method: isPublished ? publishedMethod(context, lines, figure) : calculatedMethod(context, lines, facts),
  };
}

/** Numbers of notes as they are printed: P8, P9, P16–P24. */
function rangesOf(notes: readonly string[]): string {
  const spans: { kind: string; from: number; to: number }[] = [];
  for (const note of notes) {
    const [kind, number] = [note.charAt(0), Number(note.slice(1))];
    const last = spans.at(-1);
    if (last?.kind === kind && last.to === number - 1) last.to = number;
    else spans.push({ kind, from: number, to: number });
  }
  return spans
    .map(({ kind, from, to }) => {
      if (from === to) return `${kind}${from}`;
      return `${kind}${from}${to === from + 1 ? ', ' : '–'}${kind}${to}`;
    })
    .join(', ');
}

/** What a row of several lines is called: exports by product, exports by region, or what all values are of. */
function familyName(context: MonthlyContext, line: Line, figure: Figure): string {
  const { words } = context;
  const { series } = line;
  if (line.measure?.of === 'flow') {
    const kind = comparisonOf(line);
    const trade = words.message('register.flows');
    const name = kind === 'value' ? trade : words.message(`register.what.${kind}`, { name: trade });
    return words.message(`register.line.${line.measure.months}`, { figure: name });
  }
  if (line.measure?.of === 'products') {
    return words.message(`register.what.${line.measure.what}`, { name: words.message('register.parts.both') });
  }
  if (!series || !/^(trade|region)_/.test(series.of.indicator)) return lineName(words, line, figure);
  if (series.of.product === allProducts && series.of.counterpart === 'RU') {
    const { indicator } = series.of;
    const name = words.message('register.flows');
    if (indicator === 'trade_share') return words.message('register.shares');
    if (indicator === 'trade_value') return words.message('register.line.since_january', { figure: name });
    return words.message(indicator === 'trade_index' ? 'register.what.index' : 'register.what.change', { name });
  }
  const of = series.of.product === allProducts ? 'regions' : 'products';
  const name = words.message(`register.parts.${of}.${series.of.flow === 'import' ? 'imports' : 'exports'}`);
  return series.of.indicator === 'region_share' ? words.message('register.what.share', { name }) : name;
}

function unitOf({ words }: MonthlyContext, { measure }: Line, { unit, signed }: Figure): string {
  const isPoints = unit === 'percent' && signed && measure !== null;
  return words.message(isPoints ? 'unit.short.points' : `unit.short.${unit}`);
}

/** The months of a figure; of several the same months of some years, or all from the first to the last. */
function periodOf({ words }: MonthlyContext, { months: of }: RowFacts): string {
  if (!of) return '';
  const { first, isSame, years, span } = of;
  if (isSame && years.first === years.last) return words.compactPeriod(first);
  if (isSame && first.months > 1 && first.months < 12) {
    const months = words.shortMonthsOf(first);
    return words.message('register.same_months', { months, year: String(years.first), year2: String(years.last) });
  }
  return words.compactPeriod(span);
}

function publishedMethod({ words, overTime }: MonthlyContext, lines: readonly Line[], figure: Figure): string {
  const [first] = lines;
  const count = lines.reduce((sum, { values }) => sum + values.length, 0);
  // A series has one publisher, so that its thousands of values need not be asked.
  const isMain = lines.every(({ series, values: own }) =>
    series
      ? series.publisher === overTime.publisher
      : own.every((value) => sourcesOf(value)[0]?.publisher.en === overTime.publisher),
  );
  if (lines.length > 1 && isMain && first?.series && isPart(first.series)) return words.message('register.series_list');
  if (count > 1 && isMain) return words.message('label.series');
  if (figure.unit === 'index' && figure.qualifier === 'exact' && count === 1) {
    return words.message('register.index', { change: words.growth(figure) });
  }
  const [source] = figure.sources;
  const isBulletin = source?.publisher.en === overTime.publisher && /^\d{4}-\d{2}-\d{2}$/.test(source.published);
  if (source && isBulletin && count === 1)
    return words.message('label.bulletin_of', { date: words.date(source.published) });
  return words.publishers(lines.flatMap(({ values }) => values).flatMap(sourcesOf));
}

/** How a line is calculated: by the numbers of its inputs where each stands for one value, else in a word. */
function calculatedMethod(context: MonthlyContext, lines: readonly Line[], { margin }: RowFacts): string {
  const { words, briefing, overTime } = context;
  const [line] = lines;
  const overYears = notedLinesOf(overTime);
  const noteOf = (key: string) => briefing.byKey.get(key)?.note ?? overYears.noteOf(key) ?? '';
  const newest = line?.figures.at(-1);
  if (!line || !newest?.expression) return '';
  if (line.kind === 'figure' && line.figures.length > 1)
    return methodOf(context, line.figures[0] ?? newest, line.figures);
  const { expression } = newest;
  const inputs = keysOf(expression).map(noteOf);
  const own = new Set(inputs);
  const all = [...new Set(lines.flatMap((each) => each.inputs))];
  const isPlain = own.size === inputs.length && all.length === own.size && inputs.length <= mostTerms;
  const op = lines.length > 1 && expression.op !== 'over' ? 'plus' : expression.op;
  const parts = line.measure && 'what' in line.measure ? words.message(`register.by.${line.measure.of}`) : null;
  const formula = isPlain
    ? formulaText(expression, noteOf)
    : inWords(context, op, inputs.length, parts ?? rangesOf(all.toSorted(byNumber)), all.length);
  const printed = words.number(margin, margin < wholeMargin ? 1 : 0);
  return margin < leastMargin ? formula : words.message('method.margin', { formula, margin: printed });
}

/** Formulas of more terms are told in words. */
const mostTerms = 4;

/** From this margin on, its decimal is left out. */
const wholeMargin = 10;

/** A margin that prints as zero is none. */
const leastMargin = 0.05;

/** What a formula does, and with which values: the numbers of notes, or the series by good or region. */
function inWords({ words }: MonthlyContext, op: string, count: number, notes: string, numbers: number): string {
  if (op === 'over') return words.message('register.method.quotient', { notes });
  if (op === 'minus' && count === 2) return words.message('register.method.difference', { notes });
  if (op === 'plus' || numbers > count) return words.message('register.method.sum', { notes });
  return words.message('register.method.terms', { notes, n: words.number(count, 0), n_number: count });
}

/** Orders numbers of notes: published before calculated, then by number. */
function byNumber(a: string, b: string): number {
  if (a.charAt(0) !== b.charAt(0)) return a < b ? 1 : -1;
  return Number(a.slice(1)) - Number(b.slice(1));
}
