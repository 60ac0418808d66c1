export { type Briefing, deriveFigures } from './briefing.ts';
export { type ChangeClass, classifyChange, classifyRatio } from './change.ts';
export type { Figures } from './change-findings.ts';
export { type Expression, keysOf } from './expression.ts';
export { type Figure, type FigureUnit, type Group, marginOf } from './figure.ts';
export { type FigureForm, type Finding, figureTerm, finding, messageTerm, periodTerm, type Term } from './finding.ts';
export { type BriefItem, chooseFindings, type Findings } from './findings.ts';
export { marketsOf } from './market-findings.ts';
export { isMoney } from './sheet.ts';
