import type { Language } from '../dataset/index.ts';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Writes a number the way readers of a language do: 2,467.8 in English, 2 467,8 in Russian and Belarusian, with
 * U+00A0 between thousands. Belarusian groups four digits too, as the National Bank of Belarus prints them, although
 * CLDR would not: hence `always`. The minus is U+2212; `signed` adds a plus to positive numbers.
 */
export function formatNumber(value: number, decimals: number, language: Language, signed = false): string {
  const key = `${language} ${decimals} ${signed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: 'always',
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
    formats.set(key, format);
  }
  return format.format(value).replace('-', '\u2212');
}
