import { reach } from './network.js';
import { PageWords } from './words.js';

/** The words of the page in the language that is chosen. */
export let w;

const loaded = new Map();

/** Changes the language; its messages are fetched when it is chosen for the first time. A later call wins. */
export async function changeLanguage(language) {
  document.documentElement.lang = language;
  const words = loaded.get(language) ?? fetchWords(language);
  loaded.set(language, words);
  const next = await words.catch((error) => {
    loaded.delete(language);
    throw error;
  });
  if (document.documentElement.lang === language) w = next;
}

async function fetchWords(language) {
  const { default: messages } = await reach(import(`./messages-${language}.js`));
  return new PageWords(language, messages);
}
