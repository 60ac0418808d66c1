/** A piece of HTML that Handlebars does not escape. */
export interface Html {
  toHTML(): string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What HTML and XML read as markup, and what XML does not know (XML 1.0, production 2). */
const special = /[&<>"\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/gu;

/** Texts of nothing but letters, digits and signs that are never markup nor hidden, as most are: they stay as they are. */
export const ordinary = /^[ !#-%(-;=?-~\u00a0-\u05ff\u2010-\u2027\u2030-\u205f\u20a0-\u2bff]*$/;

/**
 * Text as it stands in HTML or XML, in an element or between the double quotation marks of an attribute: whatever it holds,
 * it stays text. Control characters and halves of letters, which XML does not know, become U+FFFD.
 */
export function escapeMarkup(text: string): string {
  return ordinary.test(text) ? text : text.replace(special, (character) => entities[character] ?? '\ufffd');
}

/** Marks a string as HTML. */
export function html(markup: string): Html {
  return { toHTML: () => markup };
}
