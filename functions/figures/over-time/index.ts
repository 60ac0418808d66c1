export { allFigures } from './all-figures.ts';
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
  balanceToDateFinding,
  driversFinding,
  everyRegionFinding,
  extremeFinding,
  extremeOfBothFinding,
  type FlowName,
  flowsFinding,
  lastFinding,
  missingFinding,
  monthFinding,
  monthLead,
  monthTitle,
  namingFindings,
  paceFinding,
  pairedBaseFinding,
  quarterFinding,
  restFinding,
  revisedBaseFinding,
  shiftFinding,
  streakFinding,
  toDateFinding,
  turnFinding,
  twelveBalanceFinding,
  twelveEndsFinding,
  twelveExtremeFinding,
  twelveFinding,
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
export {
  type Beside,
  type OverTime,
  overTimeOf,
  type ShareShift,
  type Stock,
} from './over-time.ts';
export type { Naming, Part, PartsOverTime } from './parts.ts';
export type { Revision } from './series.ts';
export { thresholds } from './thresholds.ts';
