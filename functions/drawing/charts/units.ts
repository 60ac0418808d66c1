import type { UnitRows } from '../../document/index.ts';
import { columnAt } from '../grid.ts';
import { filled, type Mark } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { type ChartFrame, type Drawn, isNarrow, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** The size and gap of squares in points; a line holds as many as fit in the frame. */
const square = { size: 5.9, gap: 2.4 } as const;

/**
 * Distances in points from the edge between columns four and five to the end of the numbers and to the first square.
 */
const beside = { numbers: -4, squares: 6 } as const;

/** From the name of a row to its squares where they stand under it. */
const underName = 7;

/** How much closer rows may come where a page has to hold a few lines more, in points. */
const closest = 8;

/** Rows of squares, one for each thing. */
export function units(chart: UnitRows, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const edge = columnAt(4, frame.x);
  const numbersEnd = isNarrow(frame) ? frame.x + frame.width : edge + beside.numbers;
  const narrow = isNarrow(frame);
  const squaresLeft = narrow ? frame.x : edge + beside.squares;
  const pitch = square.size + square.gap;
  const perLine = Math.floor((frame.x + frame.width - squaresLeft + square.gap) / pitch);
  const closer = Math.min(closest, (frame.squeeze ?? 0) / 3);
  let y = frame.y + 22 - closer;
  let bottom = y;
  const marks = chart.rows.flatMap((row, index): readonly Mark[] => {
    const lines = Math.max(1, Math.ceil(row.count / perLine));
    const name = breakLines(palette, [{ text: row.name }], () => styles.categoryMedium, numbersEnd - frame.x - 34);
    const texts = name.map((line, part) =>
      textMark(palette, line.segments.map(({ text }) => text).join(''), styles.categoryMedium, {
        x: frame.x,
        y: y + part * 11.375,
      }),
    );
    const top = narrow ? y + underName + (name.length - 1) * 11.375 : y - 6.4;
    const squares = Array.from({ length: row.count }, (_, unit) =>
      filled(
        squaresLeft + (unit % perLine) * pitch,
        top + Math.floor(unit / perLine) * pitch,
        square.size,
        square.size,
        colours.exports,
      ),
    );
    const baseline = y + (index === 0 ? 3 : 2);
    const number = textMark(palette, row.label, styles.callout, { x: numbersEnd, y: baseline, align: 'right' });
    bottom = Math.max(baseline, top + (lines - 1) * pitch + square.size);
    y = narrow
      ? bottom + 22
      : y + Math.max(24 - closer, 22.2 - closer + (lines - 1) * pitch, 13 + name.length * 11.375);
    return [...texts, number, ...squares];
  });
  return { marks, bottom, next: bottom + 16.5 };
}
