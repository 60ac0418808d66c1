import type { EditionData } from '../briefings/index.ts';
import type { Check, Interval } from '../dataset/index.ts';
import { formulaText, minMargin, monthsOf } from '../document/index.ts';
import { type Briefing, countsOf, deriveFigures, type EditionNews, type Figure, marginOf } from '../figures/index.ts';

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
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

/** The figures of an edition as JSON, as attached to its briefings. */
export function figuresOf({ vintage }: EditionData): Uint8Array {
  return figuresJson(deriveFigures(vintage));
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
