import { expect, it } from 'vitest';
import { periodFrom } from '../../../functions/dataset/index.ts';
import type { Figure } from '../../../functions/figures/index.ts';
import { flowOverTime } from '../../../functions/figures/over-time/flow.ts';
import { type Line, lineOf } from '../../../functions/figures/over-time/line.ts';

const january = 2011 * 12;

/** Published exports since January, for so many months in a row. */
function bulletins(months: number): readonly Figure[] {
  return Array.from({ length: months }, (_, at): Figure => {
    const sinceJanuary = (at % 12) + 1;
    const period = periodFrom(january + at + 1 - sinceJanuary, sinceJanuary);
    const value = 100 * sinceJanuary + at;
    return {
      key: `trade_value.export.RU.${period.code}`,
      subject: 'exports',
      area: null,
      product: null,
      group: 'series',
      note: 'P1',
      status: 'published',
      value,
      interval: { lo: value - 0.05, hi: value + 0.05 },
      decimals: 1,
      unit: 'USD',
      signed: false,
      approximate: false,
      period,
      qualifier: 'exact',
      expression: null,
      sources: [],
      row: null,
    };
  });
}

/** A flow from so many months of bulletins, and how many amounts were added up for it so far. */
function countedFlow(months: number) {
  const line = lineOf(bulletins(months), false);
  let sums = 0;
  const counted: Line = {
    ...line,
    between(start, end) {
      sums += 1;
      return line.between(start, end);
    },
  };
  const subjects = { value: 'exports', index: 'exports.index', change: 'exports.change' } as const;
  const flow = flowOverTime({ key: 'exports', subjects, signed: false }, counted, null, () => 'D1');
  return { flow, sums: () => sums };
}

/** Asks for everything that a flow says, and gives how many values that are. */
function everything({ flow }: ReturnType<typeof countedFlow>): number {
  const { sinceJanuary, months, quarters, twelve, comparisons, monthChanges, quarterChanges, twelveChanges } = flow;
  const lists = [sinceJanuary, months, quarters, twelve, comparisons, monthChanges, quarterChanges, twelveChanges];
  return lists.reduce((sum, { length }) => sum + length, 0);
}

it('an amount is added up once, however often it is asked for, or compared', () => {
  const counted = countedFlow(60);
  everything(counted);
  const once = counted.sums();
  expect(everything(counted)).toBeGreaterThan(300);
  for (const { period } of counted.flow.sinceJanuary) counted.flow.comparedAt(january + 12 + period.months);
  expect(counted.sums()).toBe(once);
});

it('the work grows with the months: fifteen years take three times the sums of five', () => {
  const [five, fifteen] = [60, 180].map((months) => {
    const counted = countedFlow(months);
    const values = everything(counted);
    return { values, sums: counted.sums() };
  });
  expect(fifteen?.sums ?? 0).toBeLessThan(3.3 * (five?.sums ?? 0));
  expect(fifteen?.sums ?? 0).toBeLessThan(fifteen?.values ?? 0);
});

it('a value since January is compared once: who asks again gets the same comparison', () => {
  const { flow } = countedFlow(60);
  const end = january + 30;
  expect(flow.comparedAt(end)).not.toBeNull();
  expect(flow.comparedAt(end)).toBe(flow.comparedAt(end));
  expect(flow.comparisons).toContain(flow.comparedAt(end));
});
