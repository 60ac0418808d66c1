import type { TimeKey } from '../../document/index.ts';
import type { Mark } from '../marks.ts';
import { widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';
import { ledgeMarks, pointMarks, whiskerMarks } from './time-marks.ts';

/** The room of each mark, from its left edge to its word. */
const widths = { date: 16, year: 30, period: 26, about: 16, more_than: 16, nearly: 16, joined: 24 } as const;

/** From the last baseline above the first figures to the baseline of the key. */
const above = 16.5;

/** The key to small multiples in one line, its entries set evenly over the width. */
export function timeKey({ words }: TimeKey, frame: ChartFrame, palette: Palette): Drawn {
  const y = frame.y - above;
  const middle = y - 2.6;
  const style = chartStyles.softSmall;
  const entries = (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
    name,
    width: widths[name] + widthOf(palette, words[name], style),
  }));
  const used = entries.reduce((sum, { width }) => sum + width, 0);
  const gap = Math.min(14, (frame.width - used) / (entries.length - 1));
  let x = frame.x;
  const marks = entries.flatMap(({ name, width }): readonly Mark[] => {
    const left = x;
    x += width + gap;
    return [
      ...entryMarks(name, left, middle, palette),
      textMark(palette, words[name], style, { x: left + widths[name], y }),
    ];
  });
  return { marks, bottom: y + 2 };
}

function entryMarks(name: keyof typeof widths, x: number, y: number, palette: Palette): readonly Mark[] {
  const { colours } = palette.theme;
  const point = (qualifier: 'exact' | 'about' | 'more_than' | 'nearly', at: number) =>
    pointMarks({ qualifier, own: true }, at, y, palette);
  switch (name) {
    case 'date':
      return point('exact', x + 5);
    case 'year':
      return [...whiskerMarks(x + 1, x + 24, y, true, palette), ...point('exact', x + 12.5)];
    case 'period':
      return ledgeMarks({ qualifier: 'exact', own: true }, x, x + 20, y, y, palette);
    case 'joined':
      return [{ mark: 'line', x1: x, y1: y, x2: x + 18, y2: y, stroke: colours.exp, weight: 1.5 }];
    default:
      return point(name, x + 6);
  }
}
