import type { Language } from '../../functions/dataset/index.ts';
import { page as paper } from '../../functions/pdf/page.ts';
import { pageProblems, smallestType } from '../pdf/page-checks.ts';
import { traceNumbers } from '../pdf/trace-numbers.ts';
import { pageTexts, type ReadPage, readPages } from '../read-pdf.ts';

/** The lowest baseline of a page that is half full, and of any body, in points from the top. */
const halfFull = 488;
const lowestInk = 782;

/** Baselines from here on belong to the footer. */
const footer = 803;

/** What a document may have at most. */
export interface Limits {
  readonly pages: number;
  /** The smaller factor of the brand's typefaces. @default 1 */
  readonly scale?: number;
}

/** A document that went through the gates: every problem, with the gate that found it. */
export interface Gated {
  readonly pages: number;
  readonly problems: readonly string[];
}

/**
 * Sends a document through every gate: its pages follow the rules of the design, nothing is below the body, no page but
 * the last is under half full, there are not too many, figures and tables are numbered without gaps, and every number is
 * in the data that it carries.
 */
export async function passGates(bytes: Uint8Array, language: Language, { pages, scale = 1 }: Limits): Promise<Gated> {
  const read = await readPages(bytes);
  const { untraced } = await traceNumbers(bytes, language);
  const problems = [
    ...(read.length > pages ? [`pages: ${read.length}, more than ${pages}`] : []),
    ...read.slice(0, -1).flatMap(tooEmpty),
    ...read.flatMap(belowBody),
    ...numberingProblems(await pageTexts(bytes)),
    ...(await pageProblems(bytes, smallestType * scale)).map((problem) => `design: ${problem}`),
    ...untraced.map((place) => `numbers: ${place}`),
  ];
  return { pages: read.length, problems };
}

/** What figures and tables are called in each language. */
const numbered = [/(?:Figure|Рисунок|Малюнак) (\d+)/g, /(?:Table|Таблица|Табліца) (\d+)/g];

function numberingProblems(texts: readonly string[]): readonly string[] {
  return numbered.flatMap((label) => {
    const numbers = [...new Set([...texts.join(' ').matchAll(label)].map(([, number]) => Number(number)))];
    return numbers.every((number, index) => number === index + 1) ? [] : [`numbering: ${label.source}: ${numbers}`];
  });
}

function baselinesOf({ items }: ReadPage) {
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    return [{ text: item.str.trim(), y: paper.height - (item.transform[5] as number) }];
  });
}

function tooEmpty(page: ReadPage, index: number): readonly string[] {
  const body = baselinesOf(page).filter(({ y }) => y < footer);
  const last = Math.max(...body.map(({ y }) => y));
  return last < halfFull ? [`half full: page ${index + 1} ends at ${last.toFixed(0)}`] : [];
}

function belowBody(page: ReadPage, index: number): readonly string[] {
  const below = baselinesOf(page).filter(({ y }) => y > lowestInk + 1 && y < footer);
  return below.map(({ text, y }) => `foot: page ${index + 1}: "${text}" stands at ${y.toFixed(1)}`);
}
