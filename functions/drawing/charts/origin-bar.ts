import type { OriginBar } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle, type TextStyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, isNarrow, labelMarks, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** From the subtitle to the bar, its height, and the least distance between the names over it, in points. */
const bar = { top: 19.5, height: 39, apart: 8 } as const;

/** One bar in two parts, with the total under a bracket; on a narrow frame their names stand over it. */
export function originBar(chart: OriginBar, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const top = frame.y + bar.top;
  const right = frame.x + frame.width;
  const split = frame.x + (frame.width * chart.share) / 100;
  const y = top + 26.5;
  const label = restyle(styles.name, { size: 9.5 });
  const soft = restyle(styles.valueSoft, { size: 9.5 });
  const large = restyle(styles.callout, { size: 22 });
  const shareWidth = widthOf(palette, chart.shareLabel, large);
  const named = `${chart.name}\u00a0 ${chart.amount}`;
  const inside = split - frame.x > shareWidth + 20;
  const namedInside = split - frame.x > shareWidth + 30 + widthOf(palette, named, label);
  const light = (mark: Mark): Mark => (mark.mark === 'text' ? { ...mark, colour: colours.onExports } : mark);
  const restNameWidth = widthOf(palette, chart.restName.text, soft);
  const restAmountWidth = widthOf(palette, chart.restAmount.text, label);
  const restRoom = right - split;
  const narrow = isNarrow(frame);
  // The names over a bar share its width.
  const over = widthOf(palette, named, label) + restNameWidth + bar.apart;
  const small = (style: TextStyle) => ({ ...style, size: style.size * Math.min(1, frame.width / over) });
  const marks: readonly Mark[] = [
    ...(split > frame.x ? [filled(frame.x, top, split - frame.x, bar.height, colours.exports)] : []),
    ...(restRoom > 0 ? [outlined(split, top, restRoom, bar.height, colours.rest, colours.textTertiary)] : []),
    ...(inside ? [light(textMark(palette, chart.shareLabel, large, { x: frame.x + 9.75, y: y + 0.5 }))] : []),
    ...(namedInside ? [light(textMark(palette, named, label, { x: frame.x + 19.5 + shareWidth, y }))] : []),
    ...(!narrow && restRoom > restAmountWidth + restNameWidth + 30
      ? labelMarks(palette, chart.restName, soft, { x: right - 9.75, y, align: 'right' as const })
      : []),
    ...(restRoom > restAmountWidth + 20 ? labelMarks(palette, chart.restAmount, label, { x: split + 9.75, y }) : []),
    ...(narrow && !namedInside ? [textMark(palette, named, small(label), { x: frame.x, y: top - 6 })] : []),
    ...(narrow
      ? labelMarks(palette, chart.restName, small(soft), { x: right, y: top - 6, align: 'right' as const })
      : []),
    ...bracket(chart, frame, top + bar.height, palette),
  ];
  const bottom = top + bar.height + 11;
  return { marks, bottom, next: bottom + 18 };
}

function bracket(chart: OriginBar, frame: ChartFrame, top: number, palette: Palette): readonly Mark[] {
  const { textSecondary } = palette.theme.colours;
  const style = restyle(styles.categoryMedium, { size: 8.5 });
  const middle = frame.x + frame.width / 2;
  const half = widthOf(palette, chart.total.text, style) / 2 + 6;
  const y = top + 8;
  const right = frame.x + frame.width;
  const end = (x: number): Mark => ({
    mark: 'line',
    x1: x,
    y1: y - 4,
    x2: x,
    y2: y,
    stroke: textSecondary,
    weight: 0.5,
  });
  return [
    rule(frame.x, middle - half, y, textSecondary, 0.5),
    rule(middle + half, right, y, textSecondary, 0.5),
    end(frame.x),
    end(right),
    ...labelMarks(palette, chart.total, style, { x: middle, y: y + 3, align: 'centre' }),
  ];
}
