import { scaleLinear } from 'd3-scale';
import type { CoverageChart } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { restyle, sizeOf, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, fitted, isNarrow, type Palette, shortened, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';

/** Where the rows begin under the subtitle, and their largest and smallest height, in points. */
const at = { top: 22, pitch: 20.2, least: 13 } as const;

/** The room for names at least and at most, from there to the axis, and the column of ages, in points. */
const columns = { names: 114, mostNames: 148, toAxis: 4, ages: 39.33 } as const;

/** How much wider a text may be than its room: the sum of roundings. */
const rounding = 0.1;

/** The columns on a narrow frame. */
const narrow = { names: 88, ages: 20 } as const;

/** The marks of a period and of a date, in points. */
const mark = { bar: 5.2, disc: 2.8 } as const;

/** From the last row to the names of the years and to the source line, in points. */
const foot = { years: 6, source: 20 } as const;

/** A row for each subject: the periods and dates that have a figure on one axis, and the age of the latest. */
export function coverage(chart: CoverageChart, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const top = frame.y + at.top;
  const right = frame.x + frame.width;
  const isOnPhone = isNarrow(frame);
  const names = isOnPhone ? narrow.names : namesRoom(chart, palette);
  const left = frame.x + names + columns.toAxis;
  const end = right - (isOnPhone ? narrow.ages : columns.ages);
  const room = ((frame.foot ?? Number.POSITIVE_INFINITY) - top) / chart.rows.length;
  const pitch = Math.max(at.least, Math.min(at.pitch, room));
  const bottom = top + pitch * chart.rows.length;
  const x = scaleLinear().domain([0, chart.months]).range([left, end]);
  const head = textMark(palette, chart.head, chartStyles.headSmall, { x: right, y: top - 7, align: 'right' });
  const rows = chart.rows.map((row, index) => {
    const middle = top - 3.5 + (index + 0.5) * pitch;
    return { row, middle, line: top - 3.5 + (index + 1) * pitch };
  });
  return {
    marks: [
      ...chart.years.map(
        ({ start }): Mark => ({
          mark: 'line',
          x1: x(start),
          y1: top - 3.5,
          x2: x(start),
          y2: bottom - 3.5,
          stroke: colours.hairline,
          weight: 0.5,
        }),
      ),
      rule(frame.x, right, top - 3.5, colours.textSecondary, 0.5),
      ...rows.flatMap(({ row, middle, line }) => [
        rule(left, end, middle, colours.rule, 0.5),
        ...spanMarks(row, middle, x, palette),
        ...rowTexts(row, frame, { middle, names, pitch }, palette),
        rule(frame.x, right, line, colours.hairline, 0.4),
      ]),
      rule(left, end, bottom - 3.5, colours.text, 0.75),
      ...yearNames(chart, { x, y: bottom + foot.years, isCrowded: isOnPhone }, palette),
      head,
    ],
    bottom: bottom + foot.years,
    next: bottom + foot.source,
  };
}

type Row = CoverageChart['rows'][number];

function nameStyle({ faint }: Pick<Row, 'faint'>) {
  return restyle(chartStyles.axis, { face: faint ? 'sansRegular' : 'sansMedium', colour: 'text' });
}

/** The width of the names: more than usual only where their type may not become smaller. */
function namesRoom({ rows }: CoverageChart, palette: Palette): number {
  if (palette.leastSize === undefined) return columns.names;
  const widths = rows.map((row) => widthOf(palette, row.name, nameStyle(row)));
  return Math.min(columns.mostNames, Math.max(columns.names, ...widths));
}

function rowTexts(
  { name: full, age, faint }: Row,
  frame: ChartFrame,
  { middle, names, pitch }: { readonly middle: number; readonly names: number; readonly pitch: number },
  palette: Palette,
): readonly Mark[] {
  const style = fitted(palette, full, nameStyle({ faint }), names);
  const [first = '', second, more] = breakLines(palette, [{ text: full }], () => style, names + rounding).map(
    ({ segments }) => segments.map(({ text }) => text).join(''),
  );
  const leading = sizeOf(palette, style) * 1.1;
  const hasTwo = second !== undefined && more === undefined && pitch >= 2 * leading;
  const lines = hasTwo ? [first, second] : [shortened(palette, full, style, names + rounding)];
  const y = middle + 3 - ((lines.length - 1) * leading) / 2;
  return [
    ...lines.map((text, index) => textMark(palette, text, style, { x: frame.x, y: y + index * leading })),
    textMark(palette, age, chartStyles.value, { x: frame.x + frame.width, y: middle + 3, align: 'right' }),
  ];
}

function spanMarks({ spans }: Row, y: number, x: (month: number) => number, palette: Palette): readonly Mark[] {
  const { exports, exportsMuted } = palette.theme.colours;
  return spans.map(({ start, months, latest }): Mark => {
    const fill = latest ? exports : exportsMuted;
    if (months > 1) return filled(x(start), y - mark.bar / 2, x(start + months) - x(start), mark.bar, fill);
    const outline = { stroke: '#FFFFFF', weight: 0.6 };
    return { mark: 'circle', x: x(start + 0.5), y, radius: mark.disc, fill, outline };
  });
}

/** A year narrower than this has no name, and from one name to the next at least, in points. */
const nameRoom = 11;
const betweenNames = 2;

function yearNames(
  { years, months }: CoverageChart,
  { x, y, isCrowded }: { readonly x: (month: number) => number; readonly y: number; readonly isCrowded: boolean },
  palette: Palette,
) {
  const style = restyle(chartStyles.softSmall, { face: 'sansMedium' });
  const widest = Math.max(0, ...years.map(({ name }) => widthOf(palette, name, style)));
  const isSpread = isCrowded || palette.leastSize !== undefined;
  const least = isCrowded ? 0 : nameRoom;
  const all = years.flatMap(({ name, start }) => {
    const end = Math.min(start + 12, months);
    return x(end) - x(start) < least ? [] : [{ name, at: (x(start) + x(end)) / 2 }];
  });
  // Every year, or as many apart from the last one as leave room between them; the last may have few months.
  const isApart = (names: typeof all) =>
    names.every(({ at }, index) => index === 0 || at - (names[index - 1]?.at ?? 0) >= widest + betweenNames);
  const thinned = all.map((_, step) => all.filter((__, index) => (all.length - 1 - index) % (step + 1) === 0));
  const shown = isSpread ? (thinned.find(isApart) ?? []) : all;
  return shown.map(({ name, at }) => textMark(palette, name, style, { x: at, y, align: 'centre' }));
}
