const latin = range(0x41, 0x5a) + range(0x61, 0x7a);
const cyrillic = `${range(0x410, 0x44f)}Ёё`;
const marks = '.,:;!?()[]/&%*+=<>\'"-–—‘’“”„«»…§№·×÷−±≈≤≥°\u00a0';

/** The letters, figures and signs without which a page cannot be set, by what needs them. */
export const alphabets = {
  'every language': `0123456789${latin}${marks}`,
  Russian: cyrillic,
  Belarusian: `${cyrillic}ІіЎў`,
} as const;

/** Everything that we can print: the alphabets, and the letters of European names. */
export const repertoire = [
  ...new Set([range(0x20, 0x7e), range(0xa0, 0xff), '†•‹›€', ...Object.values(alphabets)].join('')),
].join('');

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
