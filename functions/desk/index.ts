export { largestFile, openPackage } from './open-package.ts';
export { inPlace, type OpenedPackage, problemsOf } from './read/package.ts';
export { describeRemark, type Remark } from './remarks.ts';
export type { Say } from './write/help.ts';
export { writeWorkbook } from './write/write-workbook.ts';
