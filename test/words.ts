import { compileMessages } from '../functions/assets/compile-messages.ts';
import { readText } from '../functions/assets/from-files.ts';
import { type Language, languages } from '../functions/dataset/index.ts';
import { Words } from '../functions/document/index.ts';
import type { Finding } from '../functions/figures/index.ts';

const messages = compileMessages(readText('templates/messages.csv'));

/** The words of each language, with the messages of the repository. */
export const wordsOf = Object.fromEntries(
  languages.map((language) => [language, new Words(language, messages[language])]),
) as Readonly<Record<Language, Words>>;

/** A finding as plain text in each language, with ordinary spaces. */
export function told(finding: Finding | null): Readonly<Record<Language, string>> {
  const tell = (language: Language) => (finding ? wordsOf[language].plain(finding).replaceAll('\u00a0', ' ') : '');
  return { en: tell('en'), ru: tell('ru'), be: tell('be') };
}
