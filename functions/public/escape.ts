import { escapeHtml } from '../document/index.ts';

/**
 * Escapes text for HTML and XML, also within quotation marks. Control characters, of which XML allows hardly any, are
 * left out.
 */
export function escaped(text: string): string {
  return escapeHtml(text.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ''));
}
