import type { CheckMark, CheckMatrix } from '../../document/index.ts';
import { filled, type Mark, rule } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { restyle, type TextStyle, widthOf } from '../text/styles.ts';
import { newestChecks } from './fewer.ts';
import { type ChartFrame, type Drawn, isNarrow, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Measures in points: the room of names and, at least, of sums; from a mark to its sum; the steps from one month and year to the next, and of rows:
 * where there are many kinds their rows share `room`. */
const room = { names: 163, marks: 167, sums: 27, gap: 4, page: 490 } as const;
const step = { least: 5, most: 12, year: 5 } as const;
const rows = { pitch: 13, leading: 8.25, ink: 9, room: 130, stacked: 26, name: 9 } as const;

/** A mark fills this part of its step, and is this high. */
const mark = { width: 0.8, height: 8.4 } as const;

/** From the line above to the key, from there to the years, and from these to their rule. */
const key = { above: 14.5, below: 18.5, rule: 4.5, gap: 13, line: 12 } as const;

const nameStyle: TextStyle = restyle(styles.axis, { size: 7.5, leading: rows.leading, colour: 'text' });

/** One row a kind of check, one mark a month, and how many checks passed. */
export function checkMatrix(whole: CheckMatrix, frame: ChartFrame, palette: Palette): Drawn {
  const narrow = isNarrow(frame);
  const sums = sumsOf(whole, palette);
  const chart = newestChecks(whole, mostMonths(whole, frame, sums));
  const { colours } = palette.theme;
  const right = frame.x + frame.width;
  const keyed = keyMarks(chart.key, frame, palette);
  const heads = keyed.bottom + key.below;
  const wider = widerNames(chart, frame, sums, palette);
  const places = placesOf(chart, frame, sums, wider);
  const headStyle = styles.axisStrong;
  const head = textMark(palette, chart.head, headStyle, { x: right, y: heads, align: 'right' });
  const years = chart.years.flatMap(({ name, months }, index): readonly Mark[] => {
    const x = places.years[index] ?? 0;
    const width = widthOf(palette, name, headStyle);
    const fits = width <= months * places.step + step.year && x + width <= head.x - step.year;
    return fits ? [textMark(palette, name, headStyle, { x, y: heads })] : [];
  });
  const marks: Mark[] = [
    ...keyed.marks,
    ...years,
    head,
    rule(frame.x, right, heads + key.rule, colours.textSecondary, 0.5),
  ];
  let y = heads + key.rule;
  for (const [index, row] of chart.rows.entries()) {
    const lines = breakLines(palette, [{ text: row.name }], () => nameStyle, namesOf(frame, sums) + wider);
    const pitch = narrow ? rows.stacked : Math.min(rows.pitch, rows.room / chart.rows.length);
    const height = pitch + (lines.length - 1) * rows.leading;
    const baseline = y + (narrow ? rows.name : (height - (lines.length - 1) * rows.leading) / 2 + 2.6);
    for (const [line, { segments }] of lines.entries()) {
      const text = segments.map((segment) => segment.text).join('');
      marks.push(textMark(palette, text, nameStyle, { x: frame.x, y: baseline + line * rows.leading }));
    }
    const top = narrow ? y + height - mark.height - 3 : y + (height - mark.height) / 2;
    marks.push(
      ...row.marks.flatMap((one, month) =>
        checkMarks(one, places.months[month] ?? 0, top, places.step * mark.width, palette),
      ),
      textMark(palette, row.passed, styles.value, { x: right, y: narrow ? baseline : top + 7.2, align: 'right' }),
    );
    y += height;
    const isLast = index === chart.rows.length - 1;
    marks.push(rule(frame.x, right, y, isLast ? colours.textSecondary : colours.hairline, isLast ? 0.5 : 0.4));
  }
  marks.push(
    textMark(palette, chart.all.name, styles.value, { x: frame.x, y: y + rows.ink + 1 }),
    textMark(palette, chart.all.passed, styles.value, { x: right, y: y + rows.ink + 1, align: 'right' }),
  );
  return { marks, bottom: y + rows.ink + 1 };
}

/** The room of names: on a narrow frame they stand over their marks. */
function namesOf(frame: ChartFrame, sums: number): number {
  return isNarrow(frame) ? frame.width - sums : room.names;
}

/** How much more room names have, as far as they need it, where few months leave it free. */
function widerNames({ years, rows: named }: CheckMatrix, frame: ChartFrame, sums: number, palette: Palette): number {
  if (isNarrow(frame)) return 0;
  const months = years.reduce((sum, year) => sum + year.months, 0);
  const free = marksOf(frame, sums) - months * step.most - step.year * (years.length - 1);
  const widest = Math.max(0, ...named.map(({ name }) => widthOf(palette, name, nameStyle)));
  return Math.max(0, Math.min(free, Math.ceil(widest) - room.names));
}

/** The room of sums, of which the widest stands apart from the marks beside it. */
function sumsOf({ rows: counted }: CheckMatrix, palette: Palette): number {
  return Math.max(room.sums, ...counted.map(({ passed }) => widthOf(palette, passed, styles.value) + room.gap));
}

/** The room of marks. */
function marksOf(frame: ChartFrame, sums: number): number {
  return isNarrow(frame) ? frame.width : frame.width - room.marks - sums;
}

/** As many months as have room: their marks are at least so wide that they can be told apart. A page has room for all. */
function mostMonths({ years }: CheckMatrix, frame: ChartFrame, sums: number): number {
  if (frame.width >= room.page) return Number.POSITIVE_INFINITY;
  return Math.floor((marksOf(frame, sums) - step.year * (years.length - 1)) / step.least);
}

/** Where the marks of each month and the names of the years begin: as wide apart as there is room for. */
function placesOf({ years }: CheckMatrix, frame: ChartFrame, sums: number, wider: number) {
  const count = years.reduce((sum, { months }) => sum + months, 0);
  const wide = marksOf(frame, sums) - wider - step.year * (years.length - 1);
  const each = Math.min(step.most, wide / Math.max(1, count));
  const months: number[] = [];
  const starts: number[] = [];
  let at = isNarrow(frame) ? frame.x : frame.x + room.marks + wider;
  for (const year of years) {
    starts.push(at);
    for (let month = 0; month < year.months; month += 1) months.push(at + month * each);
    at += year.months * each + step.year;
  }
  return { step: each, months, years: starts };
}

function keyMarks(entries: CheckMatrix['key'], frame: ChartFrame, palette: Palette) {
  const y = frame.y + key.above;
  const used = entries.reduce((sum, { name }) => sum + 8 + widthOf(palette, name, styles.tiny) + key.gap, -key.gap);
  const gap =
    used > frame.width ? Math.max(6, key.gap - (used - frame.width) / Math.max(1, entries.length - 1)) : key.gap;
  let x = frame.x;
  let line = y;
  const marks = entries.flatMap(({ mark: one, name }): readonly Mark[] => {
    const width = 8 + widthOf(palette, name, styles.tiny);
    if (isNarrow(frame) && x > frame.x && x + width > frame.x + frame.width) {
      x = frame.x;
      line += key.line;
    }
    const left = x;
    x += width + gap;
    return [
      ...checkMarks(one, left, line - 7, 4, palette),
      textMark(palette, name, styles.tiny, { x: left + 8, y: line }),
    ];
  });
  return { marks, bottom: line };
}

/** Colour never tells alone: passed is solid, not possible is empty, and revised has a stroke. */
function checkMarks(state: CheckMark, x: number, top: number, width: number, palette: Palette): readonly Mark[] {
  const { colours } = palette.theme;
  const outline = { stroke: colours.textTertiary, weight: 0.6 };
  const thin: Mark = { mark: 'rect', x, y: top, width, height: mark.height, fill: '#FFFFFF', outline };
  switch (state) {
    case 'passed':
      return [filled(x, top, width, mark.height, colours.exports)];
    case 'nothing':
      return [thin];
    case 'revised':
      return [
        thin,
        {
          mark: 'line',
          x1: x,
          y1: top + mark.height,
          x2: x + width,
          y2: top,
          stroke: colours.textTertiary,
          weight: 0.6,
        },
      ];
    case 'none':
      return [rule(x, x + width, top + mark.height / 2, colours.textTertiary, 0.9)];
    case 'due':
      return [];
  }
}
