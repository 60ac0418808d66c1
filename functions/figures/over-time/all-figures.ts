import type { Figure } from '../figure.ts';
import type { Comparison, FlowOverTime } from './flow.ts';
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
  const { turnover, exports, imports, balance, driver, investment, shifts, goods, regions } = overTime;
  const { investmentShift, stocks, documents } = overTime;
  const figures = [
    ...[turnover, exports, imports, balance, investment].flatMap((flow) => (flow ? flowFigures(flow) : [])),
    ...(driver?.share ? [driver.share] : []),
    ...[...Object.values(shifts), investmentShift].flatMap((shift) => shift?.difference ?? []),
    ...[...stocks, ...(documents ? [documents] : [])].flatMap(({ changes }) =>
      changes.map(({ difference }) => difference),
    ),
    ...(documents?.totals ?? []),
    ...[goods.exports, goods.imports, regions].flatMap((parts) => (parts ? partFigures(parts) : [])),
  ];
  return [...new Set(figures)];
}

function flowFigures(flow: FlowOverTime): readonly Figure[] {
  const { sinceJanuary, months, monthChanges, quarters, quarterChanges, twelve, twelveChanges, yearToDate } = flow;
  const changes = [...(yearToDate ? [yearToDate] : []), ...monthChanges, ...quarterChanges, ...twelveChanges];
  return [...sinceJanuary, ...months, ...quarters, ...twelve, ...changes.flatMap(comparedFigures)];
}

function comparedFigures({ value, base, index, difference, revised }: Comparison): readonly Figure[] {
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
