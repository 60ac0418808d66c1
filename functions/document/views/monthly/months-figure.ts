import { periodFrom } from '../../../dataset/index.ts';
import {
  type Comparison,
  classifyChange,
  codeTerm,
  everyMonthFinding,
  extremeOfBothFinding,
  extremeTitle,
  type Figure,
  type Finding,
  type FlowName,
  type FlowOverTime,
  finding,
  marginOf,
  messageTerm,
  type OverTime,
  periodAs,
  periodTerm,
  stretchOf,
} from '../../../figures/index.ts';
import { decimalsOfChange } from '../../term-numbers.ts';
import type { MonthAxis, MonthBar, MonthsPanel } from '../../time-charts.ts';
import type { Words } from '../../words.ts';
import { altList, altText, showing, sourcesOf } from '../view-context.ts';
import { annotationsOf } from './month-annotations.ts';
import { barOf, breaksOf, drawable, type MonthWindow, monthFlows, periodOf, within } from './month-window.ts';
import type { MonthlyContext } from './monthly-context.ts';

/** The figure with the months of both flows, their year before and their changes. */
export function monthsFigure(context: MonthlyContext, window: MonthWindow) {
  const { overTime, words, charts } = context;
  const flows = monthFlows.flatMap((name) => {
    const flow = overTime[name];
    return flow ? [{ name, flow }] : [];
  });
  const title = monthsFigureTitle(overTime);
  const panels = flows.map(({ name, flow }) => panelOf(context, window, name, flow));
  const together = panels.flatMap(({ bars }) => bars).filter(({ months }) => months > 1);
  const hasBase = panels.some(({ ledges }) => ledges.length > 0);
  const drawn = flows.flatMap(({ flow }) => [
    ...within(window, flow.months),
    ...changesOf(window, flow).flatMap(({ index }) => index ?? []),
  ]);
  charts.set('months', {
    kind: 'months',
    axis: axisOf(window, words),
    key: {
      month: words.message('label.one_month'),
      together: together.length > 0 ? words.message('pair.key', { kind: kindOf(together) }) : null,
      earlier: hasBase ? words.message('label.year_earlier') : null,
    },
    caption: words.message('label.change_strip'),
    panels,
    shows: showing(drawn),
    alt: altText(context, title, flows.map(({ name, flow }) => altOf(context, window, name, flow)).join(' ')),
  });
  return {
    title,
    span: words.compactPeriod(periodOf(window)),
    ...sourcesOf(context, drawn),
    refs: drawn,
    margin: marginText(words, drawn),
    together: togetherFinding(
      window,
      flows.map(({ flow }) => flow),
    ),
  };
}

/** The title that the months themselves allow; the plain one where no rule gives a sentence. */
export function monthsFigureTitle(overTime: OverTime): Finding {
  const of = (name: FlowName) => {
    const flow = overTime[name];
    return flow && extremeTitle(name, flow);
  };
  const found = extremeOfBothFinding(overTime) ?? of('exports') ?? of('imports') ?? everyMonthFinding(overTime);
  return found ?? plainTitle(overTime);
}

/** What the months are of, without a finding. */
export function plainTitle({ exports, imports }: OverTime): Finding {
  if (exports && imports) return finding('title.months_figure');
  return finding('title.months_of', { subject: messageTerm(exports ? 'subject.exports' : 'subject.imports') });
}

/** «Two months together» where all are pairs, else «several». */
export function kindOf(bars: readonly Pick<MonthBar, 'months'>[]): 'two' | 'several' {
  return bars.every(({ months }) => months === 2) ? 'two' : 'several';
}

/** The margin of the months that were calculated, as printed; null where none was. */
export function marginText(words: Words, figures: readonly Figure[]): string | null {
  const made = figures.filter(
    ({ status, unit, period }) => status === 'calculated' && unit === 'USD' && period.months === 1,
  );
  return made.length > 0 ? words.number(Math.max(...made.map(marginOf)), 1) : null;
}

/** A letter for each month, and the years where they begin. */
export function axisOf({ start, count }: MonthWindow, words: Words): MonthAxis {
  const letters = words.message('months.letters').split(/\s/);
  const places = Array.from({ length: count }, (_, at) => start + at);
  return {
    letters: places.map((month) => letters[month % 12] ?? ''),
    years: places.flatMap((month, at) =>
      at === 0 || month % 12 === 0 ? [{ name: String(Math.floor(month / 12)), at }] : [],
    ),
  };
}

function panelOf({ words }: MonthlyContext, window: MonthWindow, name: FlowName, flow: FlowOverTime): MonthsPanel {
  return {
    tone: name,
    name: words.message(`subject.${name}`),
    bars: within(window, flow.months).map((figure) => barOf(window, figure)),
    ledges: within(window, flow.months, 12).map((figure) => barOf(window, figure, 12)),
    changes: stripOf(words, window, flow),
    annotations: annotationsOf(window, name, flow, words),
    breaks: breaksOf(window, flow),
  };
}

/** The changes within a window that have a percentage: a base near zero has none. */
function changesOf(window: MonthWindow, { monthChanges }: FlowOverTime): readonly Comparison[] {
  const shown = new Set(
    within(
      window,
      monthChanges.map(({ value }) => value),
    ),
  );
  return monthChanges.filter(({ value, base, index }) => {
    const word = classifyChange({ value, base: base ?? undefined, index: index ?? undefined });
    return shown.has(value) && index !== null && !/tiny|zero/.test(word);
  });
}

/** The strip of changes; labelled are the newest, those of months together, the largest, the smallest and the last fall. */
function stripOf(words: Words, window: MonthWindow, flow: FlowOverTime): MonthsPanel['changes'] {
  const changes = changesOf(window, flow).flatMap(({ value, index }) => {
    return index ? [{ ...barOf(window, value), value: index.value - 100, decimals: decimalsOfChange(index) }] : [];
  });
  const bySize = changes.toSorted((a, b) => a.value - b.value);
  const falls = changes.filter(({ value }) => value < 0);
  const together = changes.filter(({ months }) => months > 1);
  const told = [changes.at(-1), ...together.toReversed(), bySize.at(-1), bySize[0], falls.at(-1)];
  const first = [...new Set(told)].flatMap((change) => change ?? []);
  const others = changes.filter((change) => !first.includes(change));
  return [
    ...first.map((change) => ({ ...change, label: words.number(change.value, change.decimals, true) })),
    ...others.map((change) => ({ ...change, label: null })),
  ];
}

/** What follows from months that are known only together, in the window or a year before it; null where none are. */
function togetherFinding(window: MonthWindow, flows: readonly FlowOverTime[]): Finding | null {
  const several = (later: number) => {
    const figures = flows
      .flatMap(({ months }) => within(window, months, later))
      .filter(({ period }) => period.months > 1);
    return [...new Map(figures.map(({ period }) => [period.code, period])).values()];
  };
  const list = (periods: ReturnType<typeof several>) => ({
    months: { term: 'list', items: periods.map((period) => periodAs(period, 'together')) } as const,
  });
  const [now, before] = [several(0), several(12)];
  if (now.length > 0) return finding('pair.source', list(now));
  const later = before.map((period) => periodFrom(stretchOf(period).start + 12, period.months));
  return later.length > 0 ? finding('missing.year_later', list(later)) : null;
}

/** First, last, highest and lowest of a flow, the extremes of its changes, and what is known only together or not at all. */
function altOf(context: MonthlyContext, window: MonthWindow, name: FlowName, flow: FlowOverTime): string {
  const { words } = context;
  const shown = within(window, flow.months);
  const single = shown.filter(({ period }) => period.months === 1).toSorted((a, b) => a.value - b.value);
  const newest = shown.findLast(({ period }) => period.months === 1);
  const [lowest, highest] = [single[0], single.at(-1)];
  const number = (figure: Figure) => words.number(figure.value, figure.decimals);
  const changes = changesOf(window, flow).flatMap(({ index }) => index ?? []);
  const [least, most] = [
    changes.toSorted((a, b) => a.value - b.value)[0],
    changes.toSorted((a, b) => b.value - a.value)[0],
  ];
  const latest = changes.at(-1);
  const growth = (index: Figure) => codeTerm(words.growth(index));
  const parts: string[] = [];
  if (newest && lowest && highest) {
    const terms = {
      span: codeTerm(words.period(periodOf(window))),
      flow: codeTerm(words.message(`label.${name}`)),
      v1: codeTerm(number(newest)),
      m1_in: periodAs(newest.period, 'in'),
      vhi: codeTerm(number(highest)),
      mhi_in: periodAs(highest.period, 'in'),
      vlo: codeTerm(number(lowest)),
      mlo_in: periodAs(lowest.period, 'in'),
    };
    const isCompared = least && most && latest;
    // The newest months may have no rate, as where they came to nothing.
    const isNewest = latest?.period.code === shown.at(-1)?.period.code;
    parts.push(
      words.plain(
        isCompared
          ? finding(isNewest ? 'alt.months' : 'alt.months_ended', {
              ...terms,
              glo: growth(least),
              ghi: growth(most),
              g1: growth(latest),
              ...(isNewest ? {} : { m: periodTerm(latest.period) }),
            })
          : finding('alt.months_values', terms),
      ),
    );
  }
  const together = shown.filter(({ period }) => period.months > 1);
  if (together.length > 0) {
    const list = altList(
      context,
      together.map((figure) => [words.period(figure.period), number(figure)] as const),
    );
    parts.push(words.message('alt.together', { list }));
  }
  const holes = holesOf(window, flow).map((period) => words.period(period));
  if (holes.length > 0) parts.push(words.message('alt.holes', { list: words.list(holes, true) }));
  return parts.join(' ');
}

/** The stretches of a window of which nothing is known. */
function holesOf(window: MonthWindow, flow: FlowOverTime) {
  const known = within(window, drawable(flow.months)).map(({ period }) => stretchOf(period));
  const end = window.start + window.count;
  return [...known, { start: end, end }].flatMap(({ start }, index) => {
    const from = known[index - 1]?.end ?? window.start;
    return start > from ? [periodFrom(from, start - from)] : [];
  });
}
