export { allFigures } from './all-figures.ts';
export { type Bulletin, lateOf } from './bulletins.ts';
export {
  driversOf,
  fastestOf,
  type GapChange,
  gapChangeOf,
  movesOf,
  type Pace,
  type Passed,
  paceOf,
  passedIn,
  restHasMost,
  type Shift,
  shiftOf,
} from './change-facts.ts';
export {
  aheadFinding,
  aloneFinding,
  balanceToDateFinding,
  borderFinding,
  driversFinding,
  extremeFinding,
  extremeOfBothFinding,
  type FlowName,
  fastestGoodsFinding,
  fastestRegionsFinding,
  flowsFinding,
  goodsTitle,
  largestGoodFinding,
  lastFinding,
  marketsOverTimeTitle,
  missingFinding,
  monthFinding,
  monthLead,
  monthTitle,
  namedGoodsFinding,
  namedRegionsFinding,
  namingFindings,
  outsideFinding,
  paceFinding,
  pairedBaseFinding,
  passedFinding,
  quarterFinding,
  regionMovesFinding,
  restFinding,
  revisedBaseFinding,
  sameMonthsFinding,
  shiftFinding,
  streakFinding,
  toDateFinding,
  turnFinding,
  twelveBalanceFinding,
  twelveEndsFinding,
  twelveExtremeFinding,
  twelveFinding,
  yearsShown,
} from './findings/index.ts';
export type { Comparison, FlowOverTime } from './flow.ts';
export type { MissingBulletins } from './missing-bulletins.ts';
export {
  aheadOf,
  type Direction,
  directionOf,
  type Extreme,
  extremeMonthOf,
  extremeQuarterOf,
  extremeTwelveOf,
  lastThat,
  neverOf,
  type Run,
  streakOf,
  streakWithPairsOf,
  type Turn,
  turnOf,
} from './months-facts.ts';
export { type Measure, type NotedLine, notedLinesOf } from './noted-lines.ts';
export {
  type Beside,
  type OverTime,
  overTimeOf,
  type ShareShift,
  type Stock,
} from './over-time.ts';
export type { PartGroup } from './part-sums.ts';
export type { Naming, Part, PartsOverTime } from './parts.ts';
export type { Revision, Series } from './series.ts';
export { thresholds } from './thresholds.ts';
