import type { Language } from '../functions/dataset/index.ts';
import type { Block, Document, Inline } from '../functions/document/index.ts';
import type { Pdf } from '../functions/pdf/index.ts';
import { page as paper } from '../functions/pdf/page.ts';
import { pageProblems } from './pdf/page-checks.ts';
import { traceNumbers } from './pdf/trace-numbers.ts';
import { pageTexts, readPages } from './read-pdf.ts';

/** The smallest type of a sheet, in points, whatever the brand. */
const smallestType = 9;

/** The lowest baseline above the footer, and from where on baselines belong to it, in points from the top. */
const lowestInk = 782.5;
const footer = 803;

/**
 * Everything that is wrong with the sheet of a full edition: more than a page, against the rules of the design, type
 * that is too small, text in the footer, a number that is not in the data, a value that is not one.
 */
export async function sheetProblems(sheet: Pdf, full: Pdf, language: Language): Promise<readonly string[]> {
  const pages = await readPages(sheet.bytes);
  const low = pages.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const y = paper.height - (item.transform[5] as number);
      return y > lowestInk && y < footer ? [`"${item.str}" stands at ${y.toFixed(1)}, in the footer`] : [];
    }),
  );
  const { untraced } = await traceNumbers(sheet.bytes, language, full.bytes);
  const broken = (await pageTexts(sheet.bytes)).join(' ').match(/NaN|undefined|null|Infinity|\{|\}|\[object/) ?? [];
  return [
    ...(pages.length === 1 ? [] : [`it has ${pages.length} pages; what yields must leave until it has one`]),
    ...(await pageProblems(sheet.bytes, smallestType)),
    ...low,
    ...untraced.map((place) => `number without a figure: ${place}`),
    ...broken.map((word) => `it says "${word}"`),
  ];
}

/** What a sheet states: its message, notes, findings and the titles of its figures, without what names what left it. */
export function statementsOf({ sections }: Document): readonly string[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(statementsIn)).filter((text) => text !== '');
}

function statementsIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return block.style === 'under' ? [] : [textOf(block.content)];
    case 'list':
      return block.items.map(({ content }) => textOf(content));
    case 'row':
      return block.cells.flat().flatMap(statementsIn);
    case 'aside':
      return block.body.flatMap(statementsIn);
    case 'figure':
      return [textOf(block.title), ...block.body.flatMap(statementsIn)];
    default:
      return [];
  }
}

function textOf(content: Inline): string {
  const stands = content.filter(({ instead }) => instead === undefined);
  return stands
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');
}
