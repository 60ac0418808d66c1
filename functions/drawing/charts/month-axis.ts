import type { MonthAxis } from '../../document/index.ts';
import { type Mark, rule } from '../marks.ts';
import { widthOf } from '../text/styles.ts';
import { type ChartFrame, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** From the letters of the months to the baseline of the years, and the height of the ticks of years, in points. */
const years = { below: 11.5, tick: 9 } as const;

/** Where the months of an axis stand. */
export interface MonthScale {
  readonly pitch: number;
  readonly width: number;
  /** The left edge of the bar at a place. */
  readonly x: (at: number) => number;
  /** The width of a bar over so many months. */
  readonly over: (months: number) => number;
}

/** How much narrower a bar is than its place, in points. */
const between = 4.2;

/** The scale of an axis of so many months. */
export function monthScale({ x, width }: ChartFrame, count: number): MonthScale {
  const pitch = width / count;
  return {
    pitch,
    width,
    x: (at) => x + at * pitch + between / 2,
    over: (months) => months * pitch - between,
  };
}

/** The letters of the months on a baseline, and the years under them; a year without room for its name has none. */
export function monthAxisMarks(axis: MonthAxis, scale: MonthScale, letters: number, palette: Palette): readonly Mark[] {
  const { colours } = palette.theme;
  const bottom = letters + years.below;
  const names = axis.years.flatMap(({ name, at }, index): readonly Mark[] => {
    const end = axis.years[index + 1]?.at ?? axis.letters.length;
    const [left, next] = [scale.x(at) - between / 2, scale.x(end) - between / 2];
    const width = widthOf(palette, name, styles.axisStrong);
    const tick = { x1: left, y1: bottom + 1.5 - years.tick, x2: left, y2: bottom + 1.5 };
    if (left + 4 + width > next) {
      // A year that has just begun ends with the axis; one that the axis cuts off has no name.
      const isLast = index === axis.years.length - 1 && index > 0;
      return isLast ? [textMark(palette, name, styles.axisStrong, { x: next, y: bottom, align: 'right' })] : [];
    }
    return [
      { mark: 'line', ...tick, stroke: colours.rule, weight: 0.5 },
      textMark(palette, name, styles.axisStrong, { x: left + 3.5, y: bottom }),
    ];
  });
  const months = axis.letters.map((letter, at) =>
    textMark(palette, letter, styles.letter, { x: scale.x(at) + scale.over(1) / 2, y: letters, align: 'centre' }),
  );
  return [...months, ...names];
}

/** The hairlines at which the years of an axis begin. */
export function yearLines(axis: MonthAxis, scale: MonthScale, top: number, bottom: number, palette: Palette) {
  return axis.years
    .filter(({ at }) => at > 0)
    .map(({ at }): Mark => {
      const x = scale.x(at) - between / 2;
      return { mark: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: palette.theme.colours.hairline, weight: 0.5 };
    });
}

/** Two slanted strokes through a base line where the axis is broken. */
export function breakMarks(x: number, base: number, palette: Palette): readonly Mark[] {
  const { text } = palette.theme.colours;
  const strokes = [-2, 2].map((shift): Mark => {
    return {
      mark: 'line',
      x1: x + shift - 2,
      y1: base + 4,
      x2: x + shift + 2,
      y2: base - 4,
      stroke: text,
      weight: 0.75,
    };
  });
  return [rule(x - 2, x + 2, base, '#FFFFFF', 2), ...strokes];
}
