import {
  type Area,
  byCode,
  type Check,
  type Edition,
  lastDay,
  type PackageStatus,
  type Period,
  proofOf,
  type Source,
  type Statement,
  uncontested,
  type Vintage,
} from '../dataset/index.ts';
import { isOlder } from './age.ts';
import { type Development, developmentsOf } from './developments.ts';
import type { Figure } from './figure.ts';
import { FigureBuilder } from './figure-builder.ts';
import { chooseFindings, type Findings } from './findings.ts';
import { historyFigures } from './history.ts';
import { knownSeriesOf } from './known-series.ts';
import { type LatestFirst, latestFirstOf } from './latest-first.ts';
import { type EditionNews, newsOf } from './news.ts';
import { type OverTime, overTimeOf } from './over-time/index.ts';
import { namedOnce } from './statements.ts';
import { type EditionStory, storyOf } from './story.ts';
import { documentFigures, investmentFigures, regionFigures, tradeFigures, weightFigures } from './themes.ts';
import { tiesOf, totalsOf } from './ties.ts';

/** All figures and facts of one edition: what its document is written from. */
export interface Briefing {
  readonly edition: Edition;
  /** What keeps it from being taken for published facts, as every page has to say; null for published data. */
  readonly status: PackageStatus | null;
  /** The last day of publication that it knows, `YYYY-MM-DD`. */
  readonly cutOff: string;
  /** Gomel Oblast, whose briefing it is. */
  readonly home: Area;
  /** The period of the trade figures; null when there are none. */
  readonly tradePeriod: Period | null;
  readonly figures: readonly Figure[];
  /** The same figures by key. */
  readonly byKey: ReadonlyMap<string, Figure>;
  readonly findings: Findings;
  readonly statements: readonly Statement[];
  readonly proof: readonly Check[];
  /** The series that later publications carry on; empty in the first edition. */
  readonly developments: readonly Development[];
  /** What monthly bulletins say over time; null before the first that follows another publication on trade. */
  readonly overTime: OverTime | null;
  /** What leads instead of the breakdown of trade where that is too old; null where it leads, or there are bulletins. */
  readonly latestFirst: LatestFirst | null;
  /** The month of the edition as the bulletins tell it; null without them, and in the first edition. */
  readonly story: EditionStory | null;
  /** What is new since the edition before; null in the first. */
  readonly news: EditionNews | null;
  /** The last day on which its newest publication can have come out, `YYYY-MM-DD`. */
  readonly newestPublished: string;
  /** The publications that the figures and statements come from, the newest first. */
  readonly sources: readonly Source[];
}

/** Whether turnover, exports and imports are all known for the period of trade. */
export function isFull(byKey: Briefing['byKey']): boolean {
  return ['turnover', 'exports', 'imports'].every((key) => byKey.has(key));
}

/** Derives every figure that a vintage allows. */
export function deriveFigures(whole: Vintage): Briefing {
  const ties = tiesOf(whole);
  const vintage = totalsOf(ties);
  const builder = new FigureBuilder();
  const tradePeriod = tradeFigures(builder, vintage);
  if (tradePeriod) weightFigures(builder, vintage, tradePeriod);
  regionFigures(builder, vintage);
  investmentFigures(builder, vintage);
  documentFigures(builder, vintage);
  historyFigures(builder, vintage);
  const figures = builder.all();
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const { edition, cutOff, status } = vintage;
  const statements = namedOnce(vintage.statements);
  const home = vintage.areas.get('BY-HO');
  if (!home) throw new Error('areas.csv has no row BY-HO for Gomel Oblast itself; add it');
  const all = [...figures.flatMap((figure) => figure.sources), ...statements.map(({ source }) => source)];
  const sources = [...new Set(all)].toSorted((a, b) => byCode(lastDay(b.published), lastDay(a.published)));
  const developments = developmentsOf(builder, vintage);
  const news = newsOf(builder, vintage, tradePeriod && { period: tradePeriod, isFull: isFull(byKey) });
  const overTime = overTimeOf(ties, (kind) => builder.nextNote(kind));
  const isMonthly = overTime !== null && !isOlder(edition, overTime.period, 'leads');
  return {
    edition,
    status,
    cutOff,
    home,
    tradePeriod,
    figures,
    byKey,
    findings: chooseFindings(byKey, statements, edition),
    statements,
    proof: proofOf(uncontested({ newest: vintage.observations, replaced: vintage.revised })),
    developments,
    overTime,
    latestFirst:
      news && !isMonthly ? latestFirstOf(byKey, tradePeriod, knownSeriesOf(builder, vintage), edition, news) : null,
    news,
    story: overTime && storyOf(ties, overTime),
    newestPublished: lastDay(sources[0]?.published ?? cutOff),
    sources,
  };
}
