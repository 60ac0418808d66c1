import type { Label, PartRow, PartsTable, RankedRegion, RegionRanking, Tone } from '../document/index.ts';
import { number } from './label.ts';
import { html, Markup, type Part } from './markup.ts';

/** What is drawn in a row of bars: a value, and where it was a year earlier. */
interface Bar {
  readonly value: number;
  readonly base: number | null;
  readonly look: 'solid' | 'open';
}

/** The parts of a total as a list with bars: goods by value, then those without a row, then what has no name. */
export function partsList({ tone, heads, compares, points, rows }: PartsTable): Markup {
  const largest = Math.max(0, ...rows.flatMap(({ kind, value, base }) => (kind === 'part' ? [value, base ?? 0] : [])));
  const last = compares ? heads.contribution : heads.share;
  const head = compares ? [heads.value, heads.change, heads.difference, last] : [heads.value, last];
  const items = rows.map((row) => {
    // What has no name is on no scale, and what is larger together than each part would make all of them small.
    const isDrawn = row.kind === 'part' || (row.kind === 'more' && row.value <= largest);
    const bar = { value: row.value, base: row.base, look: row.kind === 'part' ? 'solid' : 'open' } as const;
    const code = row.code === null ? null : html` <small>${row.code}</small>`;
    return html`<li${row.kind === 'part' ? null : html` class="rest"`}><span class=name>${row.name}${code}</span>
${trackOf(isDrawn ? bar : null, largest)}${strong(row.label)}${compares ? changesOf(row, points) : cell(row.share)}</li>\n`;
  });
  return listOf(tone, compares ? 'parts' : 'shares', heads.name, head, items);
}

function changesOf({ change, difference, contribution }: PartRow, points: string): Part {
  const unit = contribution.calculated ? `\u00a0${points}` : null;
  return html`${cell(change)}<span class=difference>${difference ? number(difference.label) : null}</span>
<span>${number(contribution)}${unit}</span>`;
}

/** Regions by size as a list with bars, each with its place. */
export function rankingList({ heads, rows }: RegionRanking): Markup {
  const named = rows.filter(({ place }) => place !== null);
  const largest = Math.max(0, ...named.flatMap(({ value, base }) => [value, base ?? 0]));
  const items = rows.map((row) => {
    const isDrawn = row.place !== null || row.value <= largest;
    const bar = { value: row.value, base: row.base, look: row.place === null ? 'open' : 'solid' } as const;
    return html`<li${row.place === null ? html` class="rest"` : null}><span class=name>${nameOf(row)}</span>
${trackOf(isDrawn ? bar : null, largest)}${strong(row.label)}${cell(row.change)}</li>\n`;
  });
  return listOf('exports', 'ranking', heads.region, [heads.value, heads.change], items);
}

function nameOf({ place, name, moved }: RankedRegion): Part {
  const rank = place === null ? null : html`<span class="ordinal">${place}</span> `;
  const was = moved ? html` <small>${moved.up ? '▲' : '▼'}\u00a0${moved.label}</small>` : null;
  return html`${rank}${name}${was}`;
}

function listOf(tone: Tone, kind: string, name: string, heads: readonly string[], items: readonly Markup[]): Markup {
  const columns = heads.map(
    (head, index) => html`<span${index === 2 ? html` class="difference"` : null}>${head}</span>`,
  );
  return html`<ul class="list ${kind} ${tone}"><li class="heads"><span class=name>${name}</span><span class=track></span>${columns}</li>
${items}</ul>`;
}

function strong(label: Label): Markup {
  return html`<b>${number(label)}</b>`;
}

function cell(label: Label): Markup {
  return html`<span>${number(label)}</span>`;
}

/** A bar as a part of the largest, with an upright where the value was a year earlier; null leaves its place empty. */
function trackOf(bar: Bar | null, largest: number): Markup {
  if (!bar || largest <= 0) return html`<span class=track></span>`;
  const at = (value: number) => Math.round((Math.max(0, value) / largest) * 1000) / 10;
  const upright = (name: string, width: number) =>
    `<rect class=${name} x=${at(bar.base ?? 0)}% y=-3 width=${width} height=18 />`;
  const ledge = bar.base === null ? '' : upright('halo', 4) + upright('ledge', 2);
  const shape = `<rect class=${bar.look} width=${Math.max(0.4, at(bar.value))}% height=12 />${ledge}`;
  return new Markup(`<svg class=track>${shape}</svg>`);
}
