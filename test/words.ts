import { compileMessages } from '../functions/assets/compile-messages.ts';
import { readText } from '../functions/assets/from-files.ts';
import { inEachLanguage, type Language } from '../functions/dataset/index.ts';
import { Words } from '../functions/document/index.ts';
import type { Finding } from '../functions/figures/index.ts';

const messages = compileMessages(readText('templates/messages.csv'));

/** The words of each language, with the messages of the repository. */
export const wordsOf = inEachLanguage((language) => new Words(language, messages[language]));

/** A finding as plain text in each language, with normal spaces. */
export function told(finding: Finding | null): Readonly<Record<Language, string>> {
  return inEachLanguage((language) => (finding ? wordsOf[language].plain(finding).replaceAll('\u00a0', ' ') : ''));
}
