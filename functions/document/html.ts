/** A piece of HTML that Handlebars does not escape. */
export interface Html {
  toHTML(): string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** Marks a string as HTML. */
export function html(markup: string): Html {
  return { toHTML: () => markup };
}
