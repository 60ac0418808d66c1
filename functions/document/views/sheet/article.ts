import { type Figure, type Finding, isMoney, marketsOf, signers } from '../../../figures/index.ts';
import type { Label } from '../../charts.ts';
import { html } from '../../html.ts';
import { capitalise } from '../../words.ts';
import { cardsOf, slopeView } from '../cover.ts';
import { indexExample } from '../notes.ts';
import { tradeView } from '../trade.ts';
import { areaName, figureOf, numberLabel, percentLabel, type ViewContext } from '../view-context.ts';
import { type FullEdition, leaves, type Origin, type SheetList, type SheetNote, sheetFrame } from './frame.ts';
import { type ListRow, setList, signerNames } from './short-lists.ts';

/** Where the full edition has what may leave the sheet. */
const origins: readonly Origin[] = [
  { section: 'notes', name: 'section.notes', leaves: leaves.remarks },
  { section: 'markets', name: 'section.markets', leaves: leaves.lists },
  { section: 'investment', name: 'section.investment', leaves: leaves.lists },
  { section: 'cooperation', name: 'section.cooperation', leaves: leaves.lists },
];

/** The sheet of an edition that tells the breakdown of trade theme by theme. */
export function articleSheet(context: ViewContext, full: FullEdition) {
  const { briefing, words } = context;
  const { tradePeriod } = briefing;
  const slope = slopeView(context);
  const trade = tradeView(context);
  const weight = trade?.weight ?? null;
  const unit = words.message('unit.usd_m');
  return {
    ...sheetFrame(context, full, {
      trade: tradePeriod,
      leads: leadsOf(context, trade?.title ?? null),
      cards: cardsOf(context),
      origins,
    }),
    lead: slope && {
      chart: 'slope',
      title: slope.title,
      subtitle: words.message('subtitle.trade', { unit }),
      sources: slope.publishers,
    },
    shares: weight &&
      tradePeriod && {
        title: weight.title,
        subtitle: words.message('subtitle.weight', { period: words.period(tradePeriod), unit }),
        sources: weight.publishers,
      },
    lists: [marketsList(context), businessList(context), documentsList(context)].filter((list) => list !== null),
    notes: notesOf(context),
  };
}

/** What leads the first edition, and in later ones, which begin with the news, the titles of their pages. */
function leadsOf({ briefing: { news, findings } }: ViewContext, trade: Finding | null) {
  const titles = [trade, findings.markets.title, findings.investment.title, findings.cooperation.title];
  return news ? titles.filter((title) => title !== null) : findings.brief.map(({ lead }) => lead);
}

function marketsList(context: ViewContext): SheetList | null {
  const { briefing, words } = context;
  const shares = marketsOf(briefing.byKey);
  const areas = shares.flatMap(({ area }) => area ?? []);
  const rows = shares.flatMap((share): readonly ListRow[] => {
    const { area } = share;
    if (!area) return [];
    const value = figureOf(context, `region.exports.${area.code}`);
    return [
      {
        name: areaName(context, area, areas),
        value: percentLabel(context, share),
        under: value ? numberLabel(context, value) : null,
        amount: share.value,
        details: [],
        figures: value ? [share, value] : [share],
      },
    ];
  });
  const heading = words.message('sheet.regions');
  const [first] = shares;
  if (!first || !setList(context, 'sheet-regions', 'exports', heading, rows)) return null;
  const period = words.compactPeriod(first.period);
  const hasValues = rows.some(({ under }) => under !== null);
  const subtitle = words.message(hasValues ? 'sheet.shares_and_values' : 'sheet.shares', { period });
  return { heading, subtitle, chart: 'sheet-regions' };
}

/** Figures by key as rows, each with its period. */
function rowsOf(context: ViewContext, names: Readonly<Record<string, string>>): readonly ListRow[] {
  return Object.entries(names).flatMap(([key, name]) => {
    const figure = figureOf(context, key);
    return figure
      ? [
          {
            name,
            value: labelOf(context, figure),
            under: null,
            amount: null,
            details: detailsOf(context, figure),
            figures: [figure],
          },
        ]
      : [];
  });
}

function labelOf(context: ViewContext, figure: Figure): Label {
  return figure.unit === 'percent' ? percentLabel(context, figure) : numberLabel(context, figure);
}

function detailsOf({ words }: ViewContext, { unit, period }: Figure): readonly string[] {
  const compact = words.compactPeriod(period);
  return isMoney(unit) ? [words.message(`latest.unit.million.${unit}`, { period: compact }), compact] : [compact];
}

function businessList(context: ViewContext): SheetList | null {
  const { words } = context;
  const heading = words.message('sheet.business');
  const rows = rowsOf(context, {
    investment: words.message('coverage.row.investment'),
    'investment.share': words.message('sheet.investment_share'),
    companies: words.message('coverage.row.companies'),
    'companies.fez': words.message('coverage.row.zone'),
  });
  if (!setList(context, 'sheet-business', 'turnover', heading, rows)) return null;
  return { heading, subtitle: words.message('sheet.latest_sub'), chart: 'sheet-business' };
}

function documentsList(context: ViewContext): SheetList | null {
  const { words } = context;
  const heading = words.message('section.cooperation');
  const names = signers.map((signer) => {
    return [`documents.${signer}`, capitalise(words.message(signerNames[signer]))] as const;
  });
  const all = { documents: words.message('figure.documents'), ...Object.fromEntries(names) };
  if (!setList(context, 'sheet-documents', 'turnover', heading, rowsOf(context, all))) return null;
  return { heading, subtitle: words.message('sheet.documents_sub'), chart: 'sheet-documents' };
}

/** How to read marks and indices. */
function notesOf(context: ViewContext): readonly (readonly SheetNote[])[] {
  const { words } = context;
  const index = indexExample(context);
  const marks = [
    words.message('note.marks.published'),
    `<calc>${words.message('note.marks.calculated')}</calc>`,
    words.message('note.marks.how'),
  ].join(' ');
  return [
    [{ text: html(marks), leaves: leaves.notes }],
    index ? [{ text: html(words.phrase(index, 'marked')), leaves: leaves.notes }] : [],
    [],
  ];
}
