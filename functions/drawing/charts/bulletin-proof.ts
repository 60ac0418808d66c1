import { scaleLinear } from 'd3-scale';
import type { BulletinProof } from '../../document/index.ts';
import { columnAt, span } from '../grid.ts';
import { type Mark, outlined, rule } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { restyle, type TextStyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, fitted, type Palette, textMark } from './frame.ts';
import { barNameStyle, overlapMarks, rangeBar, tickMark } from './proof.ts';
import { chartStyles as styles } from './styles.ts';

/** From the line above to the first row, and from one row to the next, in points. */
const first = 18;
const pitch = 41;

/** From the first line of a row to its first bar, from there to the second, and to the hairline under it, in points. */
const bar = { top: -1.5, next: 14.5, over: 4, height: 33 } as const;
const toHair = 32;

/** Limits side by side: their number in a line, from claim to bar, its height, and from one line to the next. */
const limits = { inLine: 3, columns: 4, bar: 5, height: 6.5, pitch: 36 } as const;

/** The most room of the names of bars, and from the fourth column to where they end, in points. */
const names = { room: 84, end: 94 } as const;

/** A frame narrower than this has no room for claim, ranges and verdict side by side, in points. */
const sideBySideFrom = 450;

/** The room of names, and from the first range to the verdict, where they stand below each other. */
const stacked = { names: 74, verdict: 42, limit: 20 } as const;

const claimStyle: TextStyle = restyle(styles.categoryStrong, { size: 8.25, leading: 10 });
const howStyle: TextStyle = restyle(styles.softSmall, { leading: 9.25 });
const numberStyle: TextStyle = restyle(styles.callout, { size: 12.5, colour: 'exports' });
const verdictStyle: TextStyle = restyle(styles.categoryStrong, {});

/** The checks of one bulletin: pairs of ranges, each on its own scale, then parts against their limits. */
export function bulletinProof(chart: BulletinProof, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const right = frame.x + frame.width;
  const isStacked = frame.width < sideBySideFrom;
  const widths = chart.pairs.flatMap(({ bars }) => bars.map(({ name }) => widthOf(palette, name, barNameStyle)));
  const named = Math.min(names.room, Math.max(0, ...widths));
  let y = frame.y + first;
  const marks: Mark[] = [];
  for (const [index, pair] of chart.pairs.entries()) {
    const sides = { x: frame.x, right, verdict: chart.verdict, named };
    const row = (isStacked ? stackedPair : pairMarks)(pair, index + 1, y, sides, palette);
    marks.push(...row.marks);
    const foot = Math.max(y + toHair, row.bottom + 8);
    if (index < chart.pairs.length - 1 || chart.limits.length > 0) {
      marks.push(rule(frame.x, right, foot, colours.hairline, 0.5));
    }
    y = foot + pitch - toHair;
  }
  let bottom = y - (pitch - toHair) - 6;
  for (const [index, limit] of chart.limits.entries()) {
    const line = Math.floor(index / limits.inLine);
    const place = isStacked
      ? { x: frame.x, y: index === 0 ? y + 4 : bottom + stacked.limit, width: frame.width }
      : {
          x: columnAt((index % limits.inLine) * limits.columns, frame.x),
          y: y + 4 + line * limits.pitch,
          width: span(limits.columns),
        };
    const drawn = limitMarks(limit, chart.pairs.length + index + 1, place, palette);
    marks.push(...drawn.marks);
    bottom = drawn.bottom;
  }
  return { marks, bottom };
}

/** The same with claim, ranges and verdict below each other. */
function stackedPair(
  pair: BulletinProof['pairs'][number],
  number: number,
  y: number,
  { x, right, verdict, named }: Sides,
  palette: Palette,
) {
  const indent = x + 17;
  const claim = textLines(pair.claim, claimStyle, indent, y, right - indent, palette);
  const how = textLines(pair.explanation, howStyle, indent, claim.bottom + 11, right - indent, palette);
  const top = how.bottom + 8;
  const end = x + Math.min(named, stacked.names);
  const scale = scaleOf(pair, end + 4, right, palette);
  const said = textLines(
    `${verdict}: ${pair.shared.label}`,
    howStyle,
    indent + 12,
    top + stacked.verdict,
    right - indent - 12,
    palette,
  );
  const marks: readonly Mark[] = [
    textMark(palette, String(number), numberStyle, { x, y }),
    ...claim.marks,
    ...how.marks,
    ...overlapMarks(pair.shared, scale, top - bar.over, bar.height, palette),
    ...pair.bars.flatMap((range, index) =>
      rangeBar(range, scale, { x: end, align: 'right', width: end - x }, top + index * bar.next, palette),
    ),
    tickMark(indent, top + stacked.verdict, palette),
    ...said.marks,
  ];
  return { marks, bottom: said.bottom };
}

interface Sides {
  readonly x: number;
  readonly right: number;
  readonly verdict: string;
  /** The width of the longest name of a bar. */
  readonly named: number;
}

function pairMarks(
  pair: BulletinProof['pairs'][number],
  number: number,
  y: number,
  { x, right, verdict, named }: Sides,
  palette: Palette,
) {
  const indent = x + 17;
  const end = columnAt(4, x) + names.end;
  const room = end - named - 10 - indent;
  const claim = textLines(pair.claim, claimStyle, indent, y, room, palette);
  const how = textLines(pair.explanation, howStyle, indent, claim.bottom + 11, room, palette);
  const [from, to] = [columnAt(4, x) + 108, right - 112];
  const scale = scaleOf(pair, from, to, palette);
  const tick = right - 62;
  const said = widthOf(palette, verdict, verdictStyle);
  const marks: readonly Mark[] = [
    textMark(palette, String(number), numberStyle, { x, y }),
    ...claim.marks,
    ...how.marks,
    ...overlapMarks(pair.shared, scale, y + bar.top - bar.over, bar.height, palette),
    ...pair.bars.flatMap((range, index) =>
      rangeBar(range, scale, { x: end, align: 'right', width: named }, y + bar.top + index * bar.next, palette),
    ),
    tickMark(right - said - 13, y + 7.5, palette),
    textMark(palette, verdict, verdictStyle, { x: right, y: y + 7.5, align: 'right' }),
    textMark(palette, pair.shared.label, fitted(palette, pair.shared.label, styles.tiny, right - tick + 24), {
      x: right,
      y: y + 18.5,
      align: 'right',
    }),
  ];
  return { marks, bottom: how.bottom };
}

/** The scale on which both ranges and the numbers at their ends have room. */
function scaleOf({ bars }: BulletinProof['pairs'][number], from: number, to: number, palette: Palette) {
  const [min, max] = [Math.min(...bars.map(({ lo }) => lo)), Math.max(...bars.map(({ hi }) => hi))];
  const labels = bars.flatMap(({ loLabel, hiLabel }) => [loLabel, hiLabel]);
  const room = Math.max(...labels.map((label) => widthOf(palette, label, styles.tiny))) + 8;
  return scaleLinear()
    .domain([min, max])
    .range([from + room, Math.max(from + room + 10, to - room)]);
}

function limitMarks(
  limit: BulletinProof['limits'][number],
  number: number,
  { x, y, width: room }: { readonly x: number; readonly y: number; readonly width: number },
  palette: Palette,
) {
  const { colours } = palette.theme;
  const [left, right] = [x + 14, x + room - 20];
  const width = right - left;
  // Side by side a claim has one line, and smaller type where it needs that.
  const claim =
    room > span(limits.columns)
      ? textLines(limit.claim, claimStyle, left, y, width + 14, palette)
      : textLines(
          limit.claim,
          fitted(palette, limit.claim, claimStyle, width + 14),
          left,
          y,
          Number.POSITIVE_INFINITY,
          palette,
        );
  const length = Math.max(1, Math.min(1, limit.value / (limit.limit || 1)) * width);
  const top = claim.bottom + limits.bar;
  const marks: readonly Mark[] = [
    textMark(palette, String(number), numberStyle, { x, y: y + 1 }),
    ...claim.marks,
    {
      mark: 'rect',
      x: left,
      y: top,
      width,
      height: limits.height,
      fill: '#FFFFFF',
      outline: { stroke: colours.textTertiary, weight: 0.6 },
    },
    outlined(left, top, length, limits.height, colours.turnoverTint, colours.turnover),
    { mark: 'line', x1: right, y1: top - 3, x2: right, y2: top + limits.height + 3, stroke: colours.text, weight: 1.5 },
    tickMark(right + 6, top + limits.height, palette),
    textMark(palette, limit.label, styles.tiny, { x: left, y: top + limits.height + 9.5 }),
  ];
  return { marks, bottom: top + limits.height + 9.5 };
}

function textLines(text: string, style: TextStyle, x: number, y: number, width: number, palette: Palette) {
  const lines = breakLines(palette, [{ text }], () => style, width);
  const marks = lines.map(({ segments }, index) => {
    const line = segments.map((segment) => segment.text).join('');
    return textMark(palette, line, style, { x, y: y + index * style.leading });
  });
  return { marks, bottom: y + (lines.length - 1) * style.leading };
}
