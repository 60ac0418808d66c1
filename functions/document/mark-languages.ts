import { type Language, languageFacts } from '../dataset/index.ts';
import type { Element } from './parse-markup.ts';

/** A name of one or more words in Latin letters. Three letters or more, so that units and note numbers do not match. */
const latinWords = /\p{Script=Latin}{3,}(?:[ -]\p{Script=Latin}{3,})*/gu;

const someLatin = /\p{Script=Latin}{3}/u;

/**
 * Marks names in Latin letters as English in a text of another script, so that a screen reader does not spell them in
 * Cyrillic. A `span` that a template wrote stays as it is.
 */
export function markLanguages(elements: readonly Element[], language: Language): readonly Element[] {
  return languageFacts[language].script === 'Latin' ? elements : elements.map(markElement);
}

function markElement(element: Element): Element {
  if (element.name === 'span') return element;
  const children = element.children.flatMap((child) =>
    typeof child === 'string' ? markText(child) : [markElement(child)],
  );
  return { ...element, children };
}

function markText(text: string): readonly (Element | string)[] {
  if (!someLatin.test(text)) return [text];
  const parts: (Element | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(latinWords)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ name: 'span', attributes: { lang: 'en' }, children: [match[0]] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
