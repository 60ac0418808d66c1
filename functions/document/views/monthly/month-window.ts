import { type Period, periodFrom } from '../../../dataset/index.ts';
import { type Figure, type FlowOverTime, type OverTime, stretchOf } from '../../../figures/index.ts';

/** The months that the page on single months shows. */
export interface MonthWindow {
  /** The first month, in months since year 0, and how many there are. */
  readonly start: number;
  readonly count: number;
}

/** The flows that months are shown of. */
export const monthFlows = ['exports', 'imports'] as const;

/** As many of the newest months are shown, and as many may be known only together. */
const limits = { window: 36, together: 5 } as const;

/** Months that can be drawn: single ones, and a few that are known only together. */
export function drawable(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ period }) => period.months <= limits.together);
}

/** The months of every flow in order, each period once. */
export function periodsOf(overTime: OverTime): readonly Period[] {
  const figures = monthFlows.flatMap((name) => drawable(overTime[name]?.months ?? []));
  const byCode = new Map(figures.map(({ period }) => [period.code, period]));
  return [...byCode.values()].toSorted((a, b) => stretchOf(a).start - stretchOf(b).start);
}

/**
 * The newest months, at most 36 of them, from the first single month or what joins it. Null where no month is
 * known singly.
 */
export function monthWindowOf(overTime: OverTime): MonthWindow | null {
  const stretches = periodsOf(overTime).map(stretchOf);
  const isSingle = ({ start, end }: { readonly start: number; readonly end: number }) => end === start + 1;
  if (!stretches.some(isSingle)) return null;
  const end = Math.max(...stretches.map((stretch) => stretch.end));
  const joined = stretches.filter((stretch, index) => isSingle(stretch) || stretches[index + 1]?.start === stretch.end);
  const first = joined[0]?.start ?? end;
  const start = Math.max(first, end - limits.window);
  // Months known only together stand in the window whole or not at all.
  const cut = stretches.find((stretch) => stretch.start < start && stretch.end > start);
  const from = cut?.end ?? start;
  return { start: from, count: end - from };
}

/** The figures that stand in a window whole, `later` months later than they are. */
export function within({ start, count }: MonthWindow, figures: readonly Figure[], later = 0): readonly Figure[] {
  return drawable(figures).filter(({ period }) => {
    const stretch = stretchOf(period);
    return stretch.start + later >= start && stretch.end + later <= start + count;
  });
}

/** The place of a figure in a window, with the mean of its months. */
export function barOf({ start }: MonthWindow, { period, value }: Figure, later = 0) {
  return { at: stretchOf(period).start + later - start, months: period.months, value: value / period.months };
}

/** Stretches of a window without a figure that are so long that the axis is broken there. */
export function breaksOf(window: MonthWindow, flow: FlowOverTime) {
  const known = within(window, flow.months).map(({ period }) => stretchOf(period));
  return known.flatMap(({ start }, index) => {
    const from = known[index - 1]?.end ?? window.start;
    return start - from > limits.together ? [{ at: from - window.start, months: start - from }] : [];
  });
}

/** The period of a window. */
export function periodOf({ start, count }: MonthWindow): Period {
  return periodFrom(start, count);
}
