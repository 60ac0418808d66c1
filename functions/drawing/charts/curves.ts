import { scaleLinear } from 'd3-scale';
import type { CurvesChart } from '../../document/index.ts';
import { type Mark, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ToneColours, toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, fitted, type Palette, type Plot, textMark } from './frame.ts';
import { spread } from './placing.ts';
import { chartStyles as styles } from './styles.ts';

/** The room right of December for the values of whole years, and the default and least height of the plot, in points. */
const plot = { right: 62, height: 121, min: 60 } as const;

/** The distances from the subtitle to the highest point that are tried until the label of the current year has room. */
const headrooms = [20.75, 28, 36, 44] as const;

/** The least distance between the labels of years, in points. */
const apart = 9.5;

type Year = CurvesChart['years'][number];
type Points = Year['points'];

/** Values since January: the current year in its colour with a disc, the year before with a ring at the same month. */
export function curves(chart: CurvesChart, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const tone = toneColours(palette.theme, chart.tone);
  const base = Math.max(frame.foot ?? frame.y + headrooms[0] + plot.height, frame.y + headrooms[0] + plot.min);
  const [left, right] = [frame.x, frame.x + frame.width - plot.right];
  const largest = Math.max(...chart.years.flatMap(({ points }) => points.map(({ value }) => value)), 0) || 1;
  const tried = headrooms.map((headroom) => {
    const x = scaleLinear().domain([0, 12]).range([left, right]);
    const y = scaleLinear()
      .domain([0, largest])
      .range([base, frame.y + headroom]);
    const area: Plot = { x, y, left, right, base };
    return { area, label: currentLabel(chart, area, tone, palette) };
  });
  const { area, label } = tried.find((attempt) => attempt.label.top >= frame.y + 6) ??
    tried[tried.length - 1] ?? { area: null, label: null };
  if (!area || !label) return { marks: [], bottom: frame.y };
  const ticks = chart.axis.flatMap(({ name, after }): readonly Mark[] => [
    { mark: 'line', x1: area.x(after), y1: base, x2: area.x(after), y2: base + 3, stroke: colours.text, weight: 0.75 },
    textMark(palette, name, styles.axisStrong, { x: area.x(after), y: base + 12.5, align: 'centre' }),
  ]);
  const lines = chart.years.flatMap(({ points }, index) => {
    const back = chart.years.length - 1 - index;
    const stroke = back === 0 ? tone.solid : colours.textTertiary;
    return lineMarks(points, area, stroke, back === 0 ? 2.5 : back === 1 ? 1.5 : 0.6);
  });
  const marks = [
    ...ticks,
    ...dropLine(chart, area, palette),
    ...lines,
    rule(left, right, base, colours.text, 0.75),
    ...endLabels(chart, area, palette),
    ...pointMarks(chart, area, tone, palette),
    ...label.marks,
  ];
  return { marks, bottom: base + 12.5, next: base + 28 };
}

/** A line from zero through the points; over months that are not known between two of them it is dotted. */
function lineMarks(points: Points, { x, y }: Plot, stroke: string, weight: number): readonly Mark[] {
  const all = [{ after: 0, value: 0 }, ...points];
  const runs: { after: number; value: number }[][] = [];
  const dotted: Mark[] = [];
  for (const [index, point] of all.entries()) {
    const before = all[index - 1];
    if (before && point.after === before.after + 1) runs.at(-1)?.push(point);
    else runs.push([point]);
    if (!before || point.after === before.after + 1) continue;
    const ends = { x1: x(before.after), y1: y(before.value), x2: x(point.after), y2: y(point.value) };
    dotted.push({ mark: 'line', ...ends, stroke, weight: Math.max(1.2, weight), dash: [0.1, 3], round: true });
  }
  const solid = runs
    .filter((run) => run.length > 1)
    .map((run): Mark => {
      const ring = run.flatMap(({ after, value }) => [x(after), y(value)]);
      return { mark: 'polygon', rings: [ring], stroke: { colour: stroke, weight }, open: true };
    });
  return [...solid, ...dotted];
}

/** The thin line from the newest value down to the axis. */
function dropLine({ years }: CurvesChart, { x, y, base }: Plot, palette: Palette): readonly Mark[] {
  const newest = years.at(-1)?.points.at(-1);
  if (!newest) return [];
  const at = x(newest.after);
  const { textTertiary } = palette.theme.colours;
  return [{ mark: 'line', x1: at, y1: base, x2: at, y2: y(newest.value), stroke: textTertiary, weight: 0.5 }];
}

/** A disc at the newest value, and a ring at the same month of the year before. */
function pointMarks({ years }: CurvesChart, { x, y }: Plot, tone: ToneColours, palette: Palette): readonly Mark[] {
  const newest = years.at(-1)?.points.at(-1);
  const before = years.at(-2)?.points.find(({ after }) => after === newest?.after);
  const outline = { stroke: palette.theme.colours.textTertiary, weight: 1.2 };
  return [
    ...(before
      ? [{ mark: 'circle', x: x(before.after), y: y(before.value), radius: 2.4, fill: '#FFFFFF', outline } as const]
      : []),
    ...(newest
      ? [{ mark: 'circle', x: x(newest.after), y: y(newest.value), radius: 3.8, fill: tone.solid } as const]
      : []),
  ];
}

/** The newest value with its period, left of its disc and above every line there. */
function currentLabel({ years, current }: CurvesChart, area: Plot, tone: ToneColours, palette: Palette) {
  const newest = years.at(-1)?.points.at(-1);
  if (!newest) return { marks: [], top: Number.POSITIVE_INFINITY };
  const colour = tone.text === palette.theme.colours.exports ? 'exports' : 'importsText';
  const [value, period] = [restyle(styles.callout, { colour }), restyle(styles.head, { colour })];
  const width = Math.max(widthOf(palette, current.value, value), widthOf(palette, current.period, period));
  const right = Math.max(area.x(newest.after) - 7, area.left + width);
  const crossed = years.flatMap(({ points }) => heightsUpTo(points, right, area));
  const y = Math.min(area.y(newest.value) - 6, ...crossed.map((height) => height - 5));
  const marks = [
    textMark(palette, current.period, period, { x: right, y: y - 13, align: 'right' }),
    textMark(palette, current.value, value, { x: right, y, align: 'right' }),
  ];
  return { marks, top: y - 19 };
}

/** How high a line is at an x: it never falls, so nothing left of it is higher. */
function heightsUpTo(points: Points, right: number, { x, y }: Plot): readonly number[] {
  const all = [{ after: 0, value: 0 }, ...points];
  const next = all.findIndex(({ after }) => x(after) >= right);
  const [a, b] = [all[next < 0 ? all.length - 1 : Math.max(0, next - 1)], all[next < 0 ? all.length - 1 : next]];
  if (!a || !b) return [];
  const share = x(b.after) === x(a.after) ? 1 : (right - x(a.after)) / (x(b.after) - x(a.after));
  return [y(a.value) + (y(b.value) - y(a.value)) * Math.min(1, Math.max(0, share))];
}

/** The values of whole years right of December, moved apart. */
function endLabels({ years }: CurvesChart, { y, right, base }: Plot, palette: Palette): readonly Mark[] {
  const ends = years.flatMap(({ name, points, end }, index) => {
    const last = points.at(-1);
    return end === null || !last
      ? []
      : [{ name, end, wanted: y(last.value) + 2.8, strong: index === years.length - 2 }];
  });
  const heights = spread(
    ends.map(({ wanted }) => wanted),
    apart,
    0,
    base,
  );
  return ends.flatMap(({ name, end, strong }, index) => {
    const style = strong ? styles.headSmall : styles.softSmall;
    const at = heights[index] ?? base;
    const value = fitted(palette, end, style, plot.right - 26);
    return [
      textMark(palette, name, style, { x: right + 5, y: at }),
      textMark(palette, end, value, { x: right + 27, y: at }),
    ];
  });
}
