import {
  type BulletinChecks,
  bulletinChecksOf,
  byCode,
  common,
  endOf,
  type Indicator,
  type Period,
  type SeriesOf,
  type Vintage,
} from '../../dataset/index.ts';
import type { Figure, FigureSubject } from '../figure.ts';
import { lazy } from '../lazy.ts';
import { itself, negated, signedAmountOf } from './amounts.ts';
import { type Bulletin, bulletinsOf } from './bulletins.ts';
import { type Shift, shiftOf } from './change-facts.ts';
import { type FlowDriver, flowDriverOf } from './driver.ts';
import { type Elsewhere, elsewhereOf } from './elsewhere.ts';
import { type Comparison, type FlowNames, type FlowOverTime, flowOverTime, stretchOf } from './flow.ts';
import { flowNotes, type NoteOf } from './flow-notes.ts';
import { type Line, merged, sumOfLines } from './line.ts';
import { type MissingBulletins, missingOf } from './missing-bulletins.ts';
import { goodsOf, regionsOf } from './named-parts.ts';
import type { PartsOverTime } from './parts.ts';
import {
  type FlowName,
  flows,
  type Revision,
  type Series,
  type SeriesBook,
  seriesBookOf,
  withRussia,
} from './series.ts';
import { type DocumentCounts, documentCountsOf, type Stock, stocksOf } from './stocks.ts';

/** A value of another publisher: it stands beside the series, is never joined to it, and replaces nothing. */
export interface Beside {
  readonly figure: Figure;
  readonly publisher: string;
  /** What the series has for the same period, and whether rounding allows both; null where it has nothing. */
  readonly same: { readonly figure: Figure; readonly agrees: boolean } | null;
}

/** How a share moved, with the difference of its last and its first value in percentage points. */
export interface ShareShift extends Shift {
  readonly difference: Figure;
}

/** Everything that monthly bulletins say over time. */
export interface OverTime {
  /** Who publishes the bulletins. */
  readonly publisher: string;
  /** The period of the newest value since January of trade with Russia, or of the newest month where there is none. */
  readonly period: Period;
  /** The flows that are published; a balance where both of its sides are. Null where nothing is known. */
  readonly turnover: FlowOverTime | null;
  readonly exports: FlowOverTime | null;
  readonly imports: FlowOverTime | null;
  readonly balance: FlowOverTime | null;
  /** Which flow brought the change of turnover since January; null where it is not known. */
  readonly driver: FlowDriver | null;
  /** Russia's shares of the oblast's trade in values since January, in per cent. */
  readonly shares: Readonly<Record<'turnover' | 'exports' | 'imports', readonly Figure[]>>;
  /** How these shares moved over equal periods of the last five years; null where only one is known. */
  readonly shifts: Readonly<Record<'turnover' | 'exports' | 'imports', ShareShift | null>>;
  readonly goods: { readonly exports: PartsOverTime | null; readonly imports: PartsOverTime | null };
  readonly regions: PartsOverTime | null;
  readonly investment: FlowOverTime | null;
  /** Russia's share of foreign investment in values since January, in per cent. */
  readonly investmentShares: readonly Figure[];
  /** How that share moved over equal periods of the last five years; null where only one is known. */
  readonly investmentShift: ShareShift | null;
  readonly stocks: readonly Stock[];
  readonly documents: DocumentCounts | null;
  /** Values that a later one of the same publisher replaced, the newest period first. */
  readonly revisions: readonly Revision[];
  readonly contested: readonly (readonly Figure[])[];
  readonly missing: readonly MissingBulletins[];
  readonly bulletins: readonly Bulletin[];
  /** What the bulletins were checked for; worked out when it is asked for. */
  readonly checks: BulletinChecks;
  /** Every series, those of other publishers too. */
  readonly series: readonly Series[];
  /** How many published values the edition knows, those that were replaced too. */
  readonly values: number;
  readonly beside: readonly Beside[];
  /** What other publishers state of investment, companies and documents, the newest period first. */
  readonly elsewhere: readonly Elsewhere[];
}

/** Values of so many periods make a record over time. */
const leastPeriods = 2;

/**
 * Works out what a vintage says over time: null where trade with Russia is stated for one period at most, as
 * before the first bulletin that follows the article. `nextNote` gives the numbers of the notes, P for published series,
 * D for calculated lines. The work grows with the number of rows.
 */
export function overTimeOf(vintage: Vintage, nextNote: (kind: 'P' | 'D') => string): OverTime | null {
  const book = seriesBookOf(vintage, () => nextNote('P'));
  const { publisher } = book;
  if (publisher === null) return null;
  const values = seriesByFlow(book, 'trade_value', 'USD');
  const known = Object.values(values).flatMap((series) => series ?? []);
  const stated = Object.values(flows).map((flow) => book.periods(withRussia('trade_value', flow, 'USD')));
  if (Math.max(...stated) < leastPeriods) return null;

  const derived = () => nextNote('D');
  const noteOf = flowNotes(['turnover', 'exports', 'imports', 'balance'], derived);
  const indices = seriesByFlow(book, 'trade_index', 'IX');
  const flowOf = (name: FlowName, line: Line | null) =>
    line && flowOverTime(namesOf(name), line, indices[name], noteOf);
  const [exports, imports] = [
    flowOf('exports', values.exports?.line ?? null),
    flowOf('imports', values.imports?.line ?? null),
  ];
  const both = exports && imports ? ([exports.line, imports.line] as const) : null;
  const turnover = flowOf('turnover', values.turnover?.line ?? (both && sumOfLines(asTerms(both, 1), false)));
  const newest = [turnover, exports, imports].flatMap((flow) => flow?.yearToDate?.value ?? flow?.months.at(-1) ?? []);
  const [period] = newest.toSorted((a, b) => endOf(b) - endOf(a)).map((figure) => figure.period);
  if (!period) return null;
  const parts = { book, derived, exports, imports };
  const used = usedSeries(book);
  const { observations, revised } = vintage;
  const checks = lazy(() => bulletinChecksOf({ newest: observations, replaced: revised }, publisher));
  const shares = figuresByFlow(seriesByFlow(book, 'trade_share', 'PT'));
  const investmentShares = book.find(withRussia('investment_share', '_Z', 'PT'))?.figures ?? [];
  const stocks = stocksOf(book, derived);
  return {
    publisher,
    period,
    turnover,
    exports,
    imports,
    balance: both && balanceOf(exports, imports, both, noteOf, derived),
    driver: flowDriverOf({ turnover, exports, imports }, derived),
    shares,
    shifts: {
      turnover: shareShift('turnover', shares.turnover, derived),
      exports: shareShift('exports', shares.exports, derived),
      imports: shareShift('imports', shares.imports, derived),
    },
    goods: { exports: goodsOf('exports', parts), imports: goodsOf('imports', parts) },
    regions: regionsOf(parts),
    investment: investmentOf(book, derived),
    investmentShares,
    investmentShift: shareShift('investment', investmentShares, derived),
    stocks,
    documents: documentCountsOf(stocks, derived),
    revisions: used.flatMap((series) => series.revisions).toSorted((a, b) => endOf(b.after) - endOf(a.after)),
    contested: used.flatMap(({ contested }) => contested),
    missing: missingOf(known),
    beside: besideOf(book, used),
    bulletins: bulletinsOf(vintage, publisher),
    get checks() {
      return checks();
    },
    series: [...used, ...used.flatMap((series) => book.besides(series.of))],
    values: observations.length + revised.length,
    elsewhere: elsewhereOf(book),
  };
}

function asTerms([exports, imports]: readonly [Line, Line], sign: 1 | -1) {
  return [
    { times: 1, line: exports },
    { times: sign, line: imports },
  ];
}

function seriesByFlow(book: SeriesBook, indicator: Indicator, unit: SeriesOf['unit']) {
  const find = (name: FlowName) => book.find(withRussia(indicator, flows[name], unit));
  return { turnover: find('turnover'), exports: find('exports'), imports: find('imports') };
}

function figuresByFlow(series: Readonly<Record<FlowName, Series | null>>): OverTime['shares'] {
  const { turnover, exports, imports } = series;
  return { turnover: turnover?.figures ?? [], exports: exports?.figures ?? [], imports: imports?.figures ?? [] };
}

function shareShift(
  name: FlowName | 'investment',
  shares: readonly Figure[],
  derived: () => string,
): ShareShift | null {
  const shift = shiftOf(shares);
  if (!shift) return null;
  const { first, last } = shift;
  const label = { key: `${name}.share.change`, subject: `${name}.share`, area: null, product: null } as const;
  const moved = [...itself(last), ...negated(itself(first))];
  const difference = signedAmountOf({ ...label, note: derived() }, moved, last.period);
  return difference && { ...shift, difference };
}

function namesOf(name: FlowName): FlowNames {
  const subjects = { value: name, index: `${name}.index`, change: `${name}.change` } as const;
  return { key: name, subjects, signed: false };
}

const balanceNames: FlowNames = {
  key: 'balance',
  subjects: { value: 'balance', index: 'balance', change: 'balance.change' },
  signed: true,
};

/** The balance over time. A year earlier it is that of the bases which exports and imports are compared with. */
function balanceOf(
  exports: FlowOverTime | null,
  imports: FlowOverTime | null,
  lines: readonly [Line, Line],
  noteOf: NoteOf,
  derived: () => string,
): FlowOverTime {
  const [sold, bought] = [exports?.yearToDate, imports?.yearToDate];
  const compare = (value: Figure, plain: Comparison) => {
    if (!sold?.base || !bought?.base || (sold.basis === 'value' && bought.basis === 'value')) return plain;
    if (endOf(sold.value) !== endOf(bought.value) || endOf(sold.value) !== endOf(value)) return plain;
    return impliedBalance(value, sold, bought, sold.base, bought.base, derived);
  };
  return flowOverTime(balanceNames, sumOfLines(asTerms(lines, -1), true), compare, noteOf);
}

function impliedBalance(
  value: Figure,
  sold: Comparison,
  bought: Comparison,
  soldBefore: Figure,
  boughtBefore: Figure,
  derived: () => string,
): Comparison {
  const label = (kind: string, subject: FigureSubject) =>
    ({
      key: `balance.since_january.${kind}`,
      subject,
      area: null,
      product: null,
      note: derived(),
    }) as const;
  const before = [...itself(soldBefore), ...negated(itself(boughtBefore))];
  const now = [...itself(sold.value), ...negated(itself(bought.value))];
  const base = signedAmountOf(label('implied', 'balance'), before, soldBefore.period);
  const change = merged([...now, ...negated(before)]);
  const difference = signedAmountOf(label('implied_change', 'balance.change'), change, value.period);
  return { value, base, index: null, difference, basis: 'index', revised: null };
}

function investmentOf(book: SeriesBook, derived: () => string): FlowOverTime | null {
  const series = book.find(withRussia('investment', '_Z', 'USD'));
  if (!series || series.figures.length < leastPeriods) return null;
  const subjects = { value: 'investment', index: 'investment.index', change: 'part.change' } as const;
  const names = { key: 'investment', subjects, signed: false };
  return flowOverTime(names, series.line, null, flowNotes([names.key], derived));
}

/** Every series of the publisher whom its subject is told from. */
function usedSeries(book: SeriesBook): readonly Series[] {
  return book.all.filter(({ refArea }) => refArea === 'BY-HO').flatMap((of) => book.find(of) ?? []);
}

function besideOf(book: SeriesBook, used: readonly Series[]): readonly Beside[] {
  const all = used.flatMap((series) => book.besides(series.of).map((other) => ({ series, other })));
  return all
    .flatMap(({ series, other }) =>
      other.figures.map((figure) => ({ figure, publisher: other.publisher, same: sameIn(series, figure) })),
    )
    .toSorted((a, b) => endOf(b.figure) - endOf(a.figure) || byCode(a.figure.key, b.figure.key));
}

function sameIn(series: Series, figure: Figure): Beside['same'] {
  const { start, end } = stretchOf(figure.period);
  const found = series.figures.find((own) => stretchOf(own.period).start === start && endOf(own) === end);
  return found ? { figure: found, agrees: common(found.interval, figure.interval) !== null } : null;
}
