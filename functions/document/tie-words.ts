import type { Language } from '../dataset/index.ts';

const noBreak = '\u00a0';

/** Words of one or two letters, which begin no line's last place: «о торговле», «на рынке», «г. Москва». */
const shortWord = /(?<![\p{L}\p{N}])(\p{L}{1,2}\.?) (?=\S)/gu;

/**
 * Data as editors type them, with the spaces at which a Russian or Belarusian line does not break: after words of one or
 * two letters, before a dash, and between a number and its «г.». English stays as it is, and so do messages, whose
 * translators set these spaces themselves (`~`).
 */
export function tieWords(text: string, language: Language): string {
  if (language === 'en') return text;
  return text
    .replaceAll(shortWord, `$1${noBreak}`)
    .replaceAll(' – ', `${noBreak}– `)
    .replaceAll(/(\d) (?=г\.|%)/g, `$1${noBreak}`);
}
