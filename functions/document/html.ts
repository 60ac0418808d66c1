/** A piece of HTML that Handlebars does not escape. */
export interface Html {
  toHTML(): string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What HTML and XML read as markup, and what XML does not know (XML 1.0, production 2). */
const special = /[&<>"\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/gu;

/**
 * Text as it stands in HTML or XML, in an element or between the double quotation marks of an attribute: whatever it holds,
 * it stays text. Control characters and halves of letters, which XML does not know, become U+FFFD.
 */
export function escapeMarkup(text: string): string {
  return text.replace(special, (character) => entities[character] ?? '\ufffd');
}

/** Marks a string as HTML. */
export function html(markup: string): Html {
  return { toHTML: () => markup };
}
