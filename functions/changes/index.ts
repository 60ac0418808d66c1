export {
  type AddedFigure,
  type ChangedFigure,
  type EditionChanges,
  editionChanges,
  type FigureChanges,
  type RemovedFigure,
  type StatedValue,
} from './edition-changes.ts';
export { type Comparing, type PackageChanges, type PrintedChanges, packageChanges } from './package-changes.ts';
export type { PageChanges } from './page-changes.ts';
export type { ChangedSentence, SaidSentence, SentenceChanges } from './sentence-changes.ts';
export { type CellChange, type ChangedRow, type KeyedRow, type TableChanges, tableChanges } from './table-changes.ts';
