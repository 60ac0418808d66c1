import { loadBrand, styleSheets } from '../../functions/assets/index.ts';
import { makeOutlines } from '../../functions/assets/make-outlines.ts';
import { subsetFonts } from '../../functions/assets/subset-fonts.ts';
import { languageFacts } from '../../functions/dataset/index.ts';
import type { Document } from '../../functions/document/index.ts';
import { openTypefaces, withoutKerning } from '../../functions/drawing/index.ts';
import { renderWeb, type WebOptions, webStyle } from '../../functions/web/index.ts';

/** What a brand writes its pages with. */
async function partsOf(name: string) {
  const brand = loadBrand(name);
  const typefaces = withoutKerning(openTypefaces(await subsetFonts(brand.fontFiles)));
  return { theme: brand.theme, typefaces, outlines: makeOutlines(), sheets: await styleSheets(brand) };
}

const known = new Map<string, ReturnType<typeof partsOf>>();

/** The options of a page. */
export async function optionsFor(document: Document, brand = 'default'): Promise<WebOptions> {
  const parts = known.get(brand) ?? partsOf(brand);
  known.set(brand, parts);
  const { theme, typefaces, outlines, sheets } = await parts;
  return {
    theme,
    typefaces,
    outlines,
    style: webStyle(sheets[languageFacts[document.language].script]),
    facts: {
      published: '2021-07-27',
      covers: '2021-01/2021-05',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      sources: [{ publisher: 'BelTA', title: 'Report', address: 'https://example.org/report' }],
    },
  };
}

/** The page of a document as text. */
export async function pageOf(document: Document, brand = 'default'): Promise<string> {
  return new TextDecoder().decode(renderWeb(document, await optionsFor(document, brand)));
}
