import type { Cells } from '../../document/index.ts';
import { filled, type Mark } from '../marks.ts';
import { breakLines } from '../text/lines.ts';
import { restyle } from '../text/styles.ts';
import { type ChartFrame, type Drawn, type Palette, textMark } from './frame.ts';
import { chartStyles } from './styles.ts';

/** The measures of a cell in points; `value` and `label` are offsets from its top. */
const cell = { height: 42.25, gap: 6.5, padding: 6.5, value: 19.5, label: 30, leading: 8.5 } as const;

/** Numbers with their words, side by side on the background of key figures. */
export function cells(chart: Cells, frame: ChartFrame, palette: Palette): Drawn {
  const top = frame.y + 9.75;
  const count = chart.cells.length;
  const width = (frame.width - cell.gap * (count - 1)) / count;
  const value = restyle(chartStyles.callout, { size: 18 });
  const label = restyle(chartStyles.tiny, { leading: cell.leading });
  const marks = chart.cells.flatMap((entry, index): readonly Mark[] => {
    const x = frame.x + index * (width + cell.gap);
    const lines = breakLines(palette, [{ text: entry.label }], () => label, width - cell.padding - 2);
    return [
      filled(x, top, width, cell.height, palette.theme.colours.panel),
      textMark(palette, entry.value, value, { x: x + cell.padding, y: top + cell.value }),
      ...lines.map((line, part) =>
        textMark(palette, line.segments.map(({ text }) => text).join(''), label, {
          x: x + cell.padding,
          y: top + cell.label + part * cell.leading,
        }),
      ),
    ];
  });
  const bottom = top + cell.height;
  return { marks, bottom, next: bottom + 16.75 };
}
