/** Where something is wrong in a file, and what was found there. */
export interface Place {
  readonly file: string;
  /** Row of a table as a spreadsheet counts it, the heading being row 1, or line of a text; null for the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  /** What was found. */
  readonly value: string;
}

/** The values that the sentences of a problem are filled with, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** One thing that is wrong in a file: its place, a code, and the values that belong to that code. */
export type FileProblem<
  ValuesOf extends Record<keyof ValuesOf, Values>,
  Code extends keyof ValuesOf = keyof ValuesOf,
> = {
  readonly [C in Code]: Place & { readonly code: C; readonly values: ValuesOf[C] };
}[Code];

/**
 * The expectation and the remedy for each code, in English and on one line, for a terminal or a log. The
 * local page words the same codes in every language, from `problem.*` of `templates/messages.csv`.
 */
export type Sentences<ValuesOf extends Record<keyof ValuesOf, Values>> = {
  readonly [C in keyof ValuesOf]: (values: ValuesOf[C]) => string;
};

/** The sentence of a problem. */
export function sentenceOf<ValuesOf extends Record<keyof ValuesOf, Values>, Code extends keyof ValuesOf>(
  { code, values }: FileProblem<ValuesOf, Code>,
  sentences: Sentences<ValuesOf>,
): string {
  return sentences[code](values);
}

/** A problem in one line: the file, the row or line, and the sentence. */
export function inOneLine<ValuesOf extends Record<keyof ValuesOf, Values>, Code extends keyof ValuesOf>(
  problem: FileProblem<ValuesOf, Code>,
  unit: 'line' | 'row',
  sentences: Sentences<ValuesOf>,
): string {
  const { file, row } = problem;
  return `${file}${row === null ? '' : ` ${unit} ${row}`}: ${sentenceOf(problem, sentences)}`;
}
