/** A piece of HTML that Handlebars leaves as it is. */
export interface Html {
  toHTML(): string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** Marks a string as HTML. */
export function html(markup: string): Html {
  return { toHTML: () => markup };
}
