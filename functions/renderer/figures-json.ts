import type { EditionData } from '../briefings/index.ts';
import type { BulletinChecks, Check, Interval, Observation } from '../dataset/index.ts';
import { formulaText, minMargin, monthsOf } from '../document/index.ts';
import {
  type Briefing,
  countsOf,
  type EditionNews,
  type Figure,
  type LatestFirst,
  lineOfFigure,
  marginOf,
  type NotedLine,
  notedLinesOf,
  type OverTime,
  type Revision,
} from '../figures/index.ts';
import { briefingOf } from './briefing-of.ts';

/**
 * All numbers of a briefing as JSON: its figures (value, uncertainty, sources, number in the notes), the ranges of its
 * arithmetic proof, and how many things of each kind it mentions.
 */
export function figuresJson(briefing: Briefing): Uint8Array {
  const noteOf = (key: string) => briefing.byKey.get(key)?.note ?? '';
  const content = {
    edition: briefing.edition,
    publishedBy: briefing.cutOff,
    marginsStatedFrom: minMargin,
    figures: briefing.figures.map((figure) => entryOf(figure, noteOf)),
    proof: briefing.proof.map(proofEntry),
    counts: countsOf(briefing),
    ...(briefing.news ? { news: newsEntry(briefing.news) } : {}),
    ...(briefing.latestFirst ? { monthsSince: agesEntry(briefing.latestFirst) } : {}),
    ...(briefing.overTime ? { overTime: overTimeEntry(briefing.overTime) } : {}),
  };
  return Buffer.from(`${inLines(content, 2)}\n`);
}

/**
 * JSON with a line for each member of an object, so many levels deep, and for each item of a list in it. To indent all would make
 * the file of years half as large again, and as much slower to write and to pack.
 */
function inLines(value: unknown, levels: number): string {
  if (Array.isArray(value)) return `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  if (levels === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `"${key}": ${inLines(member, levels - 1)}`);
  return `{\n${members.join(',\n')}\n}`;
}

/**
 * What is calculated over time: lines of figures of one kind, each figure as its period, its value and the ends of its
 * interval, with spaces between them. The key of a figure is that of its line with the period behind it. The formula is
 * that of the newest figure of the line; it names published values by their series and period, as the observations of
 * the Data Package do.
 */
function overTimeEntry(overTime: OverTime) {
  return {
    publisher: overTime.publisher,
    period: overTime.period.code,
    values: overTime.values,
    bulletins: overTime.bulletins.length,
    revisions: overTime.revisions.map(revisionEntry),
    checks: checksEntry(overTime.checks),
    columns: ['period', 'value', 'from', 'to'],
    lines: notedLinesOf(overTime)
      .all()
      // The figures of a series are not made for this: published values are in the Data Package.
      .flatMap((line) => (line.series ? [] : linesOf(line)).flatMap(lineEntry)),
  };
}

/** The lines of a number of the notes: goods and regions share one, a flow has one of its own. */
function linesOf({ measure, figures }: NotedLine): readonly (readonly Figure[])[] {
  return measure?.of === 'flow' ? [figures] : [...Map.groupBy(figures, lineOfFigure).values()];
}

function lineEntry(figures: readonly Figure[]) {
  const newest = figures.at(-1);
  if (!newest?.expression) return [];
  const { note, unit, decimals, approximate } = newest;
  return {
    key: lineOfFigure(newest),
    note,
    unit: unitOf(unit),
    decimals,
    approximate,
    formula: formulaText(newest.expression, (input) => input),
    figures: figures.map(
      ({ period, value, interval: { lo, hi } }) => `${period.code} ${written(value)} ${written(lo)} ${written(hi)}`,
    ),
  };
}

/** A value that another replaced: its key, both values and what the new one has more. */
function revisionEntry({ before, after }: Revision) {
  const change = round(after.value - before.value, Math.max(before.decimals, after.decimals));
  return { key: after.key, before: nearest(before.value), after: nearest(after.value), change };
}

/** How many checks of each kind passed, and what those of the newest bulletin compare that `proof` does not have. */
function checksEntry({ kinds, passed, newest: { index, limits } }: BulletinChecks) {
  return {
    passed,
    kinds: Object.fromEntries(kinds.map((kind) => [kind.kind, kind.passed])),
    ...(index ? { index: [index.implied, index.published, index.shared].map(rangeEntry) } : {}),
    limits: Object.fromEntries(limits.map(({ kind, sum, whole }) => [kind, [sum, nearest(millionsOf(whole))]])),
  };
}

function millionsOf({ value, multiplier }: Observation): number {
  return value * 10 ** (multiplier - 6);
}

/** Four decimals are more than of any number that is printed. */
const leastUnits = 10_000;

function nearest(value: number): number {
  return Math.round(value * leastUnits) / leastUnits;
}

/**
 * The nearest number as it is written: of the many thousands of an edition each takes half the time that JavaScript needs
 * to find the shortest form of a binary fraction.
 */
function written(value: number): string {
  const units = Math.round(value * leastUnits);
  let fraction = Math.abs(units % leastUnits);
  const whole = Math.trunc(units / leastUnits);
  if (fraction === 0) return `${whole}`;
  let digits = 4;
  while (fraction % 10 === 0) {
    fraction /= 10;
    digits -= 1;
  }
  return `${units < 0 && whole === 0 ? '-' : ''}${whole}.${String(fraction).padStart(digits, '0')}`;
}

/** The figures of an edition as JSON, as attached to its briefings. */
export function figuresOf({ vintage }: EditionData): Uint8Array {
  return figuresJson(briefingOf(vintage));
}

function entryOf(figure: Figure, noteOf: (key: string) => string) {
  const { key, note, status, area, period, unit, approximate, qualifier, expression, sources } = figure;
  return {
    key,
    note,
    status,
    ...(area ? { area: area.code } : {}),
    value: round(figure.value, figure.decimals),
    interval: rangeEntry(figure.interval),
    margin: round(marginOf(figure), 4),
    decimals: figure.decimals,
    unit: unitOf(unit),
    period: period.code,
    approximate,
    qualifier,
    ...restated(figure),
    ...(expression ? { formula: formulaText(expression, noteOf) } : {}),
    sources: sources.map(({ id }) => id),
  };
}

/** A check with its two sides, a sum and what it is compared with. Ranges are rounded as in the figures. */
function proofEntry(check: Check) {
  const { check: kind, period, agrees } = check;
  const head = { check: kind, period: period.code, agrees };
  switch (check.check) {
    case 'shares':
      return { ...head, sum: rangeEntry(check.sum), limit: 100 };
    case 'part':
      return { ...head, part: check.part.value, limit: check.whole.value };
    default: {
      const { parts, whole, shared } = check;
      return {
        ...head,
        parts: rangeEntry(parts),
        whole: rangeEntry(whole),
        shared: shared ? rangeEntry(shared) : null,
      };
    }
  }
}

function rangeEntry({ lo, hi }: Interval): readonly [number, number] {
  return [round(lo, 4), round(hi, 4)];
}

/**
 * What is new since the previous edition: keys of new figures, former values of revised ones, ages in days and months.
 */
function newsEntry({ added, revised, ageInDays, ages }: EditionNews) {
  return {
    added: added.map(({ figure }) => figure.key),
    revised: revised.map(({ figure, before }) => ({ key: figure.key, before: round(before, figure.decimals) })),
    ageInDays,
    ageInMonths: monthsOf(ageInDays),
    monthsSince: Object.fromEntries(ages.map(({ theme, months }) => [theme, months])),
  };
}

/** The age of the latest figure of every subject, in months. */
function agesEntry({ series }: LatestFirst) {
  return Object.fromEntries(series.map(({ id, age }) => [id, age]));
}

/** An index is also stated as a multiple of the previous year's value and as a change in per cent. */
function restated({ unit, value, decimals }: Figure) {
  return unit === 'index'
    ? { restated: { times: round(value / 100, decimals + 2), change: round(value - 100, decimals) } }
    : {};
}

function unitOf(unit: Figure['unit']): string {
  return unit === 'USD' || unit === 'RUB' || unit === 'BYN' ? `${unit} million` : unit;
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
