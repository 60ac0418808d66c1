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
export type { Comparison, FlowOverTime } from './flow.ts';
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
export { type Beside, type MissingBulletins, type OverTime, overTimeOf, type Stock } from './over-time.ts';
export type { Naming, Part, PartsOverTime } from './parts.ts';
export type { Revision } from './series.ts';
export { thresholds } from './thresholds.ts';
