import { escapeMarkup, ordinary } from '../document/index.ts';

/** Markup that is finished: it is written as it is, where text would be escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a piece of markup is put together from. Null leaves nothing behind. */
export type Part = string | number | Markup | null | readonly Part[];

/** Puts markup together: whatever stands in `${}` and is no markup itself is escaped, in texts and in attributes alike. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = pieces[0] ?? '';
  for (let index = 0; index < parts.length; index += 1) text += written(parts[index] ?? null) + pieces[index + 1];
  return new Markup(text);
}

/** The text of markup, or of text once it is escaped. */
export function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return part === null ? '' : part.map(written).join('');
}

/**
 * What HTML has no place for, though XML has, and what would not be seen but turns the direction of the text around it
 * (Unicode UAX #9).
 */
const hidden = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]|(?![\t\n])\p{Cc}/gu;

/** Text as it stands in HTML, in an element or in an attribute. Whatever it holds, it stays text. */
export function escapeText(text: string): string {
  if (ordinary.test(text)) return text;
  return escapeMarkup(text.replace(hidden, '\ufffd')).replaceAll("'", '&#39;');
}
