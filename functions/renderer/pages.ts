import { languageFacts, lastMonth, licence, monthIndex, type Script } from '../dataset/index.ts';
import type { Document } from '../document/index.ts';
import { type Outlines, type Theme, type Typefaces, withoutKerning } from '../drawing/index.ts';
import type { Briefing } from '../figures/index.ts';
import { type DatasetFacts, renderWeb, type WebStyle, webStyle } from '../web/index.ts';

/** What the pages of a brand are written with. */
export interface PageParts {
  readonly brand: { readonly theme: Theme };
  readonly typefaces: Typefaces;
  /** The style sheet of pages in each script. */
  readonly styleSheets: Readonly<Record<Script, string>>;
  readonly outlines: Outlines;
}

/**
 * Gives the function that writes web pages of a brand. They are kept and handed on as files, so they link to nothing that
 * has an address of its own.
 */
export function pagesWith({ brand, typefaces, outlines, styleSheets }: PageParts) {
  const unkerned = withoutKerning(typefaces);
  const styles = new Map<Script, WebStyle>();
  const styleOf = (script: Script): WebStyle => {
    const style = styles.get(script) ?? webStyle(styleSheets[script]);
    styles.set(script, style);
    return style;
  };
  return (document: Document, briefing: Briefing): Uint8Array =>
    renderWeb(document, {
      theme: brand.theme,
      typefaces: unkerned,
      outlines,
      style: styleOf(languageFacts[document.language].script),
      facts: factsOf(document, briefing),
    });
}

/** What the package of an edition says of its data, and the publications that they come from. */
function factsOf({ language }: Document, briefing: Briefing): DatasetFacts {
  return {
    published: briefing.newestPublished,
    covers: coveredBy(briefing),
    licence: licence.path,
    sources: briefing.sources.map(({ publisher, title, url }) => {
      return { publisher: publisher[language], title: title[language], address: url };
    }),
  };
}

/** From the first month of any figure to the last, as an interval of ISO 8601. */
function coveredBy({ figures }: Briefing): string {
  const first = Math.min(...figures.map(({ period }) => monthIndex(period)));
  const last = Math.max(...figures.map(({ period }) => lastMonth(period)));
  return figures.length === 0 ? '' : `${monthOf(first)}/${monthOf(last)}`;
}

function monthOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
