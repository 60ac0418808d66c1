import type { Check } from './proof.ts';

/** One thing that is wrong with a Data Package, as an editor can find and mend it. */
export interface Violation {
  readonly file: string;
  /** Row as a spreadsheet counts it: the heading is row 1. Null when the whole file is meant. */
  readonly row: number | null;
  readonly column: string | null;
  /** What was found. */
  readonly value: string;
  /** What should be there, and how to get it. */
  readonly expected: string;
  /** The check that failed, where several rows disagree and none of them alone is wrong. */
  readonly check?: Check;
}

/** A Data Package that was refused, with everything that is wrong with it. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly problems: readonly Violation[];

  constructor(problems: readonly Violation[]) {
    super(`The dataset was refused; ${count(problems.length)}:\n${problems.map(describe).join('\n')}`);
    this.problems = problems;
  }
}

/** A problem in one line: place, value, expectation. */
export function describe({ file, row, column, value, expected }: Violation): string {
  const place = [file, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
  return `${place}: ${JSON.stringify(shorten(value))} – ${expected}`;
}

function count(n: number): string {
  return n === 1 ? '1 problem' : `${n} problems`;
}

function shorten(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}
