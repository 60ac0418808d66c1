export { allFigures } from './all-figures.ts';
export type { Comparison, FlowOverTime } from './flow.ts';
export { type Beside, type MissingBulletins, type OverTime, overTimeOf, type Stock } from './over-time.ts';
export type { Naming, Part, PartsOverTime } from './parts.ts';
export type { Revision } from './series.ts';
