import type { Document, Section } from '../../functions/document/index.ts';
import { type OurRenderer, pagesOf } from './our-briefing.ts';

/** A document with a given number of pages, which repeats the one-page sections of another document. */
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
 * A copy of a section with its own anchors. Links inside the section lead to the copy; links to other sections, such as
 * those of the contents, lead to the first copy.
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
      // The figures behind a chart are data: they have names and no anchors.
      Object.entries(value).map(
        ([key, inner]) => [key, key === 'shows' ? inner : rename(inner, isExternal ? '' : key)] as const,
      ),
    );
  };
  return rename(section, '') as Section;
}
