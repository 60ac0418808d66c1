import { lastMonth, type Period, periodFrom } from '../../../dataset/index.ts';
import type { Finding, PlainKey } from '../../../figures/index.ts';
import type { Chart } from '../../charts.ts';
import type { Html } from '../../html.ts';
import { capitalise } from '../../words.ts';
import type { ViewContext } from '../view-context.ts';

/** What a sheet says of the full edition in its language: how many pages it has, and where its sections begin. */
export interface FullEdition {
  readonly pages: number;
  readonly pageOf: ReadonlyMap<string, number>;
}

/** In which order parts of a sheet leave that has no room for all: remarks first. */
export const leaves = { remarks: 1, brief: 2, notes: 3, lists: 4 } as const;

/** A section of the full edition that has what leaves the sheet at some point. */
export interface Origin {
  readonly section: string;
  readonly name: PlainKey;
  readonly leaves: number;
}

/** A list in a third of a sheet, under the name of its chart. */
export interface SheetList {
  readonly heading: string;
  readonly subtitle: string;
  readonly chart: string;
}

/** A note at the foot of a sheet, without its full stop. */
export interface SheetNote {
  readonly text: string | Html;
  readonly leaves: number;
}

/** As many sentences lead a sheet. */
const mostLeads = 3;

/** What all sheets have: their head, their key figures, and where the full edition has what left. */
export function sheetFrame(context: ViewContext, full: FullEdition, { trade, leads, cards, origins }: FrameParts) {
  return {
    line: bandLine(context, trade),
    message: messageOf(context, leads.slice(0, mostLeads)),
    cards: setCards(context, cards),
    months: null,
    shares: null,
    brief: null,
    end: endOfSheet(context, full, origins),
  };
}

/** What the frame of a sheet is made of. */
export interface FrameParts {
  /** The period of the newest figures of trade; null where they are too old to stand in the head. */
  readonly trade: Period | null;
  /** The sentences that may lead it. */
  readonly leads: readonly Finding[];
  readonly cards: readonly Chart[];
  readonly origins: readonly Origin[];
}

/** The sentences that lead a sheet; where it has none, when the latest publication came out. */
function messageOf({ briefing, words }: ViewContext, found: readonly Finding[]): readonly string[] {
  if (found.length > 0) return found.map((each) => capitalise(words.plain(each)));
  const [newest] = briefing.sources;
  return [words.message('cover.published', { date: words.date(newest?.published ?? briefing.cutOff) })];
}

/** Sets key figures as charts and gives their names. */
function setCards({ charts }: ViewContext, cards: readonly Chart[]): readonly string[] {
  return cards.map((card, index) => {
    charts.set(`card-${index}`, card);
    return `card-${index}`;
  });
}

/** The parts of the line under the title: the newest month of trade, the edition, and up to when it knows figures. */
function bandLine({ briefing, words }: ViewContext, trade: Period | null) {
  const edition = words.message('edition', { period: words.date(briefing.edition) });
  return {
    trade: trade && words.message('sheet.trade_to', { m: words.period(periodFrom(lastMonth(trade), 1)) }),
    edition: trade ? edition : capitalise(edition),
    cutOff: words.message('sheet.cut_off', { date: words.date(briefing.cutOff) }),
  };
}

/** The end of a sheet: how long the full edition is, and where that has what left here. */
function endOfSheet({ words }: ViewContext, { pages, pageOf }: FullEdition, origins: readonly Origin[]) {
  const inOrder = origins.toSorted((a, b) => a.leaves - b.leaves);
  const left = inOrder.flatMap(({ section, name, leaves: rank }) => {
    const page = pageOf.get(section);
    if (page === undefined) return [];
    return { rank, item: words.message('sheet.yielded_item', { name: words.message(name), page: String(page) }) };
  });
  return {
    whole: words.message('sheet.note.full', { n: String(pages), n_number: pages }),
    left: left.map((each, index) => ({ ...each, isFirst: index === 0 })),
  };
}
