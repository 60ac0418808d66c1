import type { MonthBar, MonthsChart, MonthsPanel } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ToneColours, toneColours } from '../theme.ts';
import { annotationMarks } from './annotations.ts';
import { newestMonths } from './fewer.ts';
import { type ChartFrame, type Drawn, isNarrow, type Palette, textMark } from './frame.ts';
import { breakMarks, type MonthScale, monthAxisMarks, monthScale, yearLines } from './month-axis.ts';
import { isNear, type Stretch } from './placing.ts';
import { chartStyles as styles } from './styles.ts';

/** From the subtitle to the key, from there to the name of the first panel, and from a name to its highest bar. */
const head = { key: 14.5, name: 18, bars: 27 } as const;

/** From a base line to the caption of its strip, and the least from there to the zero line of the strip. */
const strip = { caption: 10.5, least: 3.5, height: 15, perPoint: 0.6, label: 9 } as const;

/** From the lowest ink of a strip to the name of the next panel, to the letters of the months, and to the years. */
const below = { name: 12, letters: 11, years: 22.5 } as const;

/** The height of the bars of all panels together, by default and at least, and that of the lowest panel. */
const bars = { default: 158, least: 84, panel: 24 } as const;

/** A strip of changes: how far its bars reach, and the points for a percentage point. */
interface Strip {
  /** From the base line above it to the room of its bars: its caption. */
  readonly above: number;
  readonly up: number;
  readonly down: number;
  readonly scale: number;
}

const noStrip: Strip = { above: 0, up: 0, down: 0, scale: 0 };

/** Months of flows on one scale, each with the year before and a strip of changes. */
export function months(whole: MonthsChart, frame: ChartFrame, palette: Palette): Drawn {
  const chart = isNarrow(frame) ? newestMonths(whole) : whole;
  const scale = monthScale(frame, chart.axis.letters.length);
  const strips = stripsOf(chart.panels);
  const first = frame.y + head.key + head.name;
  const around = strips.map(({ above, up, down }) => head.bars + above + up + down);
  const fixed = around.reduce((sum, height) => sum + height + below.name, 0) - below.name + below.years;
  const foot = frame.foot ?? first + fixed + bars.default;
  const heights = heightsOf(chart.panels, Math.max(bars.least, foot - first - fixed));
  const marks: Mark[] = [...keyMarks(chart, frame, frame.y + head.key, palette)];
  let name = first;
  for (const [index, panel] of chart.panels.entries()) {
    const shape = strips[index] ?? noStrip;
    const base = name + head.bars + (heights.each[index] ?? 0);
    const zero = base + shape.above + shape.up;
    marks.push(...panelMarks(panel, { frame, scale, name, base, perUnit: heights.perUnit }, palette));
    marks.push(...stripMarks(panel, chart.caption, { frame, scale, base, zero, shape }, palette));
    name = zero + shape.down + below.name;
  }
  const letters = name - below.name + below.letters;
  const lines = yearLines(chart.axis, scale, first + 4, letters - 7, palette);
  const axis = monthAxisMarks(chart.axis, scale, letters, palette);
  const bottom = letters + below.years - below.letters;
  return { marks: [...lines, ...marks, ...axis], bottom, next: bottom + 15 };
}

/** The strips of the panels, all on one scale. */
function stripsOf(panels: readonly MonthsPanel[]): readonly Strip[] {
  const largest = Math.max(...panels.flatMap(({ changes }) => changes.map(({ value }) => Math.abs(value))), 0);
  const scale = Math.min(strip.perPoint, strip.height / (largest || 1));
  return panels.map(({ changes }) => {
    if (changes.length === 0) return noStrip;
    const values = changes.map(({ value }) => value);
    const isLabelled = changes.some(({ value, label }) => value < 0 && label !== null);
    const down = Math.max(0, -Math.min(0, ...values)) * scale;
    const above = strip.caption + strip.least;
    return { above, up: Math.max(0, ...values) * scale, down: down + (isLabelled ? strip.label : 0), scale };
  });
}

/** The heights of the bars of each panel, and the points for a unit, which all panels share. */
function heightsOf(panels: readonly MonthsPanel[], room: number) {
  const largest = panels.map((panel) => Math.max(0, ...[...panel.bars, ...panel.ledges].map(({ value }) => value)));
  const sum = largest.reduce((total, next) => total + next, 0) || 1;
  const low = largest.map((most) => (room * most) / sum < bars.panel);
  const rest = room - low.filter(Boolean).length * bars.panel;
  const high = largest.filter((_, index) => !low[index]).reduce((total, next) => total + next, 0) || 1;
  const each = largest.map((most, index) => (low[index] ? bars.panel : (rest * most) / high));
  return { each, perUnit: Math.min(...each.map((height, index) => height / (largest[index] || height))) };
}

interface PanelFrame {
  readonly frame: ChartFrame;
  readonly scale: MonthScale;
  readonly name: number;
  readonly base: number;
  readonly perUnit: number;
}

function panelMarks(panel: MonthsPanel, { frame, scale, name, base, perUnit }: PanelFrame, palette: Palette) {
  const { colours } = palette.theme;
  const tone = toneColours(palette.theme, panel.tone);
  const columns = panel.bars.map((bar) => columnMark(bar, tone, base, bar.value * perUnit, scale));
  const ledges = panel.ledges.flatMap((ledge) => ledgeMarks(ledge, base - ledge.value * perUnit, scale, palette));
  const top = ({ at, months }: { readonly at: number; readonly months: number }) => {
    const under = [...panel.bars, ...panel.ledges].filter((bar) => bar.at < at + months && bar.at + bar.months > at);
    return base - Math.max(0, ...under.map(({ value }) => value)) * perUnit;
  };
  const style = restyle(styles.value, { colour: panel.tone === 'imports' ? 'importsText' : 'exports' });
  return [
    textMark(palette, panel.name, style, { x: frame.x, y: name }),
    ...columns,
    ...ledges,
    rule(frame.x, frame.x + frame.width, base, colours.text, 0.75),
    ...panel.breaks.flatMap(({ at, months }) => breakMarks(scale.x(at) + scale.over(months) / 2, base, palette)),
    ...annotationMarks(panel.annotations, { frame, scale, name, top }, palette),
  ];
}

/** A solid bar for a single month, an open one for months that are known only together. */
function columnMark(bar: MonthBar, tone: ToneColours, foot: number, height: number, scale: MonthScale): Mark {
  const [x, width, size] = [scale.x(bar.at), scale.over(bar.months), Math.max(0.6, Math.abs(height))];
  const top = height < 0 ? foot : foot - size;
  return bar.months > 1
    ? outlined(x, top, width, size, tone.tint, tone.solid)
    : filled(x, top, width, size, tone.solid);
}

/** A line of ink on a white halo; dashed where it is the mean of several months. */
function ledgeMarks({ at, months }: MonthBar, y: number, scale: MonthScale, palette: Palette): readonly Mark[] {
  const ends = { x1: scale.x(at) - 1.3, y1: y, x2: scale.x(at) + scale.over(months) + 1.3, y2: y };
  const dash = months > 1 ? { dash: [2, 1.4] as const } : {};
  return [
    { mark: 'line', ...ends, stroke: '#FFFFFF', weight: 2.8 },
    { mark: 'line', ...ends, stroke: palette.theme.colours.text, weight: 1.2, ...dash },
  ];
}

interface StripFrame {
  readonly frame: ChartFrame;
  readonly scale: MonthScale;
  readonly base: number;
  readonly zero: number;
  readonly shape: Strip;
}

function stripMarks(
  { tone, changes }: MonthsPanel,
  caption: string,
  { frame, scale, base, zero, shape }: StripFrame,
  palette: Palette,
): readonly Mark[] {
  if (changes.length === 0) return [];
  const colours = toneColours(palette.theme, tone);
  const columns = changes.map((change) => columnMark(change, colours, zero, change.value * shape.scale, scale));
  const labels = stripLabels(changes, { frame, scale, base, zero, shape }, palette);
  const width = widthOf(palette, caption, styles.tiny);
  const free = freeStretch(width, frame, labels);
  const captionAt = free ?? frame.x;
  const room = { left: captionAt, right: captionAt + width };
  // Where the caption has no room of its own it stands first, and labels give way.
  const kept = free === null ? labels.filter((label) => !label.above || !isNear(label, room, 6)) : labels;
  return [
    ...columns,
    rule(frame.x, frame.x + frame.width, zero, palette.theme.colours.textTertiary, 0.5),
    ...kept.map(({ mark }) => mark),
    textMark(palette, caption, styles.tiny, { x: captionAt, y: base + strip.caption }),
  ];
}

interface StripLabel extends Stretch {
  readonly above: boolean;
  readonly mark: Mark;
}

/** Labels beyond the bars around them, the most important first; those without room are left out. */
function stripLabels(
  changes: MonthsPanel['changes'],
  { frame, scale, zero, shape }: StripFrame,
  palette: Palette,
): readonly StripLabel[] {
  const placed: StripLabel[] = [];
  for (const { at, months, value, label } of changes) {
    if (label === null) continue;
    const half = widthOf(palette, label, styles.stripLabel) / 2;
    const middle = scale.x(at) + scale.over(months) / 2;
    const x = Math.min(Math.max(middle, frame.x + half), frame.x + frame.width - half);
    const room = { left: x - half, right: x + half };
    const above = value >= 0;
    if (placed.some((other) => other.above === above && isNear(other, room, 2))) continue;
    const around = changes.filter((bar) => {
      return isNear({ left: scale.x(bar.at), right: scale.x(bar.at) + scale.over(bar.months) }, room, 0);
    });
    const reach = Math.max(...around.map((bar) => (above ? bar.value : -bar.value)), 0) * shape.scale;
    const y = above ? zero - reach - 2.5 : zero + reach + 7.5;
    placed.push({ ...room, above, mark: textMark(palette, label, styles.stripLabel, { x, y, align: 'centre' }) });
  }
  return placed;
}

/** The first x at which a text of that width is clear of the labels above the line; null where it is nowhere. */
function freeStretch(width: number, { x, width: room }: ChartFrame, labels: readonly StripLabel[]): number | null {
  const above = labels.filter((label) => label.above);
  const starts = [x, ...above.map(({ right }) => right + 8)].toSorted((a, b) => a - b);
  const free = starts.find((left) => {
    const stretch = { left, right: left + width };
    return stretch.right <= x + room && !above.some((label) => isNear(label, stretch, 6));
  });
  return free ?? null;
}

/** What the marks of the panels mean, in one line. */
function keyMarks({ key, panels }: MonthsChart, { x, width }: ChartFrame, y: number, palette: Palette) {
  const marks: Mark[] = [];
  let left = x;
  const entry = (size: number, swatch: readonly Mark[], word: string) => {
    const end = left + size + 4 + widthOf(palette, word, styles.tiny);
    if (end > x + width) return;
    marks.push(...swatch, textMark(palette, word, styles.tiny, { x: left + size + 4, y }));
    left = end + 13;
  };
  const tones = panels.map(({ tone }) => toneColours(palette.theme, tone));
  const [first] = tones;
  if (!first) return marks;
  entry(
    8 * tones.length - 1,
    tones.map(({ solid }, at) => filled(left + at * 8, y - 6, 7, 6.5, solid)),
    key.month,
  );
  if (key.together) entry(11, [outlined(left, y - 6, 11, 6.5, first.tint, first.solid)], key.together);
  if (key.earlier) entry(12, [rule(left, left + 12, y - 2.6, palette.theme.colours.text, 1.2)], key.earlier);
  return marks;
}
