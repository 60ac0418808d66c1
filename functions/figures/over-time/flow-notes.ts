/** The number in the notes of a line of figures, by its key without the period: `exports.month.change`. */
export type NoteOf = (line: string) => string;

/** Over which months the figures of a flow are: those since January, single ones, quarters, twelve in a row. */
export const measures = ['since_january', 'month', 'quarter', 'twelve'] as const;
export type FlowMeasure = (typeof measures)[number];

/** What is said of each measure: its values, and what they are compared by. */
const kinds = ['', '.index', '.change', '.implied'] as const;

/** The keys of the lines of one measure of a flow. */
export function lineKeysOf(flow: string, measure: FlowMeasure): readonly string[] {
  return kinds.map((kind) => `${flow}.${measure}${kind}`);
}

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
