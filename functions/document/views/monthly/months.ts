import {
  bothValuesFinding,
  type Finding,
  type FlowName,
  isOlder,
  missingFinding,
  monthFinding,
  monthLead,
  monthTitle,
  type OverTime,
  streaksFindings,
  stretchOf,
  thresholds,
} from '../../../figures/index.ts';
import { firstYearView } from './first-year.ts';
import { type MonthWindow, monthWindowOf } from './month-window.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { monthsFigure, plainTitle } from './months-figure.ts';
import { monthsTable } from './months-table.ts';

/** As many of the newest months stand in the table. */
const tableMonths = 6;

/**
 * The page on single months, for the first year of a record together with the year so far. Null when no month is
 * known singly.
 */
export function monthsView(context: MonthlyContext) {
  const { overTime, briefing } = context;
  const window = monthWindowOf(overTime);
  if (!window) return null;
  if (isFirstYear(overTime, window)) return { first: firstYearView(context, window), later: null };
  return {
    first: null,
    later: {
      isPast: isOlder(briefing.edition, overTime.period, 'past'),
      title: monthsTitle(overTime),
      standfirst: standfirstOf(overTime),
      figure: monthsFigure(context, window),
      table: monthsTable(context, tableMonths, true),
    },
  };
}

/** Whether the months shown are those of a first year: none has one a year earlier to be compared with. */
export function isFirstYear({ exports, imports }: OverTime, { count }: MonthWindow): boolean {
  return count <= thresholds.firstYear && [exports, imports].every((flow) => !flow || flow.monthChanges.length === 0);
}

/** The newest month of both flows against the year before, in the strongest words that hold; of one where only it is known. */
export function monthsTitle(overTime: OverTime): Finding {
  const of = (name: FlowName) => {
    const flow = overTime[name];
    return flow && monthFinding(name, flow);
  };
  const both = monthTitle(overTime) ?? monthLead(overTime) ?? bothValuesFinding(overTime);
  return both ?? of('exports') ?? of('imports') ?? plainTitle(overTime);
}

/** What is told of the newest months in a row; where they are, or were a year earlier, known only together, why. */
function standfirstOf(overTime: OverTime): readonly Finding[] {
  const [newest] = [overTime.exports, overTime.imports].flatMap((flow) => flow?.months.at(-1) ?? []);
  const told = streaksFindings(overTime).slice(0, 2);
  if (!newest || told.length > 0) return told;
  const { start, end } = stretchOf(newest.period);
  const around = overTime.missing.find(({ together }) => {
    const stretch = together && stretchOf(together);
    return stretch && [0, 12].some((later) => stretch.start + later < end && stretch.end + later > start);
  });
  const why = around && missingFinding(around);
  return why ? [why] : [];
}
