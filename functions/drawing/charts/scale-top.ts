/** The marks at which a scale can end, each times a power of ten. */
const tops = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

/** The end of a scale from zero: the first round number that is not below the largest value; 1 where that is zero. */
export function scaleTop(largest: number): number {
  if (!(largest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const top = tops.find((mark) => mark * power >= largest * (1 - 1e-9)) ?? 10;
  return top * power;
}
