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
  /** One of these in each language; null where it is not touched. */
  readonly compared: {
    readonly edition: Edition;
    readonly languages: Readonly<Record<Language, PrintedChanges>>;
  } | null;
}

/** What two datasets are compared with. */
export interface Comparing {
  readonly renderer: Pick<Renderer, 'read'>;
  readonly now: Date;
  /**
   * The edition that is read before and after; both datasets have it.
   *
   * @default the newest that is touched
   */
  readonly edition?: Edition | undefined;
}

/**
 * What publishing `after` in place of `before` would do. Of the editions that it touches one is read in each language,
 * once before and once after, and laid out; nothing is painted.
 */
export function changesBetween(before: Dataset, after: Dataset, options: Comparing): PackageChanges {
  const { renderer, now } = options;
  const editions = touchedEditions(before, after, now);
  const edition = options.edition ?? editions.at(-1);
  return {
    version: { before: before.version, after: after.version },
    rows: tableChanges(before.rows, after.rows),
    editions,
    compared:
      edition && editions.includes(edition)
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
