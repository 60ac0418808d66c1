import { formulaText } from '../document/index.ts';
import { type Briefing, type Figure, marginOf } from '../figures/index.ts';

/** Every figure of a briefing as JSON: what it is, how sure it is, where it comes from and its number in the notes. */
export function figuresJson(briefing: Briefing): Uint8Array {
  const noteOf = (key: string) => briefing.byKey.get(key)?.note ?? '';
  const content = {
    edition: briefing.edition,
    publishedBy: briefing.cutOff,
    figures: briefing.figures.map((figure) => entryOf(figure, noteOf)),
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

function entryOf(figure: Figure, noteOf: (key: string) => string) {
  const { key, note, status, area, period, unit, approximate, qualifier, expression, sources } = figure;
  return {
    key,
    note,
    status,
    ...(area ? { area: area.code } : {}),
    value: round(figure.value, figure.decimals),
    interval: [round(figure.interval.lo, 4), round(figure.interval.hi, 4)],
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

/** An index is also printed as a multiple of the year before and as a change in per cent. */
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
