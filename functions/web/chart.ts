import { type Chart, chartWithoutPages, type DataCell, type DataColumn, headWithUnit } from '../document/index.ts';
import { chartMarks } from '../drawing/index.ts';
import { partsList, rankingList } from './bars.ts';
import type { Room, WebContext } from './context.ts';
import { html, type Markup, type Part } from './markup.ts';
import { svgOf } from './svg.ts';

/** Pixels for a point of a drawing: type of seven points, the smallest of charts, has twelve pixels. */
export const pixelsPerPoint = 12 / 7;

/** The widths in pixels for which the charts of a room are drawn; a screen shows the widest for which it has room. */
export const widthsOf: Readonly<Record<Room, readonly number[]>> = {
  full: [328, 720],
  wide: [328, 488],
  half: [328, 404],
  third: [260],
};

/** A chart or map with its alternative text. */
export function drawnChart(chart: Chart, context: WebContext): Markup {
  return html`<p class=unseen>${chart.alt}</p>
<div class=chart aria-hidden=true>${drawingsOf(chart, context)}</div>
`;
}

/** The data of a chart as a table that opens, named after its figure if it has one; nothing where it has none. */
export function dataOf(chart: Chart, label: string | null, { document: { web } }: WebContext): Part {
  const table = web.tableOf(chart);
  if (!table) return null;
  const name = web.data(label);
  const heads = table.columns.map((column) => html`<th scope=col${alignOf(column)}>${headWithUnit(column)}`);
  const rows = table.rows.map(([first, ...cells]) => {
    const written = cells.map((cell, index) => html`<td${alignOf(table.columns[index + 1])}>${cellOf(cell)}`);
    return html`<tr><th scope=row>${first ? cellOf(first) : null}${written}\n`;
  });
  return html`<details><summary>${name}</summary>
<div class=scroll tabindex=0 role=region aria-label="${name}"><table>
<thead><tr>${heads}</thead>
<tbody>${rows}</tbody></table></div></details>
`;
}

function cellOf({ text, figure }: DataCell): Part {
  return figure?.status === 'calculated' ? html`<u>${text}</u>` : text;
}

/** Columns of numbers are the rule in such a table. */
function alignOf(column: DataColumn | undefined): Part {
  return column?.holds === 'text' ? html` class=words` : null;
}

/** A list with bars, or the drawings of a chart, the widest first: the style shows one of them. */
function drawingsOf(chart: Chart, context: WebContext): Part {
  if (chart.kind === 'parts-table') return partsList(chart);
  if (chart.kind === 'region-ranking') return rankingList(chart);
  const drawn = chartWithoutPages(chart, context.placeOf);
  return widthsOf[context.room].toReversed().map((pixels) => {
    const width = pixels / pixelsPerPoint;
    const { marks } = chartMarks(drawn, { x: 0, y: 0, width, foot: null, squeeze: null }, context.palette);
    return svgOf(marks, width, pixels, `w${pixels}`, context);
  });
}
