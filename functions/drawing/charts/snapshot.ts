import type { Label, Snapshot } from '../../document/index.ts';
import { columnAt, span } from '../grid.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle, type TextStyle, widthOf } from '../text/styles.ts';
import { toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, fitted, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';

/** From the subtitle to the heads, and from the heads to the foot of the block, in points. */
const at = { heads: 16, foot: 84 } as const;

/**
 * The table of flows in the width of five columns: the right edges of its columns, which move left where the column beside
 * has not enough room and right in a wider table, the least distance between columns, and the height of a row, in points.
 */
const table = { value: 118, times: 156, apart: 5, row: 18 } as const;

/** The bars of shares and of regions in points: names, room, height and distance from one to the next. */
const shares = { x: 6.5, names: 44, width: 138, height: 15, pitch: 25 } as const;
const regions = { gap: 16, names: 62, amount: 24, height: 8.5, pitch: 15.4 } as const;

/** A frame narrower than this has no room for the parts side by side, in points. */
const sideBySideFrom = 470;

/** From one part to the heads of the next where they stand below each other. */
const below = 22;

/** A breakdown in one block: flows as a table, Russia’s shares and the regions as bars. */
export function snapshot(chart: Snapshot, frame: ChartFrame, palette: Palette): Drawn {
  const heads = frame.y + at.heads;
  if (frame.width < sideBySideFrom) return stacked(chart, frame, palette);
  const sharesAt = columnAt(5, frame.x) + shares.x;
  const regionsAt = sharesAt + shares.width + regions.gap;
  const marks = [
    ...flowMarks(chart, { left: frame.x, right: frame.x + span(5) }, heads, palette),
    ...shareMarks(chart, { left: sharesAt, right: sharesAt + shares.width }, heads, palette),
    ...regionMarks(chart, { left: regionsAt, right: frame.x + frame.width }, heads, palette),
  ];
  return { marks, bottom: heads + at.foot, next: heads + at.foot + 14 };
}

/** The same parts below each other. */
function stacked(chart: Snapshot, frame: ChartFrame, palette: Palette): Drawn {
  const sides = { left: frame.x, right: frame.x + frame.width };
  const flowsAt = frame.y + at.heads;
  const sharesAt = flowsAt + 4 + chart.flows.length * table.row + below;
  const regionsAt = chart.shares ? sharesAt + 10 + chart.shares.bars.length * shares.pitch + below : sharesAt;
  const marks = [
    ...flowMarks(chart, sides, flowsAt, palette),
    ...shareMarks(chart, sides, sharesAt, palette),
    ...regionMarks(chart, sides, regionsAt, palette),
  ];
  const bottom = chart.regions ? regionsAt + 10 + chart.regions.bars.length * regions.pitch : regionsAt - below;
  return { marks, bottom, next: bottom + 14 };
}

interface Sides {
  readonly left: number;
  readonly right: number;
}

function flowMarks(
  { heads, flows }: Snapshot,
  { left: x, right }: Sides,
  y: number,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const head = (text: string, end: number) =>
    textMark(palette, text, chartStyles.headSmall, { x: end, y, align: 'right' });
  const [unit, times, growth] = heads;
  const widest = (labels: readonly (Label | null)[], style: TextStyle) =>
    Math.max(0, ...labels.map((label) => (label ? widthOf(palette, label.text, style) : 0)));
  const growths = widest(
    flows.map((flow) => flow.growth),
    chartStyles.soft,
  );
  const spread = Math.max(1, (right - x) / span(5));
  const timesEnd = Math.min(x + table.times * spread, right - growths - table.apart);
  const multiples = widest(
    flows.map((flow) => flow.times),
    chartStyles.category,
  );
  const valueEnd = Math.min(x + table.value * spread, timesEnd - multiples - table.apart);
  const rows = flows.flatMap((flow, index) => {
    const base = y + 4 + (index + 1) * table.row - 6;
    const place = (end: number) => ({ x: end, y: base, align: 'right' as const });
    const isLast = index === flows.length - 1;
    return [
      textMark(palette, flow.name, restyle(chartStyles.category, { face: 'sansMedium' }), { x, y: base }),
      ...labelMarks(palette, flow.value, chartStyles.valueLarge, place(valueEnd)),
      ...(flow.times ? labelMarks(palette, flow.times, chartStyles.category, place(timesEnd)) : []),
      ...(flow.growth ? labelMarks(palette, flow.growth, chartStyles.soft, place(right)) : []),
      rule(x, right, base + 6, isLast ? colours.textSecondary : colours.hairline, isLast ? 0.5 : 0.4),
    ];
  });
  return [
    head(unit, valueEnd),
    head(times, timesEnd),
    head(growth, right),
    rule(x, right, y + 4, colours.textSecondary, 0.5),
    ...rows,
  ];
}

function shareMarks(
  { shares: chart }: Snapshot,
  { left: x, right }: Sides,
  y: number,
  palette: Palette,
): readonly Mark[] {
  if (!chart) return [];
  const { colours } = palette.theme;
  const left = x + shares.names;
  const width = right - left;
  const head = textMark(palette, chart.head, chartStyles.headSmall, { x: left, y });
  const bars = chart.bars.flatMap(({ tone, name, share, label }, index): readonly Mark[] => {
    const top = y + 10 + index * shares.pitch;
    const { solid, onSolid } = toneColours(palette.theme, tone);
    const inside = (width * share) / 100;
    const fits = inside > 26;
    const number = textMark(palette, label, chartStyles.value, { x: left + (fits ? 5 : inside + 4), y: top + 10.6 });
    return [
      outlined(left, top, width, shares.height, colours.rest, colours.textTertiary),
      filled(left, top, inside, shares.height, solid),
      fits ? { ...number, colour: onSolid } : number,
      textMark(palette, name, fitted(palette, name, restyle(chartStyles.axis, { colour: 'text' }), shares.names - 3), {
        x,
        y: top + 10.6,
      }),
    ];
  });
  return [head, ...bars];
}

function regionMarks(
  { regions: chart }: Snapshot,
  { left, right }: Sides,
  y: number,
  palette: Palette,
): readonly Mark[] {
  if (!chart) return [];
  const style = restyle(chartStyles.axis, { colour: 'text' });
  const room = right - left - regions.names - regions.amount;
  const most = Math.max(...chart.bars.map(({ share }) => share)) || 1;
  const head = fitted(palette, chart.head, chartStyles.headSmall, right - left);
  const bars = chart.bars.flatMap(({ name, share, label }, index): readonly Mark[] => {
    const top = y + 10 + index * regions.pitch;
    const bar = left + regions.names;
    const length = Math.max(0.6, (room * share) / most);
    return [
      textMark(palette, name, fitted(palette, name, style, regions.names - 3), { x: left, y: top + 7 }),
      filled(bar, top, length, regions.height, palette.theme.colours.exports),
      textMark(palette, label, restyle(chartStyles.value, { size: 8 }), { x: bar + length + 4, y: top + 7 }),
    ];
  });
  return [textMark(palette, chart.head, head, { x: left, y }), ...bars];
}
