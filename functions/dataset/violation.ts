import { type FileProblem, sentenceOf } from './file-problem.ts';
import type { Check } from './proof.ts';
import { violationSentences } from './violation-sentences.ts';
import type { ViolationCode, ViolationValues } from './violation-values.ts';

/** A problem of a Data Package, with the place where an editor can mend it. */
export type Violation<Code extends ViolationCode = ViolationCode> = FileProblem<ViolationValues, Code> & {
  /** The check that failed, when several rows disagree and no single one is wrong. */
  readonly check?: Check;
  /** Where it is in the workbook that the package was read from; then `row` is the row of its sheet. */
  readonly at?: SheetPlace;
};

/** A place in a workbook. */
export interface SheetPlace {
  readonly sheet: string;
  /** The name of the cell, such as `F12`; null for the whole sheet. */
  readonly cell: string | null;
}

/** A Data Package was refused; carries every problem. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly problems: readonly Violation[];

  constructor(problems: readonly Violation[]) {
    super(`The dataset was refused; ${count(problems.length)}:\n${problems.map(describe).join('\n')}`);
    this.problems = problems;
  }
}

/** A problem in one line: place, value, expectation. In a workbook the place is the cell, with what else it is called. */
export function describe(violation: Violation): string {
  const { file, row, column, value, at } = violation;
  const named = [file, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
  const place = at ? `${at.sheet}${at.cell === null ? '' : `!${at.cell}`} (${named})` : named;
  // What is wrong with a whole file or row may have no value to show; an empty cell is one.
  const shown = column === null && value === '' ? '' : `${JSON.stringify(shorten(value))} – `;
  return `${place}: ${shown}${sentenceOf(violation, violationSentences)}`;
}

function count(n: number): string {
  return n === 1 ? '1 problem' : `${n} problems`;
}

function shorten(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}
