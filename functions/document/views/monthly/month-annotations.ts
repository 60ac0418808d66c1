import {
  type Extreme,
  extremeMonthsOf,
  type Figure,
  type FlowName,
  type FlowOverTime,
  finding,
  lastThat,
  newestTurnOf,
  periodAs,
  stretchOf,
  thresholds,
} from '../../../figures/index.ts';
import type { MonthsPanel } from '../../time-charts.ts';
import { capitalise, type Words } from '../../words.ts';
import { type MonthWindow, within } from './month-window.ts';

/** How many marks of a panel are annotated, besides months that are known only together. */
const most: Readonly<Record<FlowName, number>> = { exports: 3, imports: 2 };

type Annotation = MonthsPanel['annotations'][number];

/**
 * What is said of the months of a flow, the most important first: months known only together, the newest turn, the
 * highest and the lowest of all that are known, and the last fall or rise. Each month has one annotation.
 */
export function annotationsOf(window: MonthWindow, name: FlowName, flow: FlowOverTime, words: Words) {
  const said = [...together(window, flow, words), ...turns(window, flow, words)];
  const also = [...extremes(window, flow, words), ...lasts(window, flow, words)];
  const inside = [...said, ...also].filter(({ at }) => at >= 0);
  const known = new Set<number>();
  const each = inside.filter(({ at }) => !known.has(at) && known.add(at));
  const always = each.filter(({ months }) => months > 1).length;
  return each.slice(0, Math.max(always, most[name]));
}

function annotation({ start }: MonthWindow, { period }: Figure, when: string, what: string): Annotation {
  return { at: stretchOf(period).start - start, months: period.months, when, what };
}

function together(window: MonthWindow, flow: FlowOverTime, words: Words): readonly Annotation[] {
  const pairs = within(window, flow.months).filter(({ period }) => period.months > 1);
  return pairs.toReversed().map((figure) => {
    const what = words.message('pair.label', { n: words.number(figure.value, figure.decimals) });
    return annotation(window, figure, capitalise(words.compactPeriod(figure.period)), what);
  });
}

function turns(window: MonthWindow, flow: FlowOverTime, words: Words): readonly Annotation[] {
  const turn = newestTurnOf(flow, window.start);
  if (!turn) return [];
  const { month, after, since, direction } = turn;
  const what = direction === 'rose' ? 'rise' : 'fall';
  const when = capitalise(words.period(month.value.period));
  if (after.length > 0) {
    const label = words.named(`turn.label_${what}_after`, { n: after.length });
    return [annotation(window, month.value, when, label)];
  }
  if (!since) return [];
  const label = words.plain(finding(`turn.label_${what}_since`, { since: periodAs(since.value.period, 'since') }));
  return [annotation(window, month.value, when, label)];
}

function extremes(window: MonthWindow, flow: FlowOverTime, words: Words): readonly Annotation[] {
  // «Lowest since January 2022» says nothing of January 2022 itself.
  const told = extremeMonthsOf(flow, thresholds.extremeMonths).filter(({ figure, first }) => figure !== first);
  return told.map(({ kind, figure, first }: Extreme) => {
    const isWhole = flow.months.every(({ period }) => period.months === 1);
    const end = kind === 'highest' ? 'high' : 'low';
    const what = words.plain(
      finding(isWhole ? `extreme.label_${end}` : `extreme.label_${end}_known`, {
        since: periodAs(first.period, 'since'),
      }),
    );
    const value = words.number(figure.value, figure.decimals);
    const when = words.message('label.when', { when: words.period(figure.period), value });
    return annotation(window, figure, capitalise(when), what);
  });
}

function lasts(window: MonthWindow, flow: FlowOverTime, words: Words): readonly Annotation[] {
  return (['fell', 'rose'] as const).flatMap((direction) => {
    const last = lastThat(flow, direction);
    if (!last) return [];
    const what = words.message(direction === 'fell' ? 'turn.label_last_fall' : 'turn.label_last_rise');
    return [annotation(window, last.value, capitalise(words.period(last.value.period)), what)];
  });
}
