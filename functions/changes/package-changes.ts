import { type EditionData, editionOf, type Renderer, touchedEditions } from '../briefings/index.ts';
import { type Dataset, type Edition, inEachLanguage, type Language } from '../dataset/index.ts';
import { type EditionChanges, inWords } from './edition-changes.ts';
import { type FigureChange, figureChanges } from './figure-changes.ts';
import { type PageChanges, pageChanges } from './page-changes.ts';
import { type TableChanges, tableChanges } from './table-changes.ts';

/** What an edition says and shows in a language, before and after. */
export interface PrintedChanges extends EditionChanges {
  readonly pages: PageChanges;
}

/** What publishing a Data Package would do. */
export interface PackageChanges {
  readonly version: { readonly before: string; readonly after: string };
  readonly rows: readonly TableChanges[];
  /** The editions that would be made anew, the oldest first. */
  readonly editions: readonly Edition[];
  /** The newest of these in each language; null where none is touched. */
  readonly newest: { readonly edition: Edition; readonly languages: Readonly<Record<Language, PrintedChanges>> } | null;
}

/** What two datasets are compared with. */
export interface Comparing {
  readonly renderer: Pick<Renderer, 'read'>;
  readonly now: Date;
}

/**
 * What publishing `after` in place of `before` would do. Of the editions that it touches the newest is read in each
 * language, once before and once after, and laid out; nothing is painted.
 */
export function packageChanges(before: Dataset, after: Dataset, { renderer, now }: Comparing): PackageChanges {
  const editions = touchedEditions(before, after, now);
  const edition = editions.at(-1);
  return {
    version: { before: before.version, after: after.version },
    rows: tableChanges(before.rows, after.rows),
    editions,
    newest: edition
      ? { edition, languages: printedChanges(editionOf(before, edition), editionOf(after, edition), renderer) }
      : null,
  };
}

function printedChanges(before: EditionData, after: EditionData, renderer: Comparing['renderer']) {
  let figures: readonly FigureChange[] | undefined;
  return inEachLanguage((language): PrintedChanges => {
    const [old, now] = [renderer.read(before, language), renderer.read(after, language)];
    figures ??= figureChanges(old.figures(), now.figures());
    return { ...inWords(figures, old, now), pages: pageChanges(old.pages(), now.pages()) };
  });
}
