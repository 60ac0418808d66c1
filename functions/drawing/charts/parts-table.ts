import type { Label, PartRow, PartsTable } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { type TextStyle, widthOf } from '../text/styles.ts';
import { type ToneColours, toneColours } from '../theme.ts';
import { type ChartFrame, type Drawn, fitted, labelMarks, type Palette, shortened, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** The columns, in points from the left edge: where names end, codes end, bars begin, changes end, differences begin. */
const column = { name: 136, code: 160, bar: 168, change: 338, difference: 348, zero: 360 } as const;

/** The room for bars of values and of differences, in points. */
const barRoom = 96;
const differenceRoom = 60;

/** The height of a bar and its top above the baseline of its row. */
const bar = { height: 9, top: 8 } as const;

/** From the last baseline above to the heads, from these to their rule, and from the last rule to the next baseline. */
const gaps = { head: 15, rule: 4, after: 12 } as const;

/** The distance of rows at most and at least, and what another table below needs beside its rows. */
const rows = { pitch: 21, dense: 16.5, another: 125 } as const;

/** Gaps in points beside labels. */
const beside = { bar: 5, column: 9, difference: 4 } as const;

/** Where the marks of a table stand, and how long its values are. */
interface Scales {
  readonly x: number;
  readonly right: number;
  readonly colours: ToneColours;
  /** The largest value of a part: a sum of others that is larger has no place on the scale. */
  readonly largest: number;
  readonly value: number;
  readonly room: number;
  readonly zero: number;
  readonly difference: number;
}

/** Parts of a total by size, each with its value, and where it is known the year before, what changed and how much. */
export function partsTable(chart: PartsTable, frame: ChartFrame, palette: Palette): Drawn {
  const scales = scalesOf(chart, frame, palette);
  const top = frame.y + gaps.head + gaps.rule;
  const pitch = pitchOf(chart, frame, top);
  const { textSecondary, hairline, text } = palette.theme.colours;
  const bottom = top + chart.rows.length * pitch;
  const marks = chart.rows.flatMap((row, index): readonly Mark[] => {
    const foot = top + (index + 1) * pitch;
    const isLast = index === chart.rows.length - 1;
    const line = rule(scales.x, scales.right, foot, isLast ? textSecondary : hairline, isLast ? 0.5 : 0.4);
    return [...rowMarks(chart, row, foot - pitch / 2 + 3, scales, palette), line];
  });
  const zero: readonly Mark[] = chart.compares
    ? [{ mark: 'line', x1: scales.zero, y1: top + 3, x2: scales.zero, y2: bottom - 2, stroke: text, weight: 0.75 }]
    : [];
  return { marks: [...headMarks(chart, frame, palette), ...marks, ...zero], bottom, next: bottom + gaps.after };
}

/** Rows share the height down to the foot, if there is one, with those of another table below. */
function pitchOf({ rows: own, rowsOfPage }: PartsTable, { foot }: ChartFrame, top: number): number {
  const below = rowsOfPage > own.length ? rows.another : 0;
  const room = foot === null ? Number.POSITIVE_INFINITY : foot - top - below;
  return Math.max(rows.dense, Math.min(rows.pitch, room / rowsOfPage));
}

/** The longest bars that leave room for every label beside them. */
function scalesOf(chart: PartsTable, frame: ChartFrame, palette: Palette): Scales {
  const width = (label: Label, style: TextStyle) => widthOf(palette, label.text, style);
  const largest = Math.max(0, ...chart.rows.flatMap(({ kind, value }) => (kind === 'part' ? value : [])));
  const onScale = chart.rows.filter((row) => isOnScale(row, largest));
  const room = chart.compares ? barRoom : barRoom * 2;
  const ends = (row: PartRow) =>
    chart.compares
      ? column.change - width(row.change, styles.partPlain)
      : frame.width - width(row.share, styles.partPlain);
  const lengthOf = ({ value, base }: PartRow) => Math.max(value, base ?? 0);
  const value = least(
    onScale.flatMap((row) => {
      const free = ends(row) - beside.column - column.bar - beside.bar - width(row.label, styles.partValue);
      return lengthOf(row) > 0 ? [Math.min(free, room) / lengthOf(row)] : [];
    }),
  );
  const differences = chart.rows.flatMap((row) => (row.difference ? [{ row, ...row.difference }] : []));
  const fall = Math.max(0, ...differences.map((of) => -of.value));
  const rise = Math.max(0, ...differences.map((of) => of.value));
  const rising = (zero: number) =>
    differences.flatMap(({ row, value: of, label }) => {
      const after = frame.width - contributionWidth(chart, row, palette) - beside.column - beside.difference;
      return of > 0 ? [Math.min(differenceRoom, after - width(label, styles.partPlain) - zero) / of] : [];
    });
  const widest = (column.zero + differenceRoom - column.difference) / (rise + fall || 1);
  const longest = least([widest, ...rising(column.zero)]);
  const zero = Math.max(column.zero, column.difference + fall * longest);
  return {
    x: frame.x,
    right: frame.x + frame.width,
    colours: toneColours(palette.theme, chart.tone),
    largest,
    value,
    room,
    zero: frame.x + zero,
    difference: least([longest, ...rising(zero)]),
  };
}

/** What has no name is on no scale, and what is larger together than each part would make all of them small. */
function isOnScale({ kind, value }: PartRow, largest: number): boolean {
  return kind === 'part' || (kind === 'more' && value <= largest);
}

/** The smallest of scales, in points a unit; never below 0. */
function least(scales: readonly number[]): number {
  return Math.max(0, Math.min(...scales, 1e6));
}

function contributionWidth({ points }: PartsTable, { contribution }: PartRow, palette: Palette): number {
  return widthOf(palette, contribution.text, styles.part) + widthOf(palette, `\u00a0${points}`, styles.softSmall);
}

function headMarks({ heads, compares }: PartsTable, { x, y, width }: ChartFrame, palette: Palette): readonly Mark[] {
  const base = y + gaps.head;
  const at = (text: string, from: number, align: 'left' | 'right', room: number) =>
    textMark(palette, text, fitted(palette, text, styles.headSmall, room), { x: x + from, y: base, align });
  const line = rule(x, x + width, base + gaps.rule, palette.theme.colours.textSecondary, 0.5);
  const first = [at(heads.name, 0, 'left', column.name), at(heads.value, column.bar, 'left', barRoom)];
  if (!compares) return [...first, at(heads.share, width, 'right', 80), line];
  const contribution = widthOf(palette, heads.contribution, styles.headSmall);
  return [
    ...first,
    at(heads.change, column.change, 'right', 60),
    at(heads.difference, column.difference, 'left', width - contribution - beside.column - column.difference),
    at(heads.contribution, width, 'right', contribution),
    line,
  ];
}

function rowMarks(chart: PartsTable, row: PartRow, y: number, scales: Scales, palette: Palette): readonly Mark[] {
  const { x, right } = scales;
  const code = row.code
    ? [textMark(palette, row.code, styles.partCode, { x: x + column.code, y, align: 'right' as const })]
    : [];
  const start = [...nameMarks(row, x, y, palette), ...code, ...valueMarks(row, y, scales, palette)];
  if (!chart.compares) {
    return [...start, ...labelMarks(palette, row.share, styles.partPlain, { x: right, y, align: 'right' })];
  }
  const unit = textMark(palette, chart.points, styles.softSmall, { x: right, y, align: 'right' });
  const space = widthOf(palette, '\u00a0', styles.softSmall);
  const isNumber = row.contribution.calculated;
  const contribution = { x: isNumber ? unit.x - space : right, y, align: 'right' } as const;
  return [
    ...start,
    ...labelMarks(palette, row.change, styles.partPlain, { x: x + column.change, y, align: 'right' }),
    ...differenceMarks(row, y, scales, palette),
    ...labelMarks(palette, row.contribution, styles.part, contribution),
    ...(isNumber ? [unit] : []),
  ];
}

/** A name on one line, or on two closer ones; what is longer ends with an ellipsis. */
function nameMarks({ name, code }: PartRow, x: number, y: number, palette: Palette): readonly Mark[] {
  const width = code ? column.name : column.code;
  if (widthOf(palette, name, styles.part) <= width) return [textMark(palette, name, styles.part, { x, y })];
  const lines = breakLines(palette, [{ text: name }], () => styles.partDense, width).map(({ segments }) =>
    segments.map(({ text }) => text).join(''),
  );
  const [first = '', ...rest] = lines;
  if (rest.length === 0) return [textMark(palette, first, styles.partDense, { x, y })];
  const second = shortened(palette, rest.join(' '), styles.partDense, width);
  return [
    textMark(palette, first, styles.partDense, { x, y: y - 4.3 }),
    textMark(palette, second, styles.partDense, { x, y: y + 4.45 }),
  ];
}

/** The bar of a value with an upright where it was a year earlier; the rest as a bar that is cut, on no scale. */
function valueMarks(row: PartRow, y: number, scales: Scales, palette: Palette): readonly Mark[] {
  const { colours, room } = scales;
  const { rest, textTertiary, text } = palette.theme.colours;
  const [x, top] = [scales.x + column.bar, y - bar.top];
  if (!isOnScale(row, scales.largest)) {
    const width = Math.min(room, barRoom) - 14;
    const isRest = row.kind === 'rest';
    const outline = isRest ? { stroke: textTertiary, weight: 0.8 } : { stroke: colours.solid, weight: 0.9 };
    const cut = { x1: x + width - 12, y1: y + 3, x2: x + width - 8, y2: y - 10 };
    const label = { x: x + width + beside.bar, y };
    return [
      { mark: 'rect', x, y: top, width, height: bar.height, fill: isRest ? rest : colours.tint, outline },
      { mark: 'line', ...cut, stroke: '#FFFFFF', weight: 3 },
      ...labelMarks(palette, row.label, styles.partValue, label),
    ];
  }
  const [value, base] = [row.value, row.base ?? 0].map((of) => Math.max(0, of * scales.value));
  const [length, before] = [Math.max(0.6, value ?? 0), base ?? 0];
  const solid =
    row.kind === 'more'
      ? outlined(x, top, Math.max(1.8, length), bar.height, colours.tint, colours.solid)
      : filled(x, top, length, bar.height, colours.solid);
  const upright = (from: number, to: number, stroke: string, weight: number): Mark => {
    return { mark: 'line', x1: x + before, y1: from, x2: x + before, y2: to, stroke, weight };
  };
  const ledge =
    row.base === null
      ? []
      : [upright(top, top + bar.height, '#FFFFFF', 2.7), upright(top - 1.8, top + bar.height + 1.8, text, 1.1)];
  const label = { x: x + Math.max(length, before) + beside.bar, y };
  return [solid, ...ledge, ...labelMarks(palette, row.label, styles.partValue, label)];
}

/** What a part rose or fell by, as a bar from the zero line; a fall hangs to its left. */
function differenceMarks({ difference }: PartRow, y: number, scales: Scales, palette: Palette): readonly Mark[] {
  if (!difference) return [];
  const { zero, colours } = scales;
  const length = difference.value * scales.difference;
  const width = Math.max(1.2, Math.abs(length));
  return [
    outlined(length < 0 ? zero - width : zero, y - bar.top, width, bar.height, colours.tint, colours.solid),
    ...labelMarks(palette, difference.label, styles.partPlain, {
      x: zero + Math.max(0, length) + beside.difference,
      y,
    }),
  ];
}
