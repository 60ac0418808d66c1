import type { TimeKey } from '../../document/index.ts';
import type { Mark } from '../marks.ts';
import { widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';
import { ledgeMarks, pointMarks, whiskerMarks } from './time-marks.ts';

/** The width of each mark with the gap before its word, in points. */
const widths = { date: 10.4, year: 18, period: 18, about: 10.4, more_than: 10.4, nearly: 10.4, joined: 16 } as const;

/** From the last baseline above the first figures to the baseline of the key, in points. */
const above = 16.5;

/** From one line of a narrow key to the next, and between the entries of one, in points. */
const nextLine = 13;

/** Between the entries of a key in one line at least, and at most, in points. */
const gaps = { least: 8, most: 14 } as const;

/** The key to small multiples in one line, with its entries spread evenly; on a narrow frame in as many as it needs. */
export function timeKey({ words }: TimeKey, frame: ChartFrame, palette: Palette): Drawn {
  const y = frame.y - above;
  const middle = y - 2.6;
  const style = chartStyles.softSmall;
  const entries = (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
    name,
    width: widths[name] + widthOf(palette, words[name], style),
  }));
  const used = entries.reduce((sum, { width }) => sum + width, 0);
  const spread = (frame.width - used) / (entries.length - 1);
  const isOneLine = spread >= gaps.least;
  const gap = isOneLine ? Math.min(gaps.most, spread) : nextLine;
  let x = frame.x;
  let down = 0;
  const marks = entries.flatMap(({ name, width }): readonly Mark[] => {
    if (!isOneLine && x > frame.x && x + width > frame.x + frame.width) {
      x = frame.x;
      down += nextLine;
    }
    const left = x;
    x += width + gap;
    return [
      ...entryMarks(name, left, middle + down, palette),
      textMark(palette, words[name], style, { x: left + widths[name], y: y + down }),
    ];
  });
  return { marks, bottom: y + down + 2 };
}

function entryMarks(name: keyof typeof widths, x: number, y: number, palette: Palette): readonly Mark[] {
  const { colours } = palette.theme;
  switch (name) {
    case 'date':
      return pointMarks({ qualifier: 'exact', own: true }, x + 3.2, y, palette);
    case 'year':
      return [
        ...whiskerMarks(x, x + 14, y, true, palette),
        ...pointMarks({ qualifier: 'exact', own: true }, x + 7, y, palette),
      ];
    case 'period':
      return ledgeMarks({ qualifier: 'exact', own: true }, x, x + 14, y, y, palette);
    case 'joined':
      return [{ mark: 'line', x1: x, y1: y, x2: x + 12, y2: y, stroke: colours.exports, weight: 1.5 }];
    default:
      return pointMarks({ qualifier: name, own: true }, x + 3.2, y + arrowShift[name], palette);
  }
}

/** How far rings with an arrow are moved, in points, so that ring and arrow together are centred on the line. */
const arrowShift = { about: 0, more_than: 2, nearly: -2 } as const;
