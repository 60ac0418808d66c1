import { lastMonth, periodFrom, type Source } from '../../../dataset/index.ts';
import { lateOf } from '../../../figures/index.ts';
import { escapeMarkup, type Html, html } from '../../html.ts';
import { capitalise } from '../../words.ts';
import type { MonthlyContext } from './monthly-context.ts';

/**
 * The sources of the figures and statements on the pages: one entry a publisher, the bulletins as a range with what is missing or came late, maps, the record.
 */
export function recordSources(context: MonthlyContext, used: ReadonlySet<Source>): readonly Html[] {
  const { words, briefing, overTime } = context;
  const stating = new Set(briefing.statements.map(({ source }) => source));
  const onPages = briefing.sources.filter((source) => used.has(source) || stating.has(source));
  const others = onPages.filter(({ publisher }) => publisher.en !== overTime.publisher);
  const entries = [...Map.groupBy(others, ({ publisher }) => words.text(publisher))].map(([name, sources]) =>
    html(`<strong>${escapeMarkup(name)}</strong>: ${sources.map((source) => linkOf(context, source)).join('; ')}`),
  );
  return [html(bulletinsText(context)), ...entries, html(escapeMarkup(words.message('note.maps')))];
}

/** A publication as its date, which is a link to its address. */
function linkOf({ words }: MonthlyContext, { published, url, publisher }: Source): string {
  const title = escapeMarkup(words.message('pdf.link_source', { publisher: words.text(publisher) }));
  return `<a href="${escapeMarkup(url)}" title="${title}">${escapeMarkup(words.date(published))}</a>`;
}

function bulletinsText({ words, briefing, overTime }: MonthlyContext): string {
  const { bulletins, missing } = overTime;
  const [first, last] = [bulletins[0], bulletins.at(-1)];
  const publisher = briefing.sources.find((source) => source.publisher.en === overTime.publisher)?.publisher;
  if (!first || !last || !publisher) return '';
  const start = lastMonth(first.period);
  const span = words.period(periodFrom(start, lastMonth(last.period) + 1 - start));
  const sentences = [
    words.message('note.bulletins', {
      publisher: `<strong>${escapeMarkup(words.text(publisher))}</strong>`,
      span,
      n: words.number(bulletins.length, 0),
      date: words.date(last.published),
    }),
  ];
  const gaps = missing.flatMap(({ periods }) => periods.map((period) => words.period(period)));
  if (gaps.length === 0) sentences.push(words.message('missing.none'));
  else if (gaps.length === 1)
    sentences.push(capitalise(words.message('matrix.why.missing', { period: gaps[0] ?? '' })));
  else sentences.push(words.message('record.gap', { list: words.list(gaps) }));
  for (const { late, with: next } of lateOf(bulletins).slice(-mostLate)) {
    const date = words.date(late.published);
    sentences.push(
      words.message('missing.late', { period: words.period(late.period), period2: words.period(next.period), date }),
    );
  }
  return sentences
    .map((sentence) => `${sentence}.`)
    .join(' ')
    .replaceAll(/\.\.(?= |$)/g, '.');
}

/** As many late bulletins are named, the newest of them. */
const mostLate = 2;
