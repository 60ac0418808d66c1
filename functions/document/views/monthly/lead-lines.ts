import { endOf, type Period, periodFrom } from '../../../dataset/index.ts';
import { type Figure, type FlowOverTime, isTold, thinTwelveOf } from '../../../figures/index.ts';
import type { LeadLine, LeadLines } from '../../overview-charts.ts';
import { numberLabel, numberText, showing } from '../view-context.ts';
import { type Drawn, gapOf, monthsAlt, monthTo } from './lead-flows.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { growthLabel } from './monthly-words.ts';

/** The axis of lines: its first boundary, its months and its years. */
function axisOf(start: number, end: number): Pick<LeadLines, 'months' | 'years'> {
  const [first, last] = [Math.floor((start - 1) / 12), Math.floor((end - 1) / 12)];
  const years = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return { name: String(year), start: year * 12 + 1 - start, end: year * 12 + 13 - start };
  });
  return { months: end - start, years };
}

/** Sums of twelve months as lines, with the part before the first whole year that rests on indices. */
export function twelveLines(context: MonthlyContext, drawn: readonly Drawn[]): LeadLines {
  const { overTime, words } = context;
  const known = drawn
    .filter(({ flow }) => flow.twelve.length > 0)
    .map((each) => ({ ...each, thin: thinTwelveOf(each.flow) }));
  const begins = known.flatMap(({ flow, thin }) => thin[0]?.end ?? flow.twelve.slice(0, 1).map(endOf));
  const start = Math.min(...begins);
  const end = Math.max(...known.flatMap(({ flow }) => flow.twelve.slice(-1).map(endOf)));
  const lines = known.flatMap(({ tone, flow, thin }): readonly LeadLine[] => {
    const [first, last] = [flow.twelve[0], flow.twelve.at(-1)];
    if (!first || !last) return [];
    return [
      {
        tone,
        thin: thin.map((sum) => ({ at: sum.end - start, value: sum.value })),
        points: flow.twelve.map((sum) => ({ at: endOf(sum) - start, value: sum.value })),
        marked: { at: endOf(first) - start, label: numberLabel(context, first) },
        end: { label: numberLabel(context, last), name: nameWithGrowth(context, tone, flow) },
      },
    ];
  });
  const { balance } = overTime;
  const gapAt = (sums: readonly Figure[]) => {
    const [one] = sums;
    const isSame = one && sums.every((sum) => endOf(sum) === endOf(one));
    const gap = isSame && balance?.twelve.find((sum) => endOf(sum) === endOf(one));
    return gap ? gapOf(context, gap) : null;
  };
  const gap =
    known.length > 1
      ? {
          first: gapAt(known.flatMap(({ flow }) => flow.twelve.slice(0, 1))),
          last: gapAt(known.flatMap(({ flow }) => flow.twelve.slice(-1))),
        }
      : null;
  const holes = holesIn(known.map(({ flow }) => flow.twelve));
  const list =
    holes.length > 0
      ? ` ${words.message('alt.holes', {
          list: words.list(
            holes.map((month) => words.period(month)),
            true,
          ),
        })}`
      : '';
  const sums = known.flatMap(({ flow }) => flow.twelve);
  const shows = showing([...sums, ...(gap ? (balance?.twelve ?? []) : [])]);
  const crossing = gap && crossingOf(context, start);
  return {
    kind: 'lead-lines',
    ...axisOf(start, end),
    lines,
    gap,
    crossing,
    shows,
    alt: twelveAlt(context, known, list),
  };
}

/** The newest sum of twelve months whose balance is on the other side of zero than the one before it. */
function crossingOf(context: MonthlyContext, start: number): LeadLines['crossing'] {
  const { overTime, words } = context;
  const sides = (overTime.balance?.twelve ?? []).filter(({ interval: { lo, hi } }) => lo > 0 || hi < 0);
  const crossed = sides.findLast((sum, index) => {
    const before = sides[index - 1];
    return before !== undefined && Math.sign(before.value) !== Math.sign(sum.value);
  });
  if (!crossed) return null;
  const month = words.compactPeriod(monthTo(endOf(crossed)));
  return {
    at: endOf(crossed) - start,
    label: words.message('label.crossed', { side: crossed.value > 0 ? 'surplus' : 'deficit', month }),
  };
}

/** The months between the first and the last sum for which there is none, those that follow one another together. */
function holesIn(lists: readonly (readonly Figure[])[]): readonly Period[] {
  const ends = lists.flatMap((list) =>
    list.slice(1).flatMap((sum, index) => {
      const before = list[index];
      const from = before ? endOf(before) + 1 : endOf(sum);
      return Array.from({ length: endOf(sum) - from }, (_, at) => from + at);
    }),
  );
  const missing = [...new Set(ends)].toSorted((a, b) => a - b);
  const firsts = missing.filter((end, index) => missing[index - 1] !== end - 1);
  return firsts.map((first, index) => {
    const next = missing.indexOf(firsts[index + 1] ?? Number.POSITIVE_INFINITY);
    const last = missing.at(next < 0 ? -1 : next - 1) ?? first;
    return periodFrom(first - 1, last - first + 1);
  });
}

function twelveAlt(context: MonthlyContext, drawn: readonly Drawn[], holes: string): string {
  const { words, overTime } = context;
  const texts = new Map(drawn.map(({ tone, flow }) => [tone, textsOf(context, flow.twelve)]));
  const [sold, bought] = [texts.get('exports'), texts.get('imports')];
  const [b0, b1] = [overTime.balance?.twelve[0], overTime.balance?.twelve.at(-1)];
  const isAlike = sold?.from === bought?.from && sold?.to === bought?.to;
  if (sold && bought && b0 && b1 && isAlike) {
    return words.message('alt.twelve', {
      ...{ e0: sold.first, e1: sold.last, ehi: sold.highest, elo: sold.lowest, m0: sold.from, m1: sold.to },
      ...{ i0: bought.first, i1: bought.last, ihi: bought.highest, ilo: bought.lowest },
      b0: numberText(context, b0),
      b1: numberText(context, b1),
      holes,
    });
  }
  const each = drawn.flatMap(({ tone }) => {
    const own = texts.get(tone);
    if (!own) return [];
    const slots = { v0: own.first, v1: own.last, hi: own.highest, lo: own.lowest, m0: own.from, m1: own.to };
    const flow = words.message(`subject.${tone}`);
    return [words.message('alt.twelve_one', { flow, ...slots, holes: drawn.at(-1)?.tone === tone ? holes : '' })];
  });
  return each.length > 0 ? each.join(' ') : words.message('twelve.subtitle');
}

/** The first and last of some sums with their months, the highest and the lowest, in words. */
function textsOf(context: MonthlyContext, sums: readonly Figure[]) {
  const bySize = sums.toSorted((a, b) => a.value - b.value);
  const text = (figure: Figure | undefined) => (figure ? numberText(context, figure) : '');
  const month = (figure: Figure | undefined) => (figure ? context.words.period(monthTo(endOf(figure))) : '');
  return {
    first: text(sums[0]),
    last: text(sums.at(-1)),
    highest: text(bySize.at(-1)),
    lowest: text(bySize[0]),
    from: month(sums[0]),
    to: month(sums.at(-1)),
  };
}

/** A flow with the growth of its newest sum of twelve months, where that is known. */
function nameWithGrowth(context: MonthlyContext, tone: Drawn['tone'], flow: FlowOverTime): string {
  const compared = flow.twelveChanges.at(-1);
  const name = context.words.message(`label.${tone}`);
  if (!compared?.index || compared.value !== flow.twelve.at(-1) || !isTold(compared)) return name;
  return context.words.message('label.times_named', { name, times: growthLabel(context, compared.index).text });
}

/** As many months are drawn at most where there are no sums of twelve. */
const mostMonths = 36;

/** Single months as lines, with the newest and its month a year earlier named; the mean of several stands in no line. */
export function monthLines(context: MonthlyContext, drawn: readonly Drawn[]): LeadLines {
  const { words } = context;
  const end = Math.max(...drawn.flatMap(({ flow }) => flow.months.map(endOf)));
  const all = drawn.map(({ tone, flow }) => {
    return { tone, months: flow.months.filter((figure) => endOf(figure) > end - mostMonths) };
  });
  const single = all.map(({ tone, months }) => ({ tone, months: months.filter(({ period }) => period.months === 1) }));
  const start = Math.min(...single.flatMap(({ months }) => months.map(endOf)));
  const last = Math.max(...single.flatMap(({ months }) => months.map(endOf)));
  const lines = single.flatMap(({ tone, months }): readonly LeadLine[] => {
    const newest = months.at(-1);
    if (!newest) return [];
    const before = months.find((figure) => endOf(figure) === endOf(newest) - 12);
    const name = words.message('label.of_month', {
      name: words.message(`label.${tone}`),
      month: words.compactPeriod(newest.period),
    });
    return [
      {
        tone,
        thin: [],
        points: months.map((figure) => ({ at: endOf(figure) - start, value: figure.value })),
        marked: before ? { at: endOf(before) - start, label: numberLabel(context, before) } : null,
        end: { label: numberLabel(context, newest), name },
      },
    ];
  });
  return {
    kind: 'lead-lines',
    ...axisOf(start, last),
    lines,
    gap: null,
    crossing: null,
    shows: showing(single.flatMap(({ months }) => months)),
    alt: monthsAlt(context, all, 'alt.month_lines'),
  };
}
