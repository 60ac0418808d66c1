import type { Figure } from './figure.ts';
import type { MessageKey } from './message-keys.d.ts';

type EndOf<Key> = Key extends `fraction.${infer Words}` ? Words : never;

/** The words for a share, each the end of a message key `fraction.<words>`. */
type ShareWords = EndOf<MessageKey>;

/** A band of shares, in per cent, that one fraction names; the upper end is not included. */
interface ShareBand {
  readonly from: number;
  readonly to: number;
  readonly words: ShareWords;
}

/**
 * The fractions that name a share; a share outside all bands is given as a number. A share just below a third is «less
 * than a third» in contrast to a larger one, else «almost a third».
 */
const bands: readonly ShareBand[] = [
  { from: 97, to: 100, words: 'almost_all' },
  { from: 90.75, to: 97, words: 'more_nine_tenths' },
  { from: 89.25, to: 90.75, words: 'nine_tenths' },
  { from: 87, to: 89.25, words: 'almost_nine_tenths' },
  { from: 75.75, to: 79, words: 'more_three_quarters' },
  { from: 74.25, to: 75.75, words: 'three_quarters' },
  { from: 72, to: 74.25, words: 'almost_three_quarters' },
  { from: 67.5, to: 72, words: 'more_two_thirds' },
  { from: 66, to: 67.5, words: 'two_thirds' },
  { from: 63, to: 66, words: 'almost_two_thirds' },
  { from: 50.75, to: 58, words: 'more_half' },
  { from: 49.25, to: 50.75, words: 'half' },
  { from: 45, to: 49.25, words: 'almost_half' },
  { from: 34.25, to: 37, words: 'more_third' },
  { from: 32.5, to: 34.25, words: 'third' },
  { from: 30, to: 32.5, words: 'almost_third' },
  { from: 25.75, to: 27.5, words: 'more_quarter' },
  { from: 24.25, to: 25.75, words: 'quarter' },
  { from: 22.5, to: 24.25, words: 'almost_quarter' },
  { from: 20.75, to: 22.5, words: 'more_fifth' },
  { from: 19.25, to: 20.75, words: 'fifth' },
  { from: 17.5, to: 19.25, words: 'almost_fifth' },
  { from: 10.75, to: 12, words: 'more_tenth' },
  { from: 9.25, to: 10.75, words: 'tenth' },
  { from: 1, to: 9.25, words: 'less_tenth' },
  { from: 0, to: 1, words: 'less_one' },
];

/**
 * The words for a share, as the end of a message key `fraction.<words>`; true over its whole rounding interval. «More
 * than 31.4 %» may be anything above, so a share with a qualifier stays a number.
 */
export function shareWords(
  { value, interval, qualifier }: Pick<Figure, 'value' | 'interval' | 'qualifier'>,
  contrasted = false,
): ShareWords {
  if (qualifier !== 'exact') return 'number';
  // A published 0.0 % is less than 0.05 %, and 100.0 % may be 99.95 %.
  if (interval.hi === 0) return 'none';
  if (interval.lo === 100) return 'all';
  const band = bands.find(({ from, to }) => interval.lo >= from && interval.hi <= to && value < to);
  if (band?.words === 'almost_third' && contrasted) return 'less_third';
  return band?.words ?? 'number';
}
