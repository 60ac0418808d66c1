import type { RankedRegion, RegionRanking } from '../../document/index.ts';
import { filled, type Mark, outlined, rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, fitted, labelMarks, type Palette, shortened, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** The columns, in points: where places end and names begin from the left edge, where values end from the right. */
const column = { place: 10.5, name: 15, value: 46 } as const;

/** From the last baseline above to the heads, from these to their rule, from the last rule to the next baseline. */
const gaps = { head: 16, rule: 4, after: 12 } as const;

/** In a row: its height, the baseline of its text, and its bar under that. */
const roomy = { pitch: 24.5, baseline: 11, bar: 4, height: 5.5 } as const;

/** The same where there are many rows. */
const dense = { pitch: 19, baseline: 8.4, bar: 3.2, height: 4.5 } as const;

/** The smallest distance of rows that are roomy. */
const roomyFrom = 21.6;

/** The triangle of a changed place: its half width, its height, and its distance to the name. */
const triangle = { half: 3, height: 5.2, gap: 7 } as const;

const name = restyle(styles.part, { size: 8.5 });
const place = restyle(styles.headSoft, { size: 8.5 });
const rank = restyle(styles.tiny, {});
const change = restyle(styles.category, {});

/** Regions by size: place, name, value and change on one line, under it a bar with an upright at the year before. */
export function regionRanking(chart: RegionRanking, frame: ChartFrame, palette: Palette): Drawn {
  const { textSecondary, hairline } = palette.theme.colours;
  const right = frame.x + frame.width;
  const head = frame.y + gaps.head;
  const top = head + gaps.rule;
  const room = (frame.foot ?? Number.POSITIVE_INFINITY) - top;
  const pitch = Math.max(dense.pitch, Math.min(roomy.pitch, room / chart.rows.length));
  const row = pitch < roomyFrom ? dense : roomy;
  const regions = chart.rows.filter(({ place }) => place !== null);
  const largest = Math.max(...regions.flatMap(({ value, base }) => [value, base ?? 0]), 0);
  const length = frame.width - column.name - 1;
  const scale = largest > 0 ? length / largest : 0;
  const rows = chart.rows.flatMap((of, index): readonly Mark[] => {
    const foot = top + (index + 1) * pitch;
    const isLast = index === chart.rows.length - 1;
    const line = rule(frame.x, right, foot - 1.5, isLast ? textSecondary : hairline, isLast ? 0.5 : 0.4);
    const y = foot - pitch + (row === dense ? row.baseline : Math.min(row.baseline, pitch - 13));
    return [
      ...rowMarks(of, frame, y, palette),
      ...barMarks(of, { x: frame.x + column.name, y, row, room: length }, scale, palette),
      line,
    ];
  });
  const bottom = top + chart.rows.length * pitch - 1.5;
  const heads = chart.heads;
  const headAt = (text: string, x: number, align: 'left' | 'right', width: number) =>
    textMark(palette, text, fitted(palette, text, styles.headSmall, width), { x, y: head, align });
  const marks = [
    headAt(heads.region, frame.x + column.name, 'left', 80),
    headAt(heads.value, right - column.value, 'right', 56),
    headAt(heads.change, right, 'right', column.value - 4),
    rule(frame.x, right, top, textSecondary, 0.5),
    ...rows,
  ];
  return { marks, bottom, next: bottom + gaps.after };
}

function rowMarks(of: RankedRegion, { x, width }: ChartFrame, y: number, palette: Palette): readonly Mark[] {
  const right = x + width;
  const value = labelMarks(palette, of.label, styles.value, { x: right - column.value, y, align: 'right' });
  const end = right - column.value - widthOf(palette, of.label.text, styles.value) - 8;
  const moved = of.moved ? triangle.gap + triangle.half + 2 : 0;
  const room = end - moved - x - column.name;
  const style = fitted(palette, of.name, name, room);
  const named = textMark(palette, shortened(palette, of.name, style, room), style, { x: x + column.name, y });
  return [
    ...(of.place ? [textMark(palette, of.place, place, { x: x + column.place, y, align: 'right' })] : []),
    named,
    ...movedMarks(of, named.x + named.width + triangle.gap, y, end, palette),
    ...value,
    ...labelMarks(palette, of.change, change, { x: right, y, align: 'right' }),
  ];
}

/** A triangle for a place that changed, with the place before where there is room for it. */
function movedMarks({ moved }: RankedRegion, x: number, y: number, end: number, palette: Palette): readonly Mark[] {
  if (!moved) return [];
  const { half, height } = triangle;
  const [base, tip] = moved.up ? [y - 0.6, y - 0.6 - height] : [y - 0.6 - height, y - 0.6];
  const drawn: Mark = {
    mark: 'polygon',
    rings: [[x - half, base, x + half, base, x, tip]],
    fill: palette.theme.colours.textSecondary,
  };
  const words = textMark(palette, moved.label, rank, { x: x + 5.5, y });
  return words.x + words.width <= end ? [drawn, words] : [drawn];
}

/**
 * A solid bar for a region, with an upright for the year before; an open one for several together, which is cut where it
 * is longer than that of any region.
 */
function barMarks(
  of: RankedRegion,
  {
    x,
    y,
    row,
    room,
  }: { readonly x: number; readonly y: number; readonly row: typeof roomy | typeof dense; readonly room: number },
  scale: number,
  palette: Palette,
): readonly Mark[] {
  const { exports, exportsTint, text } = palette.theme.colours;
  const top = y + row.bar;
  const length = Math.max(0.6, Math.min(room, of.value * scale));
  const bar = of.place
    ? filled(x, top, length, row.height, exports)
    : outlined(x, top, Math.max(1.8, length), row.height, exportsTint, exports);
  if (of.place === null && of.value * scale > room) {
    const cut = { x1: x + room - 14, y1: top + row.height + 2, x2: x + room - 10, y2: top - 2 };
    return [bar, { mark: 'line', ...cut, stroke: '#FFFFFF', weight: 3 }];
  }
  if (of.base === null) return [bar];
  const at = x + Math.max(0, of.base) * scale;
  const upright = (over: number, stroke: string, weight: number): Mark => {
    return { mark: 'line', x1: at, y1: top - over, x2: at, y2: top + row.height + over, stroke, weight };
  };
  return [bar, upright(0, '#FFFFFF', 2.7), upright(1.4, text, 1.1)];
}
