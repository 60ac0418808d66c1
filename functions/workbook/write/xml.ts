import { escapeMarkup } from '../../document/index.ts';

/**
 * Text of a cell or of the name of a column, in which `_x000D_` would stand for a character (ECMA-376-1, 22.9.2.19): the
 * underscore of such a text is escaped, and line ends become spaces.
 */
export function escapeString(text: string): string {
  return escapeMarkup(text.replace(/\s+/g, ' ').replace(codeLike, '_x005F_'));
}

/**
 * Text of a cell as it is, spaces and line ends too. What XML cannot say is written as `_x0000_`, with the number of the
 * character; a carriage return as well, of which XML would make a line feed.
 */
export function escapeExactly(text: string): string {
  const code = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return escapeMarkup(text.replace(codeLike, '_x005F_').replace(unsayable, code));
}

/** The underscore of a text that would stand for a character. */
const codeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Characters that XML 1.0 has no place for, and others that its readers take for line ends. */
const unsayable = /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu;

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
