import { type Language, languageFacts, languages } from './languages.ts';

const latin = range(0x41, 0x5a) + range(0x61, 0x7a);
const cyrillic = `${range(0x410, 0x44f)}Ёё`;
const marks = '.,:;!?()[]/&%*+=<>\'"-–—‘’“”„«»…§№·×÷−±≈≤≥°\u00a0';

/** The letters of each language besides A to Z, which all languages need for names. */
const letters: Readonly<Record<Language, string>> = { en: '', ru: cyrillic, be: `${cyrillic}ІіЎў` };

/** The characters that data may hold beside the alphabets: letters of European names, and signs. */
const names = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}†•‹›€`;

/** The characters that a page needs, by what needs them. Every brand can print them. */
export const alphabets: ReadonlyMap<string, string> = new Map([
  ['every language', `0123456789${latin}${marks}`],
  ...languages.map((language) => [languageFacts[language].name, letters[language]] as const),
  ['names and sums', names],
]);

/** Every character that we can print, once: data with any other are refused. */
export const repertoire = [...new Set([...alphabets.values()].join(''))].join('');

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
