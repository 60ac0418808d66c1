import type { Source } from '../../dataset/index.ts';
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
import { escapeHtml, html } from '../html.ts';
import type { Words } from '../words.ts';
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

/** From here on a margin is printed, in the unit of its figure. */
export const minMargin = 0.3;

/** The data notes: how to read the briefing, every figure with its method, and what the source leaves open. */
export function notesView(context: ViewContext) {
  const { briefing } = context;
  const { publishedFigures, calculatedFigures } = countsOf(briefing);
  return {
    published: String(publishedFigures),
    calculated: String(calculatedFigures),
    margin: context.words.number(minMargin, 1),
    index: indexExample(context),
    groups: groups.flatMap((group) => {
      const rows = rowsOf(context, group);
      return rows.length > 0 ? [{ name: context.words.message(`group.${group}`), rows }] : [];
    }),
    sources: sourceList(context),
    remarks: remarksOf(context),
  };
}

/** How an index is read, worked from one of the published indices. */
function indexExample(context: ViewContext): Finding | null {
  const index = ['turnover', 'imports', 'exports']
    .flatMap((key) => figureOf(context, `${key}.index`) ?? [])
    .find(({ status }) => status === 'published');
  if (!index) return null;
  return finding(index.value > 100 ? 'note.index.rise' : 'note.index.fall', {
    i: figureTerm(index, 'percent'),
    n: figureTerm(index, 'factor'),
    p: figureTerm(index, 'change'),
    times: figureTerm(index, 'times_sign'),
    signed: figureTerm(index, 'signed_change'),
  });
}

/** Figures that share a number stand in one row. */
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
  const isStock = figure.group === 'documents' || figure.key.startsWith('companies');
  return {
    note,
    status: figure.status,
    published: figure.status === 'published',
    label: words.message(`figure.${figure.subject}`, { area }),
    value: html(value),
    unit: words.message(`unit.short.${figure.unit}`),
    period: isStock ? words.period(figure.period) : words.compactPeriod(figure.period),
    method: html(escapeHtml(methodOf(context, figure, parts))),
  };
}

function methodOf({ words, briefing }: ViewContext, figure: Figure, parts: readonly Figure[]): string {
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
  const change = words.percent(figure.value - 100, figure.decimals, true);
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

/** A sum of many terms is told by its first and last. */
function joined(terms: readonly string[]): string {
  return terms.length > 6 ? `${terms[0]} + … + ${terms.at(-1)}` : terms.join(' + ');
}

function remarksOf(context: ViewContext) {
  const { words } = context;
  const remark = (heading: string, text: string) => ({ heading, text: html(text) });
  const readings = readingsText(context);
  return [
    ...(context.briefing.sources.length === 1
      ? [remark(words.message('note.source.heading', { count: 1 }), sourceText(context))]
      : []),
    ...(readings ? [remark(words.message('note.readings.heading'), readings)] : []),
    remark(words.message('note.maps.heading'), words.message('note.maps')),
    remark(words.message('note.limits.heading'), words.message('note.limits')),
    remark(words.message('note.currency.heading'), words.message('note.currency', { direction: directionOf(context) })),
    remark(words.message('note.period.heading'), periodText(context)),
  ];
}

function directionOf(context: ViewContext): string {
  return (figureOf(context, 'turnover.change')?.value ?? 0) > 0 ? 'up' : 'down';
}

/** The publications, the newest first; null when there is one, which stands among the remarks. */
function sourceList(context: ViewContext) {
  const { sources } = context.briefing;
  if (sources.length === 1) return null;
  const items = sources.map((source) => html(`${sourceLink(context, source)}${inferredMark(context, source)}`));
  return { count: items.length, items };
}

function inferredMark({ words }: ViewContext, { basis }: Source): string {
  return basis === 'inferred' ? ` ${escapeHtml(words.message('note.source.date_inferred'))}` : '';
}

/** A publication as a link to where it can be read. */
function sourceLink({ words }: ViewContext, { publisher, title, published, url }: Source): string {
  const slots = { publisher: words.text(publisher), title: words.text(title), date: words.date(published) };
  const description = words.message('pdf.link_source', { publisher: slots.publisher });
  const item = escapeHtml(words.message('note.source.item', slots));
  return `<a href="${escapeHtml(url)}" title="${escapeHtml(description)}">${item}</a>`;
}

function sourceText(context: ViewContext): string {
  const { briefing, words } = context;
  const items = briefing.sources.map((source) => sourceLink(context, source));
  const inferred = briefing.sources[0]?.basis === 'inferred';
  const sentences = [words.message('note.source', { list: items.join('; ') })];
  if (inferred) sentences.push(words.message('note.source.inferred'));
  return sentences.join(' ');
}

/** What we read otherwise than it is printed: names, the index, the base of the regional shares. */
function readingsText({ briefing, words }: ViewContext): string {
  const sentences = briefing.statements.flatMap(({ printed, area }) =>
    printed && area ? words.message('note.readings.name', { printed, name: words.text(area.name) }) : [],
  );
  if (briefing.figures.some(({ unit, status }) => unit === 'index' && status === 'published')) {
    sentences.push(words.message('note.readings.index'));
  }
  if (briefing.byKey.has('regions.named')) sentences.push(words.message('note.readings.denominator'));
  return sentences.map(escapeHtml).join(' ');
}

function periodText(context: ViewContext): string {
  const { briefing, words } = context;
  const parts: string[] = [];
  if (briefing.tradePeriod)
    parts.push(words.message('note.period.trade', { period: words.period(briefing.tradePeriod) }));
  const invested = ['investment', 'investment.base', 'investment.other'].flatMap((key) => figureOf(context, key) ?? []);
  if (invested.length > 0) {
    const list = words.list(invested.map(({ period }) => words.period(period)));
    parts.push(words.message('note.period.investment', { list }));
  }
  const stock = figureOf(context, 'companies') ?? figureOf(context, 'documents');
  if (stock) parts.push(words.message('note.period.stocks', { period: words.period(stock.period) }));
  return words.message('note.period', { list: parts.join('; ') });
}
