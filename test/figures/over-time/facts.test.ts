import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../functions/dataset/index.ts';
import {
  aheadOf,
  type Comparison,
  directionOf,
  extremeMonthOf,
  extremeMonthsOf,
  extremeQuarterOf,
  extremeTwelveOf,
  type FlowOverTime,
  gapChangeOf,
  highestOfFewOf,
  lastThat,
  neverOf,
  newestTurnOf,
  type OverTime,
  paceOf,
  shiftOf,
  streakOf,
  streaksFindings,
  streakWithPairsOf,
  turnOf,
} from '../../../functions/figures/index.ts';
import { briefingOf } from '../../briefings.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import { today } from '../../package-files.ts';
import { told } from '../../words.ts';
import { change, figure, january } from './made-figures.ts';

/** A flow of months with these ratios, one after the other; two numbers in a list are a pair of months. */
function flowOf(ratios: readonly (number | readonly [pair: number])[]): FlowOverTime {
  let start = january;
  const monthChanges = ratios.map((ratio) => {
    const pair = typeof ratio !== 'number';
    const made = change(pair ? ratio[0] : ratio, 0.05, start, pair ? 2 : 1);
    start += pair ? 2 : 1;
    return made;
  });
  return flowWith({ monthChanges, months: monthChanges.map(({ value }) => value) });
}

function flowWith(lists: Partial<FlowOverTime>): FlowOverTime {
  const line = { boundaries: [], placeOf: () => null, between: () => null, mayFall: false };
  const none = { months: [], monthChanges: [], quarters: [], quarterChanges: [], twelve: [], twelveChanges: [] };
  const newest = { yearToDate: null, comparisons: [], comparedAt: () => null, sameMonths: [] };
  return { key: 'exports', noteOf: () => 'D1', line, sinceJanuary: [], ...none, ...newest, ...lists };
}

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
const monthsOf = (values: readonly number[], half = 0.1) =>
  values.map((value, at) => figure(value, half, january + at));

describe('a direction', () => {
  it.each([
    [100.55, 0.05, 'rose'],
    [100.54, 0.05, 'unclear'],
    [99.45, 0.05, 'fell'],
    [99.46, 0.05, 'unclear'],
    [102, 2, 'unclear'],
  ] as const)('of %d ± %d is %s', (ratio, half, direction) => {
    expect(directionOf(change(ratio, half))).toBe(direction);
  });
});

describe('a streak', () => {
  it('has three months at least, and begins after the last that did not clearly rise', () => {
    expect(streakOf(flowOf([100, 110, 110]))).toBeNull();
    expect(streakOf(flowOf([100, 110, 110, 110]))?.months).toHaveLength(3);
    expect(streakOf(flowOf([110, 100.5, 110, 110, 110]))?.months).toHaveLength(3);
    expect(streakOf(flowOf([90, 90, 90]))?.direction).toBe('fell');
    expect(streakOf(flowOf([110, 110, 110, 100]))).toBeNull();
  });

  it('ends at months that are known only together, and is told with them where they rose, too', () => {
    const flow = flowOf([110, 110, [108], 110, 110, 110]);
    expect(streakOf(flow)?.months).toHaveLength(3);
    expect(streakWithPairsOf(flow)?.months).toHaveLength(6);
    expect(streakWithPairsOf(flowOf([110, 110, [100], 110, 110, 110]))).toBeNull();
    expect(streakWithPairsOf(flowOf([110, 110, 110]))).toBeNull();
  });

  it('ends at a hole, and is none where the newest month has no base', () => {
    const flow = flowOf([110, 110, 110, 110, 110]);
    const hole = flowWith({ months: flow.months, monthChanges: flow.monthChanges.filter((_, index) => index !== 1) });
    expect(streakOf(hole)?.months).toHaveLength(3);
    expect(streakOf(flowWith({ months: flow.months, monthChanges: flow.monthChanges.slice(0, -1) }))).toBeNull();
  });

  it('of months none of which fell has six, one of them almost unchanged', () => {
    expect(neverOf(flowOf([...times(5, 110), 100.1]))?.never).toBe('fell');
    expect(neverOf(flowOf([...times(4, 110), 100.1]))).toBeNull();
    expect(neverOf(flowOf(times(6, 110)))).toBeNull();
    expect(neverOf(flowOf([...times(5, 110), 100.04]))).toBeNull();
    expect(neverOf(flowOf([...times(5, 90), 99.95]))?.never).toBe('rose');
  });

  it('the last fall is six months back at least, with no pair and no doubt since', () => {
    expect(lastThat(flowOf([90, ...times(6, 110)]), 'fell')?.value.period.code).toBe('2022-01');
    expect(lastThat(flowOf([90, ...times(5, 110)]), 'fell')).toBeNull();
    expect(lastThat(flowOf([90, [110], ...times(6, 110)]), 'fell')).toBeNull();
    expect(lastThat(flowOf([90, ...times(5, 110), 99.54]), 'fell')).toBeNull();
  });
});

describe('a turn', () => {
  it('is a rise after three falls, or a fall after six rises', () => {
    expect(turnOf(flowOf([90, 90, 90, 110]))?.after).toHaveLength(3);
    expect(turnOf(flowOf([90, 90, 110]))).toBeNull();
    expect(turnOf(flowOf([...times(6, 110), 90]))?.direction).toBe('fell');
    expect(turnOf(flowOf([...times(5, 110), 90]))).toBeNull();
  });

  it('is the first since a month only where none between may have gone its way, and no pair lies between', () => {
    expect(turnOf(flowOf([110, 90, 100.1, 90, 110]))?.since?.value.period.code).toBe('2022-01');
    expect(turnOf(flowOf([110, 90, 100.5, 90, 110]))).toBeNull();
    expect(turnOf(flowOf([110, [90], 90, 90, 90, 110]))?.since).toBeNull();
  });
});

describe('what is said of both flows in a row', () => {
  const said = (exports: FlowOverTime, imports: FlowOverTime) =>
    streaksFindings({ exports, imports } as OverTime).map((sentence) => told(sentence).en);

  it('is one sentence where both went one way, with the length of each streak', () => {
    const three = flowOf([100, 110, 110, 110]);
    expect(said(three, three)).toEqual([
      'In April 2022 both exports and imports were higher than a year earlier for the third month in a row',
    ]);
    expect(said(three, flowOf([110, 110, 110, 110]))).toEqual([
      'In April 2022 exports were higher than a year earlier for the third month in a row, imports for the fourth',
    ]);
  });

  it('is one sentence where they went opposite ways', () => {
    expect(said(flowOf([100, 110, 110, 110]), flowOf([90, 90, 90, 90]))).toEqual([
      'In April 2022 exports were higher than a year earlier for the third month in a row, imports lower for the fourth',
    ]);
  });

  it('counts single months where there are enough, though months together before them went the same way', () => {
    const [exports, imports] = said(flowOf([110, [110], 110, 110, 110]), flowOf([90, 90, 90, 90, 90, 90]));
    expect(exports).toMatch(/higher than a year earlier for the third month in a row$/);
    expect(imports).toMatch(/lower than a year earlier for the sixth month in a row$/);
  });

  it('is one sentence alone where it names months taken together', () => {
    const [sentence, ...others] = said(flowOf([110, [110], 110, 110]), flowOf([90, 90, 90, 90, 90]));
    expect(sentence).toContain('taken together');
    expect(others).toEqual([]);
  });
});

describe('the newest turn', () => {
  const flow = flowOf([90, 90, 90, 110, 110, 110]);

  it('is found some months back, and is the newest of several', () => {
    expect(newestTurnOf(flow, january)?.month.value.period.code).toBe('2022-04');
    const again = flowOf([90, 90, 90, 110, ...times(6, 110), 90]);
    expect(newestTurnOf(again, january)?.direction).toBe('fell');
  });

  it('is none where it lies before the months that are shown', () => {
    expect(newestTurnOf(flow, january + 3)?.direction).toBe('rose');
    expect(newestTurnOf(flow, january + 4)).toBeNull();
  });
});

describe('an extreme', () => {
  const low = times(22, 100);

  it('may be two: the highest and the lowest month, the newer first, each with no mean of months together beyond it', () => {
    const months = monthsOf([80, ...low, 120]);
    expect(extremeMonthsOf({ months }, 24).map(({ kind }) => kind)).toEqual(['highest', 'lowest']);
    const pair = (sum: number) => figure(sum, 0.1, january - 2, 2);
    expect(extremeMonthsOf({ months: [pair(150), ...months] }, 24).map(({ kind }) => kind)).toEqual(['highest']);
    expect(extremeMonthsOf({ months: [pair(250), ...months] }, 24).map(({ kind }) => kind)).toEqual(['lowest']);
  });

  it('of 6 to 23 months is told without «since», the highest alone', () => {
    expect(highestOfFewOf({ months: monthsOf([...times(5, 100), 120]) })?.count).toBe(6);
    expect(highestOfFewOf({ months: monthsOf([...times(4, 100), 120]) })).toBeNull();
    expect(highestOfFewOf({ months: monthsOf([...times(22, 100), 120]) })?.count).toBe(23);
    expect(highestOfFewOf({ months: monthsOf([...times(23, 100), 120]) })).toBeNull();
    expect(
      highestOfFewOf({ months: [figure(100, 0.1, january - 2, 2), ...monthsOf([...times(5, 100), 120])] }),
    ).toBeNull();
  });

  it('is told among 24 known months, apart from the runner-up', () => {
    expect(extremeMonthOf(flowWith({ months: monthsOf([...low, 110, 120]) }))?.count).toBe(24);
    expect(extremeMonthOf(flowWith({ months: monthsOf([...low.slice(1), 110, 120]) }))).toBeNull();
    expect(extremeMonthOf(flowWith({ months: monthsOf([...low, 119.9, 120]) }))).toBeNull();
    expect(extremeMonthOf(flowWith({ months: monthsOf([...low, 119.7, 120]) }))?.kind).toBe('highest');
  });

  it('is up to three months back', () => {
    expect(extremeMonthOf(flowWith({ months: monthsOf([...low, 120, ...times(3, 100)]) }))?.figure.value).toBe(120);
    expect(extremeMonthOf(flowWith({ months: monthsOf([...low, 120, ...times(4, 100)]) }))).toBeNull();
  });

  it('is none where months known only together may hold a higher one', () => {
    const months = monthsOf([...low, 110, 120]);
    const pair = (sum: number) => figure(sum, 0.1, january - 2, 2);
    expect(extremeMonthOf(flowWith({ months: [pair(239.6), ...months] }))?.count).toBe(24);
    expect(extremeMonthOf(flowWith({ months: [pair(239.8), ...months] }))).toBeNull();
  });

  it('of sums of twelve months and of quarters is the newest', () => {
    const sums = (count: number) =>
      monthsOf(
        Array.from({ length: count }, (_, at) => 1000 + at),
        0.15,
      );
    expect(extremeTwelveOf(flowWith({ twelve: sums(24) }))?.count).toBe(24);
    expect(extremeTwelveOf(flowWith({ twelve: sums(23) }))).toBeNull();
    expect(extremeTwelveOf(flowWith({ twelve: sums(24).toReversed() }))).toBeNull();
    const quarters = (count: number) =>
      Array.from({ length: count }, (_, at) => figure(90 - at, 0.1, january + 3 * at, 3));
    expect(extremeQuarterOf(flowWith({ quarters: quarters(8) }))?.kind).toBe('lowest');
    expect(extremeQuarterOf(flowWith({ quarters: quarters(7) }))).toBeNull();
    expect(extremeQuarterOf(flowWith({ quarters: quarters(9).filter((_, at) => at !== 4) }))).toBeNull();
  });

  it('a value since January is ahead of three years in a row at least', () => {
    const years = (values: readonly number[]) => values.map((value, at) => figure(value, 0.05, january + 12 * at, 9));
    expect(aheadOf(flowWith({ sameMonths: years([100, 101, 102, 103]) }))?.years).toHaveLength(3);
    expect(aheadOf(flowWith({ sameMonths: years([101, 102, 103]) }))).toBeNull();
    expect(aheadOf(flowWith({ sameMonths: years([100, 101, 102.8, 103]) }))?.above).toBe(true);
    expect(aheadOf(flowWith({ sameMonths: years([100, 101, 102.9, 103]) }))).toBeNull();
    expect(aheadOf(flowWith({ sameMonths: years([100, 101, 102, 99, 98]).filter((_, at) => at !== 2) }))).toBeNull();
    expect(aheadOf(flowWith({ sameMonths: years([103, 102, 101, 100]) }))?.above).toBe(false);
  });
});

describe('exports against imports', () => {
  it('one grew faster where the rates are apart and three tenths of a point lie between them', () => {
    expect(paceOf(change(110.3), change(110))?.pace).toBe('exports');
    expect(paceOf(change(110.29), change(110))?.pace).toBe('same');
    expect(paceOf(change(110.3, 0.15), change(110, 0.15))?.pace).toBe('same');
    expect(paceOf(change(90), change(91))?.pace).toBe('exports');
    expect(paceOf(change(110), change(90))).toBeNull();
    expect(paceOf(change(110), change(100))).toBeNull();
  });

  const balance = (now: number, before: number, half = 0.1): Comparison => ({
    ...change(100),
    value: figure(now, half),
    base: figure(before, half),
  });

  it('a gap widens or narrows from half a per cent on, apart from rounding', () => {
    expect(gapChangeOf(balance(-100.5, -100))).toBe('widened');
    expect(gapChangeOf(balance(-100.49, -100))).toBe('same');
    expect(gapChangeOf(balance(-99.5, -100))).toBe('narrowed');
    expect(gapChangeOf(balance(-100.5, -100, 0.25))).toBe('same');
    expect(gapChangeOf(balance(110, 100))).toBe('widened');
  });

  it('a balance turns only where neither side may be zero', () => {
    expect(gapChangeOf(balance(0.2, -0.2))).toBe('turned');
    expect(gapChangeOf(balance(0.1, -0.2))).toBeNull();
  });
});

describe('a share', () => {
  const shares = (values: readonly number[]) => values.map((value, at) => figure(value, 0.05, january + 12 * at, 9));

  it('moved from one point on, and is the same below three tenths', () => {
    expect(shiftOf(shares([60, 61]))?.kind).toBe('rose');
    expect(shiftOf(shares([60, 60.9]))?.kind).toBe('unclear');
    expect(shiftOf(shares([60, 60.2]))?.kind).toBe('same');
    expect(shiftOf(shares([61, 60]))?.kind).toBe('fell');
    expect(shiftOf(shares([61]))).toBeNull();
  });

  it('went one way for three steps at least, and was highest of four years at least', () => {
    expect(shiftOf(shares([60, 61, 62, 63]))?.steps).toBe(3);
    expect(shiftOf(shares([61, 62, 63]))?.steps).toBe(0);
    expect(shiftOf(shares([60, 61, 60, 63]))?.steps).toBe(0);
    expect(shiftOf(shares([60, 61, 62, 63]))?.extreme?.kind).toBe('highest');
    expect(shiftOf(shares([61, 62, 63]))?.extreme).toBeNull();
  });

  it('is compared over five equal periods, and never with other months', () => {
    expect(shiftOf(shares([10, 60, 61, 62, 63, 64]))?.first.value).toBe(60);
    const other = figure(50, 0.05, january, 6);
    expect(shiftOf([other, ...shares([60, 61])])?.first.value).toBe(60);
  });
});

it('a record of bulletins with a gap has a streak that ends there', () => {
  const files = monthlyPackage({ from: '2023-01', months: 40, missing: ['2025-02'], flows: ['export'], seed: 3 });
  const { overTime } = briefingOf('2026-07', loadDataset(files, today));
  const flow = overTime?.exports;
  if (!flow) throw new Error('there are no exports');
  const run = streakOf(flow);
  for (const { value } of run?.months ?? []) expect(value.period.months).toBe(1);
});
