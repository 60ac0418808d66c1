export { missingFinding, revisedBaseFinding } from './bulletins.ts';
export {
  aloneFinding,
  fastestGoodsFinding,
  goodsTitle,
  largestGoodFinding,
  namedGoodsFinding,
  outsideFinding,
} from './goods.ts';
export { monthFinding, monthLead, monthTitle, pairedBaseFinding } from './newest-month.ts';
export { driversFinding, namingFindings, restFinding } from './parts.ts';
export {
  borderFinding,
  fastestRegionsFinding,
  marketsOverTimeTitle,
  namedRegionsFinding,
  passedFinding,
  regionMovesFinding,
  sameMonthsFinding,
  yearsShown,
} from './regions.ts';
export {
  aheadFinding,
  extremeFinding,
  extremeOfBothFinding,
  lastFinding,
  streakFinding,
  turnFinding,
} from './rows-of-months.ts';
export { quarterFinding, shiftFinding } from './shares-and-investment.ts';
export { balanceToDateFinding, flowsFinding, paceFinding, toDateFinding } from './since-january.ts';
export type { FlowName } from './told.ts';
export { twelveBalanceFinding, twelveEndsFinding, twelveExtremeFinding, twelveFinding } from './twelve-months.ts';
