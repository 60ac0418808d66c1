import { type Language, languageFacts } from '../dataset/index.ts';

/**
 * Writes a number the way readers of a language do: 2,467.8 in English, 2 467,8 in Russian and Belarusian, with
 * U+00A0 between thousands. The minus is U+2212; `signed` adds a plus to positive numbers. A number that rounds to zero
 * has no sign. Throws for numbers of 10¹¹ or more.
 *
 * The result is that of `Intl.NumberFormat`, whose data for a language take longer to load than a page to render.
 */
export function formatNumber(value: number, decimals: number, language: Language, signed = false): string {
  if (!(Math.abs(value) < 1e11)) throw new Error(`${value} is not a number that we can write`);
  const { thousands, decimal } = languageFacts[language];
  const units = roundedUnits(Math.abs(value), decimals);
  const digits = String(units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, thousands);
  const part = decimals > 0 ? decimal + digits.slice(-decimals) : '';
  const plus = signed ? '+' : '';
  const sign = units === 0 ? '' : value < 0 ? '\u2212' : plus;
  return sign + whole + part;
}

/** A number in units of its last decimal, halves rounded up. 1.005 counts as printed, not as its binary value. */
function roundedUnits(value: number, decimals: number): number {
  return value < 1e-6 ? 0 : Math.round(Number(`${value}e${decimals}`));
}
