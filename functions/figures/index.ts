export { ageLimits, ageOf, isOlder } from './age.ts';
export { type Briefing, deriveFigures, isFull } from './briefing.ts';
export { type ChangeClass, classifyChange, classifyRatio } from './change.ts';
export type { Figures } from './change-findings.ts';
export { countsOf } from './counts.ts';
export { developmentsTitle, developmentTitle, lastOf } from './development-findings.ts';
export type { Development, Point, SeriesLine } from './developments.ts';
export { type Expression, keysOf } from './expression.ts';
export { type Figure, type FigureUnit, type Group, marginOf } from './figure.ts';
export { isMoney } from './figure-builder.ts';
export {
  type FigureForm,
  type Finding,
  figureTerm,
  finding,
  messageTerm,
  type PeriodForm,
  type PlainKey,
  periodTerm,
  type Term,
} from './finding.ts';
export { type BriefItem, chooseFindings, type Findings } from './findings.ts';
export { type KnownId, type KnownSeries, type KnownTheme, knownIds } from './known-series.ts';
export { type DatedItem, datedFinding, type LatestFirst, mostItems, tiesFindings } from './latest-first.ts';
export { marketsOf } from './market-findings.ts';
export type { MessageKey, MessageSlots } from './message-keys.d.ts';
export type { AgeTheme, EditionNews, NewFigure, RevisedFigure } from './news.ts';
export {
  aheadFinding,
  aheadOf,
  allFigures,
  aloneFinding,
  type Beside,
  balanceToDateFinding,
  borderFinding,
  type Comparison,
  type Direction,
  directionOf,
  driversFinding,
  driversOf,
  type Extreme,
  extremeFinding,
  extremeMonthOf,
  extremeOfBothFinding,
  extremeQuarterOf,
  extremeTwelveOf,
  type FlowName,
  type FlowOverTime,
  fastestGoodsFinding,
  fastestOf,
  fastestRegionsFinding,
  flowsFinding,
  type GapChange,
  gapChangeOf,
  goodsTitle,
  largestGoodFinding,
  lastFinding,
  lastThat,
  type MissingBulletins,
  marketsOverTimeTitle,
  missingFinding,
  monthFinding,
  monthLead,
  monthTitle,
  movesOf,
  type Naming,
  namedGoodsFinding,
  namedRegionsFinding,
  namingFindings,
  neverOf,
  type OverTime,
  outsideFinding,
  type Pace,
  type Part,
  type PartsOverTime,
  type Passed,
  paceFinding,
  paceOf,
  pairedBaseFinding,
  passedFinding,
  passedIn,
  quarterFinding,
  type Revision,
  type Run,
  regionMovesFinding,
  restFinding,
  restHasMost,
  revisedBaseFinding,
  type ShareShift,
  type Shift,
  type Stock,
  sameMonthsFinding,
  shiftFinding,
  shiftOf,
  streakFinding,
  streakOf,
  streakWithPairsOf,
  type Turn,
  thresholds,
  toDateFinding,
  turnFinding,
  turnOf,
  twelveBalanceFinding,
  twelveEndsFinding,
  twelveExtremeFinding,
  twelveFinding,
  yearsShown,
} from './over-time/index.ts';
export { signers } from './signers.ts';
export { type SaidBefore, saidBefore, type Told, toldStatements } from './statements.ts';
