import type { Document, Inline } from '../document/index.ts';

/** Running text without its styles. Where a page number would stand, which a workbook does not have, the section is named. */
export function plainText(inline: Inline, { sections }: Document): string {
  const nameOf = (id: string) => sections.find((section) => section.id === id)?.name ?? '';
  return inline.map(({ text, pageOf }) => (pageOf === undefined ? text : nameOf(pageOf))).join('');
}
