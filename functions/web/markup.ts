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
  for (const [index, part] of parts.entries()) text += written(part) + (pieces[index + 1] ?? '');
  return new Markup(text);
}

/** The text of markup, or of text once it is escaped. */
export function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return part === null ? '' : part.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * What HTML would read as markup, and what would not be seen but change what is: control characters, and those that turn
 * the direction of the text around them (Unicode UAX #9). These become U+FFFD, as control characters have no place in HTML.
 */
const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;

/** Text as it stands in HTML, in an element or in an attribute. Whatever it holds, it stays text. */
export function escapeText(text: string): string {
  return text.replace(special, (character) => entities[character] ?? '\ufffd');
}
