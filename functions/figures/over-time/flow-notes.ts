/** The number in the notes of a line of figures, by its key without the period: `exports.month.change`. */
export type NoteOf = (line: string) => string;

const measures = ['since_january', 'month', 'quarter', 'twelve'] as const;

/** What is said of each measure: its values, and what they are compared by. */
const kinds = ['', '.index', '.change', '.implied'] as const;

/**
 * Numbers for every line that flows can have, taken at once: so they depend neither on what is asked for nor on its
 * order, and what is of one kind has numbers in a row: the months of turnover, exports, imports and the balance.
 */
export function flowNotes(flows: readonly string[], nextNote: () => string): NoteOf {
  const lines = measures.flatMap((measure) =>
    kinds.flatMap((kind) => flows.map((flow) => `${flow}.${measure}${kind}`)),
  );
  const notes = new Map(lines.map((line) => [line, nextNote()]));
  return (line) => {
    const note = notes.get(line);
    if (note === undefined) throw new Error(`the line ${line} has no number in the notes`);
    return note;
  };
}
