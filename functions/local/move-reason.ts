/** The longest reason for a move of the data, in characters. */
export const longestReason = 200;

/**
 * The reason for a move as the history keeps it, one line of text; null when there is none. A text that is too long, or
 * has line ends or other invisible characters, is refused.
 */
export function keptReason(given: string): string | null | 'refused' {
  const text = given.normalize('NFC').trim();
  if (text === '') return null;
  return text.length <= longestReason && !/\p{C}/u.test(text) ? text : 'refused';
}
