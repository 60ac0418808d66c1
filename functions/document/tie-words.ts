import { type Language, languageFacts } from '../dataset/index.ts';

/**
 * Data as editors type them, with the spaces at which a line of the language does not break. Messages stay as they are:
 * their translators set these spaces themselves (`~`).
 */
export function tieWords(text: string, language: Language): string {
  let tied = text;
  for (const [pattern, replacement] of languageFacts[language].noBreaks) tied = tied.replaceAll(pattern, replacement);
  return tied;
}
