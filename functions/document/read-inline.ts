import { type Language, languages } from '../dataset/index.ts';
import type { Inline, Link, Run } from './inline.ts';
import type { Element } from './parse-markup.ts';
import { somewhere, TemplateError } from './template-error.ts';
import { type InlineElementName, isInlineElementName } from './vocabulary.ts';

type Style = Omit<Run, 'text'>;

/** How each inline element changes the style of its content. A new element without an entry does not compile. */
const styles: Readonly<Record<InlineElementName, (element: Element, style: Style) => Style>> = {
  strong: (_, style) => ({ ...style, strong: true }),
  s: (_, style) => ({ ...style, struck: true }),
  small: (_, style) => ({ ...style, small: true }),
  calc: (_, style) => ({ ...style, calculated: true }),
  a: (element, style) => ({ ...style, link: linkOf(element) }),
  span: (element, style) => ({ ...style, ...spanOf(element) }),
  page: (element, style) => ({ ...style, pageOf: element.attributes.of ?? '' }),
};

/** Reads the text of an element into runs, with white space collapsed and trimmed. */
export function readInline(element: Element): Inline {
  const runs: Run[] = [];
  collect(element, {}, runs);
  return trimmed(runs);
}

function collect(element: Element, style: Style, runs: Run[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') {
      runs.push({ ...style, text: child.replace(/[ \t\r\n]+/g, ' ') });
      continue;
    }
    if (!isInlineElementName(child.name)) {
      const values = { element: child.name, parent: element.name };
      throw new TemplateError({ ...somewhere, value: child.name, code: 'element_inside', values });
    }
    collect(child, styles[child.name](child, style), runs);
  }
}

function trimmed(runs: readonly Run[]): Inline {
  const result: Run[] = [];
  for (const run of runs) {
    const before = result.at(-1)?.text ?? ' ';
    const begins = before.endsWith(' ') && run.text.startsWith(' ') ? run.text.slice(1) : run.text;
    const text = withOneStop(before, begins);
    if (text !== '') result.push({ ...run, text });
  }
  const last = result.at(-1);
  if (last?.text.endsWith(' ')) result[result.length - 1] = { ...last, text: last.text.slice(0, -1) };
  return result.filter(({ text }) => text !== '');
}

/** A text that goes on after another: an abbreviation at the end of a sentence, «2026 г.», has one full stop, not two. */
function withOneStop(before: string, text: string): string {
  const isDouble = text.startsWith('.') && !text.startsWith('..') && /\p{L}\.$/u.test(before);
  const rest = isDouble ? text.slice(1) : text;
  return rest.includes('..') ? rest.replace(/(\p{L}\.)\.(?!\.)/gu, '$1') : rest;
}

function linkOf({ attributes: { href = '', title = '' } }: Element): Link {
  if (/^https?:/.test(href)) return { to: 'url', target: href, description: title };
  const target = href.replace(/^#/, '');
  return { to: /^[PD]\d+$/.test(target) ? 'note' : 'section', target, description: title };
}

/** A stretch of another language, one that leaves where there is no room for it, or one that stands for what left. */
function spanOf(element: Element): Style {
  const { lang, yields, instead } = element.attributes;
  if (yields === undefined && instead === undefined) return { language: languageOf(element) };
  return {
    ...(yields === undefined ? {} : { yields: Number(yields) }),
    ...(instead === undefined ? {} : { instead: Number(instead) }),
    ...(lang === undefined ? {} : { language: languageOf(element) }),
  };
}

function languageOf({ attributes: { lang } }: Element): Language {
  const language = languages.find((known) => known === lang);
  if (!language) {
    const values = { element: 'span', attribute: 'lang', word: lang ?? '', known: languages.join(', ') };
    throw new TemplateError({ ...somewhere, value: lang ?? '', code: 'attribute_value', values });
  }
  return language;
}
