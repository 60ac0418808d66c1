import type { Figure } from '../figure.ts';
import type { Comparison, FlowOverTime } from './flow.ts';
import { type FlowMeasure, measures } from './flow-notes.ts';
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
  return measures.flatMap((measure) => {
    const { values, changes } = ofMeasure(flow, measure);
    return [...values, ...changes.flatMap(comparedFigures)];
  });
}

/** The values of one measure of a flow, and those of them that are compared with a year earlier. */
function ofMeasure(flow: FlowOverTime, measure: FlowMeasure) {
  switch (measure) {
    case 'since_january':
      return { values: flow.sinceJanuary, changes: flow.comparisons };
    case 'month':
      return { values: flow.months, changes: flow.monthChanges };
    case 'quarter':
      return { values: flow.quarters, changes: flow.quarterChanges };
    case 'twelve':
      return { values: flow.twelve, changes: flow.twelveChanges };
  }
}

/** What is calculated of one measure of a flow, by its numbers in the notes: values, and what compares them. */
export function linesOfMeasure(flow: FlowOverTime, measure: FlowMeasure): ReadonlyMap<string, ReadonlySet<Figure>> {
  const lines = new Map<string, Set<Figure>>();
  const add = (figure: Figure | null | undefined) => {
    if (figure?.status !== 'calculated') return;
    const line = lines.get(figure.note);
    if (line) line.add(figure);
    else lines.set(figure.note, new Set([figure]));
  };
  const { values, changes } = ofMeasure(flow, measure);
  for (const value of values) add(value);
  // There are thousands of them, so no list is made of each.
  for (const { value, base, index, difference, revised } of changes) {
    add(value);
    add(base);
    add(index);
    add(difference);
    add(revised?.implied);
  }
  return lines;
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
