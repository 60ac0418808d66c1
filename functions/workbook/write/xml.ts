const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What may have to be replaced: few texts have any of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const special = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** The characters that XML does not know (XML 1.0, production 2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text in an element or an attribute. Halves of surrogate pairs and what XML does not know become U+FFFD. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/**
 * Text of a cell or of the name of a column, in which `_x000D_` would stand for a character (ECMA-376-1, 22.9.2.19): the
 * underscore of such a text is escaped, and line ends become spaces.
 */
export function escapeString(text: string): string {
  return escapeXml(text.replace(/\s+/g, ' ').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** A part of a package with the XML declaration. */
export function xmlFile(content: string): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
}

/** The namespaces of spreadsheets and of relationships. */
export const namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  packageRelationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
} as const;
