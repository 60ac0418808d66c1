/** What was read of a workbook in another way than it stands there, so that an editor should know it. */
export type Remark =
  | { readonly code: 'hidden_rows'; readonly sheet: string; readonly list: string; readonly count: number }
  | { readonly code: 'hidden_columns'; readonly sheet: string; readonly list: string; readonly count: number }
  | { readonly code: 'hidden_sheet'; readonly sheet: string }
  | { readonly code: 'sheet_not_read'; readonly sheet: string }
  | { readonly code: 'columns_moved'; readonly sheet: string }
  | { readonly code: 'second_heading'; readonly sheet: string; readonly list: string };

const sentences: { readonly [C in Remark['code']]: (remark: Extract<Remark, { code: C }>) => string } = {
  hidden_rows: ({ list, count }) =>
    `${count === 1 ? 'row' : 'rows'} ${list} ${count === 1 ? 'is' : 'are'} hidden and read all the same; delete what should not be published`,
  hidden_columns: ({ list, count }) =>
    `${count === 1 ? 'column' : 'columns'} ${list} ${count === 1 ? 'is' : 'are'} hidden and read all the same`,
  hidden_sheet: () => 'the sheet is hidden and read all the same; delete the rows that should not be published',
  sheet_not_read: () => 'no table has the name of this sheet; it is not read',
  columns_moved: () => 'the columns stand in another order; they are read by their names',
  second_heading: ({ list }) => `the heading stands again in row ${list}, which is left out`,
};

/** A remark in one line, for a terminal. */
export function describeRemark<C extends Remark['code']>(remark: Extract<Remark, { code: C }>): string {
  const sentence = sentences[remark.code] as (remark: Extract<Remark, { code: C }>) => string;
  return `${remark.sheet}: ${sentence(remark)}.`;
}
