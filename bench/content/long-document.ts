import type { Document, Section } from '../../functions/document/index.ts';
import { type OurRenderer, pagesOf } from './our-briefing.ts';

/** A document of a number of pages: the sections of another that fill one page each, over and over. */
export function longDocument(renderer: OurRenderer, document: Document, pages: number): Document {
  const { pageOf, pages: all } = pagesOf(renderer, document);
  const starts = [...pageOf.values(), all.length + 1];
  const single = document.sections.filter((_, index) => (starts[index + 1] ?? 0) - (starts[index] ?? 0) === 1);
  const [first] = single;
  if (!first) throw new Error('the document has no section of one page');
  const sections = Array.from({ length: pages }, (_, index) => {
    const section = single[index % single.length] ?? first;
    const copy = `-${Math.floor(index / single.length)}`;
    return renamed(section, copy, first.id + copy);
  });
  return { ...document, sections };
}

/**
 * A copy of a section whose places have names of their own, and whose links lead to the places of its copy. What refers
 * to another section, such as the contents, refers to the first of the copy.
 */
function renamed(section: Section, copy: string, firstSection: string): Section {
  const rename = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((inner) => rename(inner, ''));
    if (typeof value === 'string') {
      if (name === 'pageOf' || name === 'section') return firstSection;
      return name === 'id' || name === 'target' ? value + copy : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const isExternal = 'to' in value && value.to === 'url';
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, rename(inner, isExternal ? '' : key)] as const),
    );
  };
  return rename(section, '') as Section;
}
