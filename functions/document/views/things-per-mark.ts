/** How many things one mark of a chart stands for: one, or the smallest power of ten that needs at most `max` marks. */
export function thingsPerMark(things: number, max: number): number {
  return things <= max ? 1 : 10 ** Math.ceil(Math.log10(things / max));
}

/** The number of marks for a number of things: rounded, and at least one unless there are no things. */
export function marksFor(things: number, each: number): number {
  return things === 0 ? 0 : Math.max(1, Math.round(things / each));
}
