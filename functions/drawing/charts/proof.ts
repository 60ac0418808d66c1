import { scaleLinear } from 'd3-scale';
import type { ProofChart, ProofRow, RangeBar } from '../../document/index.ts';
import { columnAt, span } from '../grid.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { restyle, type TextStyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, fitted, type LabelPlace, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** The heights in points of a row with two ranges and of one with a limit. */
const heights = { ranges: 78, limit: 72 } as const;

/** The distance in points from the last line of a row to the first of the next: by default, and on a tight page. */
const pitch = { default: 34, tight: 24 } as const;

/** How many points closer together the rows of a tight page may move. */
const closest = 9;

/** From the first line of a row to the names under its limit, in points. */
const limitDepth = 42;

const claimStyle = restyle(styles.name, { leading: 11.375 });
const explanationStyle: TextStyle = restyle(styles.softSmall, { size: 7.75, leading: 9.75 });
const unitStyle: TextStyle = restyle(styles.tiny, { leading: 9.25 });
/** How the name of a bar is set. */
export const barNameStyle = restyle(styles.axisStrong, { colour: 'text' });
const verdictStyle = restyle(styles.name, { colour: 'exports' });

/** The columns of the rows. */
interface Columns {
  readonly left: number;
  readonly names: number;
  /** Where bars begin, ranges end and limits are. */
  readonly bars: number;
  readonly rangesEnd: number;
  readonly limit: number;
  readonly verdict: number;
  readonly right: number;
}

/** From the explanation of a claim to its evidence, and from there to its verdict, where they stand below each other. */
const stacked = { evidence: 18, verdict: 46 } as const;

/** A frame narrower than this has no room for claim, evidence and verdict side by side, in points. */
const sideBySideFrom = 450;

function columnsOf({ x, width }: ChartFrame): Columns {
  if (width < sideBySideFrom) {
    const right = x + width;
    const [names, bars] = [x, x + 78];
    return { left: x, names, bars, rangesEnd: right, limit: right - 20, verdict: x + 17, right };
  }
  const [evidence, right] = [columnAt(4, x), x + width];
  return {
    left: x,
    names: evidence - 8,
    bars: evidence + 58,
    rangesEnd: right - 84,
    limit: right - 100,
    verdict: right - 68,
    right,
  };
}

/** The arithmetic proof: the claim, evidence and verdict of each check. */
export function proof(chart: ProofChart, frame: ChartFrame, palette: Palette): Drawn {
  const columns = columnsOf(frame);
  const isStacked = frame.width < sideBySideFrom;
  let y = frame.y + 24;
  let last = y;
  const marks = chart.rows.flatMap((row, index): readonly Mark[] => {
    const drawn = (isStacked ? stackedRow : rowMarks)(row, index + 1, y, columns, palette);
    const tight = frame.squeeze !== null;
    const closer = Math.min(closest, (frame.squeeze ?? 0) / 3);
    last = y;
    const min = heights[row.evidence.kind] - (tight ? 10 + closer : 0);
    const height = isStacked
      ? drawn.height + pitch.default
      : Math.max(min, drawn.height + (tight ? pitch.tight - closer : pitch.default));
    const line = y + height - (tight ? 14 - closer / 3 : 19);
    y += height;
    const hair =
      index < chart.rows.length - 1
        ? [rule(columns.left, columns.right, line, palette.theme.colours.hairline, 0.5)]
        : [];
    return [...drawn.marks, ...hair];
  });
  const bottom = isStacked ? y - 19 : Math.max(y - 19, last + limitDepth);
  return { marks, bottom, next: Math.max(y - 14, bottom + 13) };
}

function rowMarks(
  row: ProofRow,
  number: number,
  y: number,
  columns: Columns,
  palette: Palette,
): { marks: readonly Mark[]; height: number } {
  const numberStyle = restyle(styles.callout, { size: 12.5, colour: 'exports' });
  const x = columns.left + 17;
  const width = span(4) - 34;
  const claim = textLines(row.claim, claimStyle, x, y, width, palette);
  const explained = claim.bottom + 11.5;
  const explanation = textLines(row.explanation, explanationStyle, x, explained, width, palette);
  const evidence =
    row.evidence.kind === 'ranges'
      ? rangeMarks(row.evidence, y, columns, palette)
      : limitMarks(row.evidence, y, columns, palette);
  const marks: readonly Mark[] = [
    textMark(palette, String(number), numberStyle, { x: columns.left, y }),
    ...claim.marks,
    ...explanation.marks,
    textMark(palette, row.unit, styles.tiny, { x: columns.names, y: y - 0.5 }),
    ...evidence,
    ...verdictMarks(row, y, columns, palette),
  ];
  return { marks, height: explanation.bottom - y };
}

/** The same with claim, evidence and verdict below each other. */
function stackedRow(row: ProofRow, number: number, y: number, columns: Columns, palette: Palette) {
  const numberStyle = restyle(styles.callout, { size: 12.5, colour: 'exports' });
  const x = columns.left + 17;
  const width = columns.right - x;
  const claim = textLines(row.claim, claimStyle, x, y, width, palette);
  const explanation = textLines(row.explanation, explanationStyle, x, claim.bottom + 11.5, width, palette);
  const unit = textLines(row.unit, unitStyle, x, explanation.bottom + 11.5, width, palette);
  const top = unit.bottom + stacked.evidence - 12;
  const evidence =
    row.evidence.kind === 'ranges'
      ? rangeMarks(row.evidence, top, columns, palette)
      : limitMarks(row.evidence, top, columns, palette);
  const detail = row.detail.join(' ');
  const verdict = textLines(
    `${row.verdict}: ${detail}`,
    explanationStyle,
    x + 12,
    top + stacked.verdict + 12,
    width - 12,
    palette,
  );
  const marks: readonly Mark[] = [
    textMark(palette, String(number), numberStyle, { x: columns.left, y }),
    ...[claim, explanation, unit].flatMap((text) => text.marks),
    ...evidence,
    tickMark(x, top + stacked.verdict + 12, palette),
    ...verdict.marks,
  ];
  return { marks, height: verdict.bottom - y };
}

function textLines(text: string, style: TextStyle, x: number, y: number, width: number, palette: Palette) {
  const lines = breakLines(palette, [{ text }], () => style, width);
  const marks = lines.map((line, index) =>
    textMark(palette, line.segments.map((segment) => segment.text).join(''), style, {
      x,
      y: y + index * style.leading,
    }),
  );
  return { marks, bottom: y + (lines.length - 1) * style.leading };
}

/** A tick and the verdict, with the ranges of both sides. */
function verdictMarks(row: ProofRow, y: number, { verdict, right }: Columns, palette: Palette): readonly Mark[] {
  const at = y + 14;
  return [
    tickMark(verdict, at, palette),
    textMark(palette, row.verdict, verdictStyle, { x: verdict + 12, y: at }),
    ...row.detail
      .flatMap((text) => breakLines(palette, [{ text }], () => styles.softSmall, right - verdict))
      .map((line, index) =>
        textMark(palette, line.segments.map(({ text }) => text).join(''), styles.softSmall, {
          x: verdict,
          y: at + 12 + index * 9.75,
        }),
      ),
  ];
}

/** A tick that begins at `x`, on the baseline `y`. */
export function tickMark(x: number, y: number, palette: Palette): Mark {
  return {
    mark: 'polygon',
    rings: [[x, y - 3.4, x + 2.8, y - 0.4, x + 8, y - 7]],
    stroke: { colour: palette.theme.colours.exports, weight: 1.6 },
    open: true,
  };
}

type Ranges = Extract<ProofRow['evidence'], { kind: 'ranges' }>;

/** Two ranges on one magnified scale. Their overlap is shaded. */
function rangeMarks({ bars: pair, shared }: Ranges, y: number, columns: Columns, palette: Palette): readonly Mark[] {
  const min = Math.min(...pair.map(({ lo }) => lo));
  const max = Math.max(...pair.map(({ hi }) => hi));
  const labels = Math.max(...pair.map(({ loLabel }) => widthOf(palette, loLabel, styles.tiny))) + 6;
  const room = columns.rangesEnd - columns.bars;
  const padding = Math.max(0.42, labels / Math.max(labels, room - 2 * labels)) * (max - min);
  const x = scaleLinear()
    .domain([min - padding, max + padding])
    .range([columns.bars, columns.rangesEnd]);
  return [
    ...overlapMarks(shared, x, y + 4, 40.5, palette),
    ...pair.flatMap((bar, index) => rangeBar(bar, x, { x: columns.names }, y + 8 + index * 22.75, palette)),
  ];
}

/** What both ranges allow as a shaded band over both bars. */
export function overlapMarks(
  { lo, hi }: { readonly lo: number; readonly hi: number },
  x: (value: number) => number,
  top: number,
  height: number,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const [from, to] = [x(lo), x(hi)];
  const edge = (at: number): Mark => ({
    mark: 'line',
    x1: at,
    y1: top,
    x2: at,
    y2: top + height,
    stroke: colours.exports,
    weight: 0.5,
  });
  return [filled(from, top, Math.max(0.5, to - from), height, colours.exportsTint), edge(from), edge(to)];
}

/** The bar of a range from `top` down, with its name and the numbers at its ends. */
export function rangeBar(
  bar: RangeBar,
  x: (value: number) => number,
  name: Omit<LabelPlace, 'y'> & { readonly width?: number },
  top: number,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const [from, to] = [x(bar.lo), x(bar.hi)];
  const width = Math.max(3, to - from);
  const drawn = bar.calculated
    ? outlined(from, top, width, 9.75, colours.turnoverTint, colours.turnover)
    : filled(from, top, width, 9.75, colours.turnover);
  return [
    textMark(palette, bar.name, fitted(palette, bar.name, barNameStyle, name.width ?? Number.POSITIVE_INFINITY), {
      ...name,
      y: top + 7.8,
    }),
    drawn,
    textMark(palette, bar.loLabel, styles.tiny, { x: from - 4, y: top + 7.6, align: 'right' }),
    textMark(palette, bar.hiLabel, styles.tiny, { x: to + 4, y: top + 7.6 }),
  ];
}

type Limit = Extract<ProofRow['evidence'], { kind: 'limit' }>;

/** A bar from zero and the limit that it must not exceed. */
function limitMarks(
  limit: Limit,
  y: number,
  { names, bars: zero, limit: end, right }: Columns,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const x = scaleLinear()
    .domain([0, limit.limit || 1])
    .range([zero, end]);
  const top = y + 16;
  const length = Math.max(3, x(limit.value) - zero);
  const drawn = limit.calculated
    ? outlined(zero, top, length, 9.75, colours.turnoverTint, colours.turnover)
    : filled(zero, top, length, 9.75, colours.turnover);
  const labelWidth = widthOf(palette, limit.label, styles.tiny);
  const inside = limit.calculated && labelWidth + 10 < length;
  // A label that would run through the limit and out of the frame stands over its bar.
  const beside = zero + length + 5;
  const fits = beside + labelWidth <= right;
  const label = inside
    ? textMark(palette, limit.label, restyle(styles.tiny, { colour: 'text' }), {
        x: zero + length - 5,
        y: top + 7.6,
        align: 'right',
      })
    : textMark(palette, limit.label, styles.tiny, fits ? { x: beside, y: top + 7.6 } : { x: zero + 4, y: top - 3 });
  const vertical = (at: number, from: number, to: number, weight: number): Mark => ({
    mark: 'line',
    x1: at,
    y1: from,
    x2: at,
    y2: to,
    stroke: colours.text,
    weight,
  });
  return [
    textMark(palette, limit.name, restyle(styles.axisStrong, { colour: 'text' }), { x: names, y: top + 7.8 }),
    drawn,
    vertical(end, y + 9, y + 33, 1.5),
    vertical(zero, y + 12, y + 29, 0.5),
    label,
    textMark(palette, '0', styles.tiny, { x: zero, y: y + limitDepth, align: 'centre' }),
    textMark(palette, limit.limitLabel, styles.tiny, { x: end, y: y + limitDepth, align: 'centre' }),
  ];
}
