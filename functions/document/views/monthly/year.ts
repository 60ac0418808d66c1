import {
  aheadFinding,
  type Finding,
  isOlder,
  type OverTime,
  toDateTitle,
  twelveEndsFinding,
  valueToDateFinding,
} from '../../../figures/index.ts';
import { glanceTable } from './glance-table.ts';
import { monthWindowOf } from './month-window.ts';
import type { MonthlyContext } from './monthly-context.ts';
import { isFirstYear } from './months.ts';
import { curvesFigure, driverFigure, sharesFigure } from './year-figures.ts';

/** The page on the year so far; null where the page on months has it, where that leaves, and without values since January. */
export function yearView(context: MonthlyContext) {
  const { overTime, briefing } = context;
  const window = monthWindowOf(overTime);
  const isPast = isOlder(briefing.edition, overTime.period, 'past');
  if (!window || isFirstYear(overTime, window)) return null;
  const title = yearTitle(overTime, isPast);
  if (!title) return null;
  const flow = overTime.exports ?? overTime.imports;
  const [driver, shares] = [driverFigure(context), sharesFigure(context)];
  return {
    title,
    exports: curvesFigure(context, 'exports'),
    imports: curvesFigure(context, 'imports'),
    driver,
    shares,
    hasPair: driver !== null || shares !== null,
    table: glanceTable(context),
    ends: flow && twelveEndsFinding(flow),
    hasIndex: [overTime.turnover, overTime.exports, overTime.imports].some(
      (one) => one?.yearToDate?.index?.status === 'published',
    ),
  };
}

/** How the year so far stands against those before; in an old edition only what is told in the past tense. */
function yearTitle(overTime: OverTime, isPast: boolean): Finding | null {
  const { exports, imports, turnover } = overTime;
  const one = exports ? valueToDateFinding('exports', exports) : imports && valueToDateFinding('imports', imports);
  const whole = exports && imports && turnover ? valueToDateFinding('turnover', turnover) : one;
  return (isPast ? null : aheadFinding(overTime)) ?? toDateTitle(overTime) ?? whole;
}
