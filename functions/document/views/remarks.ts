import { type Source, samePeriod } from '../../dataset/index.ts';
import { type Briefing, isMoney } from '../../figures/index.ts';
import { escapeMarkup, html } from '../html.ts';
import { capitalise } from '../words.ts';
import { figureOf, type ViewContext } from './view-context.ts';

/** What the sources leave open, as short notes with a heading each. */
export function remarksOf(context: ViewContext) {
  const { words, briefing } = context;
  const count = briefing.sources.length;
  const remark = (name: 'source' | 'readings' | 'maps' | 'limits' | 'currency' | 'period', text: string) => ({
    heading: words.named(`note.${name}.heading`, { count }),
    text: html(text),
  });
  const readings = readingsText(context);
  const read = [
    ...(count === 1 ? [remark('source', sourceText(context))] : []),
    ...(readings ? [remark('readings', readings)] : []),
  ];
  const currency = currencyText(context);
  // An edition that tells the latest first has no maps, and a period with every figure.
  if (briefing.latestFirst) {
    const defined = words.message('remark.not_defined', { count });
    return [...read, remark('limits', limitsText(context)), remark('currency', `${currency} ${escapeMarkup(defined)}`)];
  }
  return [
    ...read,
    remark('maps', words.message('note.maps')),
    remark('limits', limitsText(context)),
    remark('currency', currency),
    remark('period', periodText(context)),
  ];
}

/** What no publication gives. Monthly values are listed only where the edition has none. */
function limitsText({ briefing, words }: ViewContext): string {
  const hasMonths = briefing.figures.some(({ unit, period }) => isMoney(unit) && period.months === 1);
  const missing = ['products', 'services', ...(hasMonths ? [] : (['months'] as const)), 'sectors'] as const;
  const list = missing.map((name) => words.message(`note.limits.${name}`)).join(', ');
  return words.message('note.limits', { list: capitalise(list) });
}

/** The currencies in the edition, the dollar first, and what is not known about prices. */
function currencyText(context: ViewContext): string {
  const { briefing, words } = context;
  const units = new Set(briefing.figures.map(({ unit }) => unit));
  const [main = '', ...rest] = (['USD', 'RUB', 'BYN'] as const)
    .filter((unit) => units.has(unit))
    .map((unit) => words.message(`note.currency.${unit}`));
  return words.message('note.currency', {
    main,
    rest: words.list(rest),
    count: main === '' ? 0 : 1 + rest.length,
    sources_number: briefing.sources.length,
    direction: directionOf(context),
  });
}

function directionOf(context: ViewContext): string {
  return (figureOf(context, 'turnover.change')?.value ?? 0) > 0 ? 'up' : 'down';
}

/** The publications, the newest first; null when there is only one, which the remarks name. */
export function sourceList(context: ViewContext) {
  const { sources } = context.briefing;
  if (sources.length === 1) return null;
  const items = sources.map((source) => html(`${sourceLink(context, source)}${inferredMark(context, source)}`));
  return { count: items.length, items };
}

function inferredMark({ words }: ViewContext, { basis }: Source): string {
  return basis === 'inferred' ? ` ${escapeMarkup(words.message('note.source.date_inferred'))}` : '';
}

/** A publication as a link to its address. */
function sourceLink({ words }: ViewContext, { publisher, title, published, url }: Source): string {
  const slots = { publisher: words.text(publisher), title: words.text(title), date: words.date(published) };
  const description = words.message('pdf.link_source', { publisher: slots.publisher });
  const item = escapeMarkup(words.message('note.source.item', slots));
  return `<a href="${escapeMarkup(url)}" title="${escapeMarkup(description)}">${item}</a>`;
}

function sourceText(context: ViewContext): string {
  const { briefing, words } = context;
  const items = briefing.sources.map((source) => sourceLink(context, source));
  const inferred = briefing.sources[0]?.basis === 'inferred';
  const sentences = [words.message('note.source', { list: items.join('; ') })];
  if (inferred) sentences.push(words.message('note.source.inferred'));
  return sentences.join(' ');
}

/** Where our reading differs from the printed text: names, the index, the base of the regional shares. */
export function readingsText(context: ViewContext): string {
  const { briefing, words } = context;
  // Partner regions, whose names are printed otherwise, are not named in an edition that tells the latest first.
  const named = briefing.latestFirst ? [] : briefing.statements;
  const sentences = named.flatMap(({ printed, area }) =>
    printed && area ? words.message('note.readings.name', { printed, name: words.text(area.name) }) : [],
  );
  const index = figureOf(context, 'turnover.index');
  if (index && basesAgree(briefing)) {
    sentences.push(words.message('note.readings.index', { i: words.figure(index, 'percent', 'plain') }));
  }
  if (sharesExceedExports(context)) sentences.push(words.message('note.readings.denominator'));
  return sentences.map(escapeMarkup).join(' ');
}

/** Whether the bases of the indices of trade with Russia agree, which shows that they are indices and not rates. */
function basesAgree({ proof, tradePeriod }: Briefing): boolean {
  return proof.some(
    ({ check, agrees, period }) =>
      check === 'bases' && agrees && tradePeriod !== null && samePeriod(period, tradePeriod),
  );
}

/** Whether the regional shares together exceed Russia’s share of all exports in the same period, beyond rounding. */
function sharesExceedExports(context: ViewContext): boolean {
  const [named, russia] = [figureOf(context, 'regions.named'), figureOf(context, 'exports.share')];
  return Boolean(named && russia && samePeriod(named.period, russia.period) && named.interval.lo > russia.interval.hi);
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
