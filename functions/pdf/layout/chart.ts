import type { ChartBlock } from '../../document/index.ts';
import { chartMarks } from '../../drawing/index.ts';
import { content, element } from '../pieces.ts';
import type { Context, Frame, Placed } from './context.ts';

/** A chart as one figure of the structure tree. Its alternative text says what it shows. */
export function layoutChart({ chart }: ChartBlock, frame: Frame, context: Context): Placed {
  const { squeeze } = context;
  const chartFoot = frame.place?.chartFoot;
  const foot = chartFoot === undefined ? null : chartFoot - (squeeze ?? 0);
  const room = { x: frame.x, y: frame.y, width: frame.width, foot, squeeze };
  const drawn = chartMarks(chart, room, context);
  const bounds = { x: frame.x, y: frame.y, width: frame.width, height: drawn.bottom - frame.y };
  const figure = element('Figure', [content(drawn.marks)], { alt: chart.alt, bounds });
  return { pieces: [figure], bottom: drawn.bottom, ...(drawn.next === undefined ? {} : { next: drawn.next }) };
}
