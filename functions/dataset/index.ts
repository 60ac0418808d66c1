export {
  type BulletinChecks,
  bulletinChecksOf,
  type CheckKind,
  type CheckState,
  type IndexCheck,
  type KindOfCheck,
  type LimitCheck,
} from './bulletin-checks.ts';
export { bySeries, ofSeries, only } from './by-series.ts';
export { resourceOf } from './check-descriptor.ts';
export { byCode } from './code-order.ts';
export {
  type Area,
  type AreaCode,
  type Dataset,
  type Observation,
  type PackageFiles,
  type Product,
  type ProductCode,
  rangeOf,
  type Source,
  type Statement,
  type TableRows,
} from './dataset.ts';
export {
  cutOff,
  dayInMinsk,
  type Edition,
  editionAt,
  editionsBetween,
  endOfEdition,
  inMinsk,
  lastDay,
  parseEdition,
  previousEdition,
} from './edition.ts';
export { digestOfPackage, editionPackage, licence } from './edition-package.ts';
export { type FileProblem, inOneLine, type Place, type Sentences, sentenceOf, type Values } from './file-problem.ts';
export { common, type Interval, noise, over, plus, powerOfTen, roundingInterval } from './interval.ts';
export {
  inEachLanguage,
  type Language,
  type Localised,
  languageFacts,
  languages,
  type Script,
  scripts,
} from './languages.ts';
export { type CheckedRows, loadDataset, restoreDataset } from './load.ts';
export { decode, maximumBytes, maximumRows, normalisePackage } from './normalise.ts';
export { describePackage } from './package-description.ts';
export type { PackageStatus } from './package-status.ts';
export {
  areInOrder,
  byAge,
  endOf,
  isSinceJanuary,
  lastMonth,
  latestOf,
  monthIndex,
  monthsSinceJanuary,
  type Period,
  parsePeriod,
  periodFrom,
  placeOfEnd,
  samePeriod,
  sinceJanuaryTo,
  yearEarlier,
} from './period.ts';
export { type Check, proofOf } from './proof.ts';
export { publisherOf, replaces, uncontested } from './publisher.ts';
export { packageFileNames, readFolder } from './read-folder.ts';
export { readTable } from './read-table.ts';
export { alphabets, repertoire } from './repertoire.ts';
export type { Row } from './row.ts';
export { type RowChange, rowChanges, rowsDiffer } from './row-changes.ts';
export { rowKey } from './row-key.ts';
export { type SeriesOf, seriesKey, seriesNamed, seriesOf } from './series.ts';
export {
  allProducts,
  type Field,
  type Flow,
  type Indicator,
  type Qualifier,
  type Table,
  type Topic,
  tables,
  type Unit,
} from './tables.ts';
export { firstEdition, type Vintage, vintageOf } from './vintage.ts';
export { DatasetError, describe, type SheetPlace, type Violation } from './violation.ts';
export { violationSentences } from './violation-sentences.ts';
export { rowValues, type ViolationCode } from './violation-values.ts';
export { writeTable } from './write-table.ts';
