import type { KnownSeries } from '../../../figures/index.ts';
import type { AgeCard } from '../../dated-charts.ts';
import { capitalise, type Words } from '../../words.ts';
import { seriesName, unitOf, valueText } from '../latest/age-card.ts';
import { coverageView, frontCards } from '../latest/front.ts';
import type { LatestContext } from '../latest/latest-context.ts';
import { figureOf, numberLabel } from '../view-context.ts';
import { type FullEdition, leaves, type Origin, type SheetList, type SheetNote, sheetFrame } from './frame.ts';
import { type ListRow, setList, signerNames } from './short-lists.ts';

/** As many findings stand beside the chart, and as many subjects in it besides the flows. */
const most = { brief: 2, rows: 8 } as const;

/** Where the full edition has what may leave the sheet. */
const origins: readonly Origin[] = [
  { section: 'notes', name: 'section.notes', leaves: leaves.notes },
  { section: 'front', name: 'section.front', leaves: leaves.brief },
  { section: 'latest', name: 'section.latest', leaves: leaves.lists },
  { section: 'ties', name: 'section.ties', leaves: leaves.lists },
];

/** The sheet of an edition whose breakdown of trade is too old to lead it. */
export function latestSheet(context: LatestContext, full: FullEdition) {
  const { words } = context;
  const { themes, brief, quiet, series } = context.latestFirst;
  const youngest = series.filter(({ theme }) => theme !== 'breakdown').slice(0, most.rows);
  const coverage = coverageView(context, [...youngest, ...series.filter(({ id }) => id === 'flows')]);
  const cards = frontCards(context).map((card, index) => shortCard(words, card, themes[index]));
  const lists = [latestList(context, themes.slice(0, cards.length)), breakdownList(context), documentsList(context)];
  return {
    ...sheetFrame(context, full, {
      trade: null,
      leads: quiet ? [quiet] : brief.map(({ lead }) => lead),
      cards,
      origins,
    }),
    lead: {
      chart: 'coverage',
      title: coverage.title,
      subtitle: words.message('coverage.subtitle'),
      sources: coverage.publishers,
    },
    brief: brief.slice(0, most.brief).map((item, index) => ({ ...item, leaves: index === 0 ? null : leaves.brief })),
    lists: lists.filter((list) => list !== null),
    notes: notesOf(context, coverage.date),
  };
}

function rowOf(context: LatestContext, known: KnownSeries): ListRow {
  const { words } = context;
  const { latest } = known;
  return {
    name: seriesName(words, known),
    value: { text: words.qualified(latest, valueText(words, latest)), calculated: latest.status === 'calculated' },
    under: null,
    amount: null,
    details: [unitOf(words, known), words.compactPeriod(latest.period)],
    figures: [latest],
  };
}

/** Subjects whose names are longer than a card of the sheet is wide. */
const shortNamed = [
  'companies',
  'zone',
  'suppliers',
  'documents',
  'investment',
  'share_exports',
  'share_turnover',
] as const;

/** A key figure under the shortest name of its subject, which its unit makes clear. */
function shortCard(words: Words, card: AgeCard, known: KnownSeries | undefined): AgeCard {
  const id = shortNamed.find((named) => named === known?.id);
  if (!id || !known) return card;
  const label = words.message(`sheet.card.${id}`);
  const period = words.compactPeriod(known.latest.period);
  // The name in the chart says whose capital it is.
  return id === 'zone'
    ? { ...card, label, unit: words.message('latest.unit.capital', { period }) }
    : { ...card, label };
}

/** The latest figures that no card shows, the youngest first. */
function latestList(context: LatestContext, onCards: readonly KnownSeries[]): SheetList | null {
  const { words, latestFirst } = context;
  const heading = words.message('sheet.latest');
  const others = latestFirst.series.filter((known) => !onCards.includes(known) && known.theme !== 'breakdown');
  if (
    !setList(
      context,
      'sheet-latest',
      'turnover',
      heading,
      others.map((known) => rowOf(context, known)),
    )
  )
    return null;
  return { heading, subtitle: words.message('sheet.latest_sub'), chart: 'sheet-latest' };
}

/** The newest breakdown of trade, under its period and with its age. */
function breakdownList(context: LatestContext): SheetList | null {
  const { words, latestFirst, briefing } = context;
  const { tradePeriod } = briefing;
  if (!tradePeriod) return null;
  const rows = (['turnover', 'exports', 'imports', 'balance'] as const).flatMap((flow): readonly ListRow[] => {
    const [figure, index, share] = [flow, `${flow}.index`, `${flow}.share`].map((key) => figureOf(context, key));
    if (!figure) return [];
    const name = flow === 'balance' ? words.message('label.balance') : capitalise(words.message(`clause.${flow}`));
    const growth = index && {
      text: words.figureText(index, 'signed_change'),
      calculated: index.status === 'calculated',
    };
    const details = share ? [words.message('sheet.share_of_all', { s: words.figure(share, 'percent', 'plain') })] : [];
    return [
      {
        name,
        value: numberLabel(context, figure),
        under: growth ?? null,
        amount: null,
        details,
        figures: [figure, index, share].filter((known) => known !== undefined),
      },
    ];
  });
  const heading = capitalise(words.period(tradePeriod));
  if (!setList(context, 'sheet-breakdown', 'exports', heading, rows)) return null;
  const subtitle = words.message('sheet.dated', {
    age: words.message('age.months', { n: String(latestFirst.age), n_number: latestFirst.age }),
  });
  return { heading, subtitle, chart: 'sheet-breakdown' };
}

/** The documents on cooperation: the latest count, and what stands beside and before it. */
function documentsList(context: LatestContext): SheetList | null {
  const { words, latestFirst } = context;
  const documents = latestFirst.series.find(({ theme }) => theme === 'documents');
  if (!documents) return null;
  const { latest, earlier, beside } = documents;
  const heading = words.message('section.cooperation');
  const rows = [latest, ...beside, ...(earlier ? [earlier] : [])].map((figure): ListRow => {
    const signer = (['local', 'executive', 'council', 'oblast'] as const).find((who) => figure.subject.endsWith(who));
    return {
      name: capitalise(words.message(signer ? signerNames[signer] : 'coverage.row.documents')),
      value: numberLabel(context, figure),
      under: null,
      amount: null,
      details: [words.compactPeriod(figure.period)],
      figures: [figure],
    };
  });
  if (!setList(context, 'sheet-documents', 'turnover', heading, rows)) return null;
  return { heading, subtitle: words.message('sheet.documents_sub'), chart: 'sheet-documents' };
}

/** Why there is no growth, and how to read the chart. */
function notesOf({ words, latestFirst }: LatestContext, date: string): readonly (readonly SheetNote[])[] {
  const stop = (text: string) => `${capitalise(text)}.`;
  return [
    [{ text: stop(words.plain(latestFirst.why.body)), leaves: leaves.notes }],
    [{ text: stop(words.message('coverage.source', { date })), leaves: leaves.notes }],
    [],
  ];
}
