/** How many things one mark of a chart stands for: one, or the power of ten that leaves no more marks than `max`. */
export function thingsPerMark(things: number, max: number): number {
  return things <= max ? 1 : 10 ** Math.ceil(Math.log10(things / max));
}

/** How many marks stand for some things: whole ones, and one at least for anything at all. */
export function marksFor(things: number, each: number): number {
  return things === 0 ? 0 : Math.max(1, Math.round(things / each));
}
