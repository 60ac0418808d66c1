import type { Violation } from '../dataset/index.ts';
import { sumValues } from './diagnostics.ts';
import { problemText } from './page/texts.js';
import type { PageWords } from './page-words.ts';

/** A problem of a package in the words of a language. */
export interface ProblemWords {
  /** Sheet and cell in a workbook, else file, row and column. */
  readonly place: string;
  readonly title: string;
  /** What was expected, with codes in backticks. */
  readonly expected: string;
  /** What to type or do instead, with codes in backticks. */
  readonly remedy: string;
}

/** Words a problem for editors in their language. */
export function problemWords(problem: Violation, words: PageWords): ProblemWords {
  const { file, row, column, values, check, at } = problem;
  const named = [file, row, column].filter((part) => part !== null).join(', ');
  const inSheet = at && (at.cell === null ? at.sheet : words.say('desk.at', { sheet: at.sheet, cell: at.cell }));
  // A sum that is wrong is told with the value that the row would need.
  const needed = check?.check === 'turnover' ? sumValues(inRow(check, row), check) : {};
  return { place: inSheet ?? named, ...problemText({ ...problem, values: { ...values, ...needed } }, words) };
}

type SumCheck = Parameters<typeof sumValues>[1];

/** The part of a sum that stands in a row; the sum where none does. */
function inRow({ exports, imports, turnover }: SumCheck, row: number | null): SumCheck['turnover'] {
  return [turnover, exports, imports].find((part) => part.row === row) ?? turnover;
}
