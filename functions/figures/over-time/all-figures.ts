import type { Figure } from '../figure.ts';
import type { Comparison, FlowOverTime } from './flow.ts';
import type { FlowMeasure } from './flow-notes.ts';
import type { OverTime } from './over-time.ts';
import type { PartGroup } from './part-sums.ts';
import type { PartsOverTime } from './parts.ts';

const made = new WeakMap<OverTime, readonly Figure[]>();

/**
 * Every figure that is worked out over time, each once: flow by flow, then shares, counts, goods and regions. The published
 * values that they rest on are among them where they stand in a list themselves.
 */
export function allFigures(overTime: OverTime): readonly Figure[] {
  const known = made.get(overTime) ?? gather(overTime);
  made.set(overTime, known);
  return known;
}

function gather(overTime: OverTime): readonly Figure[] {
  return [...new Set([...flowsOf(overTime).flatMap(flowFigures), ...figuresBesideFlows(overTime)])];
}

/** The flows that are known. */
export function flowsOf({ turnover, exports, imports, balance, investment }: OverTime): readonly FlowOverTime[] {
  return [turnover, exports, imports, balance, investment].filter((flow) => flow !== null);
}

/** What is worked out besides the flows: shares, counts, goods and regions. */
export function figuresBesideFlows(overTime: OverTime): readonly Figure[] {
  const { driver, shifts, goods, regions, investmentShift, stocks, documents } = overTime;
  return [
    ...(driver?.share ? [driver.share] : []),
    ...[...Object.values(shifts), investmentShift].flatMap((shift) => shift?.difference ?? []),
    ...[...stocks, ...(documents ? [documents] : [])].flatMap(({ changes }) =>
      changes.map(({ difference }) => difference),
    ),
    ...(documents?.totals ?? []),
    ...[goods.exports, goods.imports, regions].flatMap((parts) => (parts ? partFigures(parts) : [])),
  ];
}

function flowFigures(flow: FlowOverTime): readonly Figure[] {
  const { sinceJanuary, months, monthChanges, quarters, quarterChanges, twelve, twelveChanges, yearToDate } = flow;
  const changes = [...(yearToDate ? [yearToDate] : []), ...monthChanges, ...quarterChanges, ...twelveChanges];
  return [...sinceJanuary, ...months, ...quarters, ...twelve, ...changes.flatMap(comparedFigures)];
}

/** The figures of one measure of a flow, with those that compare them; every value since January is compared. */
export function figuresOfMeasure(flow: FlowOverTime, measure: FlowMeasure): readonly Figure[] {
  switch (measure) {
    case 'since_january': {
      const newest = flow.yearToDate ? comparedFigures(flow.yearToDate) : [];
      return [...flow.sinceJanuary, ...newest, ...flow.comparisons.flatMap(besidesValue)];
    }
    case 'month':
      return [...flow.months, ...flow.monthChanges.flatMap(comparedFigures)];
    case 'quarter':
      return [...flow.quarters, ...flow.quarterChanges.flatMap(comparedFigures)];
    case 'twelve':
      return [...flow.twelve, ...flow.twelveChanges.flatMap(comparedFigures)];
  }
}

/** What a comparison has besides its value. */
export function besidesValue({ base, index, difference }: Comparison): readonly Figure[] {
  return [base, index, difference].filter((figure) => figure !== null);
}

/** The figures of a comparison, its value among them. */
export function comparedFigures({ value, base, index, difference, revised }: Comparison): readonly Figure[] {
  return [value, base, index, difference, revised?.implied].filter((figure) => figure !== null && figure !== undefined);
}

function groupFigures({ value, base, index, difference, contribution, share }: PartGroup): readonly (Figure | null)[] {
  return [value, base, index, difference, contribution, share];
}

function partFigures({ total, parts, named, rest, more, pair, bordering }: PartsOverTime): readonly Figure[] {
  const figures = [
    ...comparedFigures(total),
    ...parts.flatMap(({ comparison, contribution, share, shareBefore, sameMonths }) => [
      ...(comparison ? comparedFigures(comparison) : []),
      contribution,
      share,
      shareBefore,
      ...sameMonths,
    ]),
    named.value,
    named.share,
    ...Object.values(rest),
    ...[more, pair, bordering].flatMap((group) => (group ? groupFigures(group) : [])),
  ];
  return figures.filter((figure) => figure !== null);
}
