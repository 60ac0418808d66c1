import type { RangeKey } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** The key to the bars of the proof: a range, two that agree, two that do not. */
export function rangeKey(chart: RangeKey, frame: ChartFrame, palette: Palette): Drawn {
  const y = frame.y - 13;
  const marks = { range, agrees, disagrees }[chart.kind](chart, frame.x, frame.x + frame.width / 2, y, palette);
  return { marks, bottom: y + 41, next: y + 55 };
}

type Draw = (chart: RangeKey, left: number, middle: number, y: number, palette: Palette) => readonly Mark[];

const range: Draw = ({ labels }, left, middle, y, palette) => {
  const { colours } = palette.theme;
  const [lo = '', value = '', hi = ''] = labels;
  const labelled = Math.max(...[lo, hi].map((label) => widthOf(palette, label, styles.tiny)));
  const half = Math.min(44.88, middle - left - labelled - 4);
  return [
    outlined(middle - half, y + 17, 2 * half, 9.75, colours.turnoverTint, colours.turnover),
    { mark: 'line', x1: middle, y1: y + 13, x2: middle, y2: y + 31, stroke: colours.text, weight: 0.75 },
    textMark(palette, value, restyle(styles.head, {}), { x: middle, y: y + 40.5, align: 'centre' }),
    textMark(palette, lo, styles.tiny, { x: middle - half - 4, y: y + 24.6, align: 'right' }),
    textMark(palette, hi, styles.tiny, { x: middle + half + 4, y: y + 24.6 }),
  ];
};

const agrees: Draw = (_chart, left, _middle, y, palette) => {
  const { colours } = palette.theme;
  const [from, to] = [left + 62, left + 104];
  const edge = (x: number): Mark => ({
    mark: 'line',
    x1: x,
    y1: y + 10,
    x2: x,
    y2: y + 41,
    stroke: colours.exports,
    weight: 0.5,
  });
  return [
    filled(from, y + 10, to - from, 31, colours.exportsTint),
    edge(from),
    edge(to),
    outlined(left + 14, y + 14, 90, 9.75, colours.turnoverTint, colours.turnover),
    filled(from, y + 28, 76, 9.75, colours.turnover),
  ];
};

const disagrees: Draw = ({ labels }, left, _middle, y, palette) => {
  const { colours } = palette.theme;
  const [from, to] = [left + 56, left + 100];
  const end = (x: number): Mark => ({
    mark: 'line',
    x1: x,
    y1: y + 23.4,
    x2: x,
    y2: y + 28.4,
    stroke: colours.importsText,
    weight: 0.75,
  });
  return [
    outlined(left + 6, y + 14, 48, 9.75, colours.turnoverTint, colours.turnover),
    filled(left + 102, y + 28, 48, 9.75, colours.turnover),
    rule(from, to, y + 25.9, colours.importsText, 0.75),
    end(from),
    end(to),
    textMark(palette, labels[0] ?? '', restyle(styles.headSmall, { colour: 'importsText' }), {
      x: (from + to) / 2,
      y: y + 36,
      align: 'centre',
    }),
  ];
};
