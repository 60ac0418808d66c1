export { type Comparing, changesBetween, type PackageChanges, type PrintedChanges } from './changes-between.ts';
export {
  type AddedFigure,
  type ChangedFigure,
  type EditionChanges,
  editionChanges,
  type FigureChanges,
  type RemovedFigure,
  type StatedValue,
} from './edition-changes.ts';
export type { PageChanges } from './page-changes.ts';
export type { ChangedSentence, SaidSentence, SentenceChanges } from './sentence-changes.ts';
export { type CellChange, type ChangedRow, type KeyedRow, type TableChanges, tableChanges } from './table-changes.ts';
