import { type Language, languageFacts } from '../dataset/index.ts';

/**
 * Adds non-breaking spaces to a text of the data, by the rules of the language. Messages do not need this: translators
 * set these spaces themselves (`~`).
 */
export function tieWords(text: string, language: Language): string {
  let tied = text;
  for (const [pattern, replacement] of languageFacts[language].noBreaks) tied = tied.replaceAll(pattern, replacement);
  return tied;
}
