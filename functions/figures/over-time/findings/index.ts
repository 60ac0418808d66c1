export { type BriefOverTime, briefOverTime } from './brief.ts';
export { missingFinding, revisedBaseFinding } from './bulletins.ts';
export {
  documentDaysFinding,
  documentKindsFinding,
  documentsFinding,
  documentsWhoFinding,
  stockCountFinding,
  stockFinding,
} from './counts.ts';
export {
  aloneFinding,
  fastestGoodsFinding,
  goodsTitle,
  largestGoodFinding,
  namedGoodsFinding,
  outsideFinding,
} from './goods.ts';
export {
  investmentAmountFinding,
  investmentFinding,
  investmentShareFinding,
  investmentShareTitle,
  quarterFinding,
} from './investment.ts';
export { isTold, sinceJanuaryTitle, twelveTitle } from './lead.ts';
export { bothValuesFinding, monthFinding, monthLead, monthTitle, pairedBaseFinding } from './newest-month.ts';
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
  everyMonthFinding,
  extremeFinding,
  extremeOfBothFinding,
  extremeTitle,
  highestOfFewFinding,
  lastFinding,
  streakFinding,
  streaksFindings,
  turnFinding,
} from './rows-of-months.ts';
export { sharesTitle, shiftFinding } from './shares.ts';
export {
  aheadByFinding,
  flowDriverFinding,
  flowsFinding,
  paceFinding,
  toDateFinding,
  toDateTitle,
  valueToDateFinding,
} from './since-january.ts';
export type { FlowName } from './told.ts';
export { twelveBalanceFinding, twelveEndsFinding, twelveExtremeFinding, twelveFinding } from './twelve-months.ts';
