import { scaleLinear } from 'd3-scale';
import type { CoverageChart } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { restyle } from '../text/styles.ts';
import { type ChartFrame, type Drawn, fitted, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';

/** Where the rows begin under the subtitle, their largest and smallest height, and the columns, in points. */
const at = { top: 22, pitch: 20.2, least: 13, axis: 118, axisWidth: 122, names: 114 } as const;

/** The marks of a period and of a date, in points. */
const mark = { bar: 5.2, disc: 2.8 } as const;

/** From the last row to the names of the years and to the source line, in points. */
const foot = { years: 6, source: 20 } as const;

/** A row for each subject: the periods and dates that have a figure on one axis, and the age of the latest. */
export function coverage(chart: CoverageChart, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const top = frame.y + at.top;
  const right = frame.x + frame.width;
  const left = frame.x + at.axis;
  const room = ((frame.foot ?? Number.POSITIVE_INFINITY) - top) / chart.rows.length;
  const pitch = Math.max(at.least, Math.min(at.pitch, room));
  const bottom = top + pitch * chart.rows.length;
  const x = scaleLinear()
    .domain([0, chart.months])
    .range([left, left + at.axisWidth]);
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
        rule(left, left + at.axisWidth, middle, colours.rule, 0.5),
        ...spanMarks(row, middle, x, palette),
        ...rowTexts(row, frame, middle, palette),
        rule(frame.x, right, line, colours.hairline, 0.4),
      ]),
      rule(left, left + at.axisWidth, bottom - 3.5, colours.text, 0.75),
      ...yearNames(chart, x, bottom + foot.years, palette),
      head,
    ],
    bottom: bottom + foot.years,
    next: bottom + foot.source,
  };
}

type Row = CoverageChart['rows'][number];

function rowTexts({ name, age, faint }: Row, frame: ChartFrame, middle: number, palette: Palette): readonly Mark[] {
  const face = faint ? 'sansRegular' : 'sansMedium';
  const style = fitted(palette, name, restyle(chartStyles.axis, { face, colour: 'text' }), at.names);
  return [
    textMark(palette, name, style, { x: frame.x, y: middle + 3 }),
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

/** A year narrower than this has no name, in points. */
const nameRoom = 11;

function yearNames({ years, months }: CoverageChart, x: (month: number) => number, y: number, palette: Palette) {
  const style = restyle(chartStyles.softSmall, { face: 'sansMedium' });
  return years.flatMap(({ name, start }) => {
    const end = Math.min(start + 12, months);
    if (x(end) - x(start) < nameRoom) return [];
    return [textMark(palette, name, style, { x: (x(start) + x(end)) / 2, y, align: 'centre' })];
  });
}
