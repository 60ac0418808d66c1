import { endOf } from '../../../dataset/index.ts';
import {
  type DocumentCounts,
  documentDaysFinding,
  documentKindsFinding,
  documentsFinding,
  documentsWhoFinding,
  type Figure,
  newestPartners,
  partnersFinding,
  signers,
  tenseOf,
} from '../../../figures/index.ts';
import { partnerMapView } from '../partner-map.ts';
import { saidView } from '../said.ts';
import { altList, altText, figureOf, numberLabel, showing, sourcesOf } from '../view-context.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { newestYears } from './shown-years.ts';
import { besideItem } from './stocks.ts';

/** The page on documents, partner regions and what was said; null where documents were not counted twice. */
export function documentsView(context: MonthlyContext) {
  const { documents } = context.overTime;
  const said = saidView(context);
  const counts = documents && countsView(context, documents, !said?.told);
  const newest = documents?.totals.at(-1);
  if (!documents || !counts || !newest) return null;
  const tense = tenseOf(context.briefing.edition, newest.period);
  const part = figureOf(context, 'documents.local.part');
  const who = part && endOf(part) === endOf(newest) ? documentsWhoFinding(part) : null;
  return {
    title: documentsFinding(documents),
    standfirst: [who, documentDaysFinding(documents)].flatMap((sentence) => tense.inTense(sentence) ?? []),
    counts,
    partners: partnersView(context),
    said,
  };
}

/** The kinds of document over time; what others count beside them only where `hasRoom`. Null before there are two days. */
function countsView(context: MonthlyContext, documents: DocumentCounts, hasRoom: boolean) {
  const { words, charts } = context;
  const totals = newestYears(documents.totals);
  const [first, last] = [totals[0], totals.at(-1)];
  if (!first || !last || first === last) return null;
  const panels = documents.kinds.map(({ signer, stock }) => ({
    name: words.message(`label.documents.${signer}`),
    counts: totals.flatMap((total) => stock.figures.find((count) => endOf(count) === endOf(total)) ?? []),
  }));
  const title = documentKindsFinding(documents);
  const text = (figure: Figure) => numberLabel(context, figure).text;
  const span = (counts: readonly Figure[]) => counts.map((count) => `${words.period(count.period)}: ${text(count)}`);
  const list = panels.map(({ name, counts }) => `${name} (${span(counts).join(', ')})`).join('; ');
  charts.set('documents', {
    kind: 'count-panels',
    panels: panels.map(({ name, counts }) => ({
      name,
      bars: counts.map((count) => ({ at: endOf(count) - endOf(first), value: count.value, label: text(count) })),
    })),
    shows: showing(panels.flatMap(({ counts }) => counts)),
    ends: [words.compactPeriod(first.period), words.compactPeriod(last.period)],
    alt: altText(context, title, words.message('alt.documents_panels', { list })),
  });
  const figures = panels.flatMap(({ counts }) => counts);
  return {
    title,
    refs: figures,
    total: last,
    totalRefs: [last],
    beside: hasRoom ? besideText(context) : null,
    ...sourcesOf(context, figures),
  };
}

/** The most values of other publishers for one kind of document; older ones are in the data. */
const mostBeside = 2;

/** What other publishers count, kind by kind; null where they count nothing. */
function besideText(context: MonthlyContext): string | null {
  const { words, overTime } = context;
  const counted = overTime.elsewhere.filter(({ indicator }) => indicator.startsWith('documents'));
  const kinds = [...Map.groupBy(counted, ({ indicator }) => indicator).values()].map((kind) => {
    const signer = signers.find((known) => kind[0]?.indicator === `documents_${known}`);
    const label = signer ? words.message(`signer.${signer}.short`) : words.message('beside.oblast');
    const values = kind.slice(0, mostBeside).map((other) => besideItem(context, other));
    return altList(context, [[label, values.join(', ')]]);
  });
  return kinds.length > 0 ? words.message('beside.list', { list: kinds.join('; ') }) : null;
}

/** The map of the newest list of partner regions; those that are export markets now are marked. */
export function partnersView(context: MonthlyContext) {
  const { briefing, words, overTime } = context;
  const partners = newestPartners(briefing.statements);
  const [first] = partners;
  const markets = overTime.regions?.parts.flatMap(({ area }) => area ?? []) ?? [];
  if (!first) return null;
  const both = partners.filter(({ area }) => markets.some(({ code }) => code === area?.code));
  const month = words.date(first.source.published.slice(0, 'YYYY-MM'.length));
  const rows = [
    {
      mark: 'partner' as const,
      count: partners.length - both.length,
      name: words.message('map.region'),
      note: words.message('map.named_in', { m: month }),
    },
    {
      mark: 'both' as const,
      count: both.length,
      name: words.message('map.also_market'),
      note: overTime.regions ? words.period(overTime.regions.period) : '',
    },
  ];
  const map = partnerMapView(context, {
    title: partnersFinding(partners, markets, briefing.edition),
    statements: partners,
    markets,
    drawsMarkets: false,
    key: rows.filter(({ count }) => count > 0),
  });
  return map && { ...map, subtitle: words.message('subtitle.partners_dated', { m: month }) };
}
