import {
  countsOf,
  type Expression,
  type Figure,
  type Finding,
  figureTerm,
  finding,
  type Group,
  isMoney,
  marginOf,
} from '../../figures/index.ts';
import { escapeMarkup, html } from '../html.ts';
import type { Words } from '../words.ts';
import type { LatestContext } from './latest/latest-context.ts';
import { registerOf } from './latest/register.ts';
import { remarksOf, sourceList } from './remarks.ts';
import { figureOf, type ViewContext } from './view-context.ts';

/** The groups of the table of figures; series have none yet. */
type PrintedGroup = Exclude<Group, 'series'>;

const groups: readonly PrintedGroup[] = [
  'trade',
  'weight',
  'regions',
  'investment',
  'documents',
  'history.business',
  'history.documents',
  'history.trade',
];

/** The smallest margin that is printed, in the unit of its figure. */
export const minMargin = 0.3;

/**
 * The data notes: how to read the briefing, every figure with its method, and what the sources leave open. Of other
 * published figures a later edition has only those that the pages before refer to; all are in its attached data.
 */
export function notesView(context: ViewContext) {
  const { briefing } = context;
  const { latestFirst } = briefing;
  const { publishedFigures, calculatedFigures } = countsOf(briefing);
  return {
    published: String(publishedFigures),
    calculated: String(calculatedFigures),
    margin: context.words.number(minMargin, 1),
    index: indexExample(context),
    groups: latestFirst ? shownGroups({ ...context, latestFirst }) : allGroups(context),
    sources: sourceList(context),
    count: context.briefing.sources.length,
    remarks: remarksOf(context),
  };
}

/** An example of how to read an index, from a published index; null where there is none. */
export function indexExample(context: ViewContext): Finding | null {
  const index = ['turnover', 'imports', 'exports']
    .flatMap((key) => figureOf(context, `${key}.index`) ?? [])
    .find(({ status, qualifier }) => status === 'published' && qualifier === 'exact');
  if (!index) return null;
  const change = Number((index.value - 100).toFixed(index.decimals));
  const words = change === 0 ? 'same' : change > 0 ? 'rise' : 'fall';
  return finding(`note.index.${words}`, {
    i: figureTerm(index, 'percent'),
    n: figureTerm(index, 'factor'),
    p: figureTerm(index, 'change'),
    times: figureTerm(index, 'times_sign'),
    signed: figureTerm(index, 'signed_change'),
  });
}

function allGroups(context: ViewContext) {
  return groups.flatMap((group) => {
    const rows = rowsOf(context, group).filter(({ note }) => isShown(context, group, note));
    return rows.length > 0 ? [{ name: context.words.message(`group.${group}`), rows }] : [];
  });
}

function isShown({ briefing, words }: ViewContext, group: PrintedGroup, note: string): boolean {
  return briefing.news === null || !group.startsWith('history.') || words.noted.has(note);
}

/** What stands on the pages, a series in one row. */
function shownGroups(context: LatestContext) {
  return registerOf(context).map(({ name, rows }) => ({
    name,
    rows: rows.flatMap((figures) => {
      const last = figures.at(-1);
      if (!last) return [];
      return figures.length > 1 ? seriesRow(context, figures, last) : rowOf(context, last.note, last, figures);
    }),
  }));
}

/** A series under the number of its last value: that value, the years of all, how many there are, and who published the last. */
function seriesRow(context: ViewContext, figures: readonly Figure[], last: Figure) {
  const { words } = context;
  const years = figures.map(({ period }) => period.year);
  const [from, to] = [String(Math.min(...years)), String(Math.max(...years))];
  const method = words.message('method.series', {
    n: String(figures.length),
    n_number: figures.length,
    publisher: words.publishers(last.sources),
  });
  return {
    ...rowOf(context, last.note, last, [last]),
    period: from === to ? from : words.message('period.span', { from, to }),
    method: html(escapeMarkup(method)),
  };
}

/** Figures with the same number share one row. */
function rowsOf(context: ViewContext, group: PrintedGroup) {
  const figures = context.briefing.figures.filter((figure) => figure.group === group);
  const byNote = Map.groupBy(figures, ({ note }) => note);
  return [...byNote].flatMap(([note, parts]) => {
    const [first] = parts;
    return first ? [rowOf(context, note, first, parts)] : [];
  });
}

function rowOf(context: ViewContext, note: string, figure: Figure, parts: readonly Figure[]) {
  const { words } = context;
  const area = figure.area ? words.text(figure.area.name) : '';
  const value = parts.map((part) => words.cell(part).toHTML()).join(' / ');
  return {
    note,
    status: figure.status,
    published: figure.status === 'published',
    label: words.message(`figure.${figure.subject}`, { area }),
    value: html(value),
    unit: words.message(`unit.short.${figure.unit}`),
    period: words.compactPeriod(figure.period),
    method: html(escapeMarkup(methodOf(context, figure, parts))),
  };
}

export function methodOf({ words, briefing }: ViewContext, figure: Figure, parts: readonly Figure[]): string {
  if (!figure.expression) return publishedMethod(words, figure);
  const noteOf = (key: string) => briefing.byKey.get(key)?.note ?? '';
  const [first = '', ...others] = parts.map((part) => (part.expression ? formulaText(part.expression, noteOf) : ''));
  const formula = [first, ...others.map((other) => other.replace(/^100 − /, ''))].join(', ');
  const margin = marginOf(figure);
  if (!figure.approximate && isMoney(figure.unit)) return words.message('method.exact', { formula });
  const decimals = figure.decimals === 0 ? 0 : 1;
  if (Number(margin.toFixed(1)) < minMargin || !figure.approximate) return formula;
  return words.message('method.margin', { formula, margin: words.number(margin, decimals) });
}

function publishedMethod(words: Words, figure: Figure): string {
  const publisher = words.publishers(figure.sources);
  if (figure.unit !== 'index') return words.message('method.published', { publisher });
  const times = words.message('number.times_sign', { n: words.figureText(figure, 'times') });
  const change = words.qualified(figure, words.growth(figure));
  return words.message('method.published_index', { publisher, times, change });
}

const signs = { minus: '−', times: '×', over: '÷' } as const;

/** A formula in the numbers of the notes: P1 ÷ P2. */
export function formulaText(expression: Expression, noteOf: (key: string) => string): string {
  switch (expression.op) {
    case 'figure':
      return noteOf(expression.key);
    case 'hundred':
      return '100';
    case 'plus':
      return joined(expression.terms.map((term) => formulaText(term, noteOf)));
    default:
      return [operand(expression.left, expression, noteOf), operand(expression.right, expression, noteOf)].join(
        ` ${signs[expression.op]} `,
      );
  }
}

/** A part of a formula, in parentheses where the signs around it would bind closer than its own. */
function operand(part: Expression, { op }: Expression, noteOf: (key: string) => string): string {
  const isSum = part.op === 'minus' || part.op === 'plus';
  const text = formulaText(part, noteOf);
  return isSum && op !== 'minus' ? `(${text})` : text;
}

/** A sum of more than six terms is shortened to its first and last. */
function joined(terms: readonly string[]): string {
  return terms.length > 6 ? `${terms[0]} + … + ${terms.at(-1)}` : terms.join(' + ');
}
