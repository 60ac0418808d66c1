import { expect, it } from 'vitest';
import { type Part, plain } from '../../bench/content/content.ts';
import { htmlOf } from '../../bench/content/html.ts';
import { longDocument } from '../../bench/content/long-document.ts';
import { documentOf, foundingEdition, openOurRenderer, pagesOf } from '../../bench/content/our-briefing.ts';
import { readContent } from '../../bench/content/read-content.ts';
import { svgOf } from '../../bench/content/svg.ts';
import { claimsOf, coverageOf, describePdf } from '../../bench/describe-pdf.ts';
import { languages } from '../../functions/dataset/index.ts';
import { dataset } from '../package-files.ts';
import { print } from '../renders.ts';

const renderer = await openOurRenderer();
const { text: ink } = renderer.brand.theme.colours;

function contentIn(language: (typeof languages)[number]) {
  const document = documentOf(renderer, dataset, foundingEdition, language);
  return readContent(document, pagesOf(renderer, document), ink);
}

/** All texts of a part, including those in its charts. */
function textsOf(part: Part): readonly string[] {
  switch (part.part) {
    case 'heading':
    case 'paragraph':
      return [plain(part)];
    case 'list':
      return part.items.map(plain);
    case 'table':
      return [...part.heads, ...part.rows.flat()].map(plain);
    case 'drawing':
      return part.marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []));
    case 'columns':
      return part.columns.flatMap(({ parts }) => parts.flatMap(textsOf));
  }
}

it.each(languages)('other tools get the text of our pages in %s, without headers and footers', async (language) => {
  const { sections } = contentIn(language);
  const given = new Map<string, number>();
  for (const character of sections.flat().flatMap(textsOf).join('').replaceAll(/\s/g, '')) {
    given.set(character, (given.get(character) ?? 0) + 1);
  }
  const { characters } = await describePdf((await print('2021-07', language)).bytes);
  const pages = 8;
  const { header, footer } = contentIn(language);
  const running = [...header.join(''), ...footer].length * pages;
  const all = characters.values().reduce((sum, count) => sum + count, 0);
  expect(coverageOf(characters, given)).toBeGreaterThan(1 - (running * 1.2) / all);
  expect(coverageOf(given, characters)).toBeGreaterThan(0.999);
});

it('other tools get every chart as vectors, with its text', () => {
  const drawings = contentIn('en')
    .sections.flat()
    .flatMap((part) => (part.part === 'columns' ? part.columns.flatMap(({ parts }) => parts) : [part]))
    .filter((part) => part.part === 'drawing');
  expect(drawings.length).toBeGreaterThan(12);
  const svg = drawings.map((drawing) => svgOf(drawing, (face) => ({ family: face, weight: 400 }))).join('');
  for (const shape of ['<text', '<line', '<rect', '<circle', '<path', '<clipPath']) expect(svg).toContain(shape);
});

it('text of the data cannot become markup in the HTML for browsers', () => {
  const content = contentIn('en');
  const spans = [{ text: '<b>A & "B"</b>', face: 'sansRegular', size: 8, colour: ink } as const];
  const page = htmlOf({ ...content, sections: [[{ part: 'paragraph', spans, leading: 10 }]] }, 'fonts');
  expect(page).toContain('&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;');
});

it('a long document has the right number of pages, and no two anchors with the same name', () => {
  const document = documentOf(renderer, dataset, foundingEdition, 'en');
  const long = longDocument(renderer, document, 23);
  expect(pagesOf(renderer, long).pages).toHaveLength(23);
  const withoutData = JSON.stringify(long.sections, (key, value: unknown) => (key === 'shows' ? undefined : value));
  const ids = [...withoutData.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('a file claims what its metadata say, as elements or as attributes', () => {
  expect(claimsOf('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')).toEqual(['PDF/A-3a']);
  expect(claimsOf('<rdf:Description pdfuaid:part="1"/>')).toEqual(['PDF/UA-1']);
  expect(claimsOf('<x/>')).toEqual([]);
});
