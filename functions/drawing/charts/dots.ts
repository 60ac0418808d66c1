import type { DotChart } from '../../document/index.ts';
import type { Mark } from '../marks.ts';
import { rule } from '../marks.ts';
import { restyle, widthOf } from '../text/styles.ts';
import { type ChartFrame, type Drawn, isNarrow, type Palette, textMark } from './frame.ts';
import { chartStyles as styles } from './styles.ts';

/** Dots of docs/design.md, in points: radius 3.6 at a pitch of 11.375, in a square of 19 by 19. */
const dot = { radius: 3.6, pitch: 11.375, side: 19 } as const;

/** From the last baseline above to the centre of the first line of dots, in points. */
const first = 35;

/** How much lower the dots begin under a label. */
const underLabel = 14;

/** One dot per thing. Those of the part are in the last line, in another colour, with a bracket under them. */
export function dots(chart: DotChart, frame: ChartFrame, palette: Palette): Drawn {
  const { colours } = palette.theme;
  const columns = Math.max(dot.side, Math.ceil(Math.sqrt(chart.count)));
  const narrow = isNarrow(frame);
  const side = narrow ? frame.width : dot.side * dot.pitch;
  const pitch = side / columns;
  const radius = dot.radius * (pitch / dot.pitch);
  const lines = Math.ceil(chart.count / columns);
  const top = frame.y + first + (narrow ? underLabel : 0);
  const place = (index: number) => ({
    x: frame.x + radius + (index % columns) * pitch,
    y: top + Math.floor(index / columns) * pitch,
  });
  const part = chart.part?.count ?? 0;
  const partFrom = part > columns ? chart.count - part : (lines - 1) * columns;
  const isPart = (index: number) => part > 0 && index >= partFrom && index < partFrom + part;
  const marks: Mark[] = Array.from({ length: chart.count }, (_, index) => {
    return {
      mark: 'circle',
      ...place(index),
      radius,
      fill: isPart(index) ? colours.importsText : colours.exportsMuted,
    };
  });
  const dotsBottom = top + (lines - 1) * pitch + radius;
  const beside = frame.x + (dot.side - 1) * dot.pitch + 2 * dot.radius + 12.48;
  marks.push(...(narrow ? labelAbove(chart, frame, palette) : sideLabel(chart, beside, frame, top, palette)));
  if (!chart.part) return { marks, bottom: dotsBottom, next: dotsBottom + 26 };
  const bracketWidth = part > columns ? side - pitch + 2 * radius : (part - 1) * pitch + 2 * radius;
  const y = dotsBottom + 5.4;
  marks.push(...bracket(frame.x, Math.max(bracketWidth, 2 * radius), y, colours.importsText));
  const number = restyle(styles.callout, { size: 18, colour: 'importsText' });
  const width = widthOf(palette, chart.part.label, number);
  marks.push(textMark(palette, chart.part.label, number, { x: frame.x, y: y + 19 }));
  marks.push(textMark(palette, chart.part.name, styles.categoryMedium, { x: frame.x + width + 6, y: y + 18.5 }));
  return { marks, bottom: y + 19, next: y + 45 };
}

/** The number and its words in one line over the dots. */
function labelAbove({ label, words }: DotChart, { x, y }: ChartFrame, palette: Palette): readonly Mark[] {
  const number = textMark(palette, label, restyle(styles.callout, { size: 18 }), { x, y: y + first });
  const named = { x: number.x + number.width + 6, y: y + first };
  return [number, textMark(palette, words.join(' '), styles.category, named)];
}

function sideLabel(chart: DotChart, x: number, frame: ChartFrame, top: number, palette: Palette): readonly Mark[] {
  const y = top + 29;
  const room = frame.x + frame.width - x;
  const natural = restyle(styles.callout, { size: 26 });
  const fits = Math.min(1, room / widthOf(palette, chart.label, natural));
  return [
    textMark(palette, chart.label, { ...natural, size: 26 * fits }, { x, y }),
    ...chart.words.map((word, index) => textMark(palette, word, styles.category, { x, y: y + 15 + index * 11.375 })),
  ];
}

function bracket(x: number, width: number, y: number, stroke: string): readonly Mark[] {
  const end = (at: number): Mark => ({ mark: 'line', x1: at, y1: y - 3, x2: at, y2: y, stroke, weight: 0.75 });
  return [rule(x, x + width, y, stroke, 0.75), end(x), end(x + width)];
}
