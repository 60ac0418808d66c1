import type { EditionData } from '../briefings/index.ts';
import type { Language } from '../dataset/index.ts';
import type { FullEdition } from '../document/index.ts';
import type { PagedDocument } from '../pdf/index.ts';

/** The pages of the full editions that a renderer has laid out. Their sheets refer to them. */
export class FullPages {
  private readonly known = new WeakMap<EditionData, Map<Language, FullEdition>>();

  /** Keeps the pages of an edition in a language, and gives what its sheet says of them. */
  keep(data: EditionData, language: Language, { pages, pageOf }: PagedDocument): FullEdition {
    const full = { pages: pages.length, pageOf };
    const languages = this.known.get(data) ?? new Map<Language, FullEdition>();
    this.known.set(data, languages.set(language, full));
    return full;
  }

  /** What a sheet says of the full edition, which is laid out where that was not done before. */
  of(data: EditionData, language: Language, layOut: () => PagedDocument): FullEdition {
    return this.known.get(data)?.get(language) ?? this.keep(data, language, layOut());
  }
}
