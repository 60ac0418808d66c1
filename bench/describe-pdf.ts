import { openPdf } from '../test/read-pdf.ts';

/** What a PDF says of itself, as read by pdf.js. */
export interface PdfFacts {
  readonly pages: number;
  /** Elements of the structure tree; 0 if it is empty or absent. */
  readonly elements: number;
  /** The standards that its metadata claim, such as `PDF/A-3a`. */
  readonly claims: readonly string[];
  /** How often each character except white space occurs on its pages. */
  readonly characters: ReadonlyMap<string, number>;
}

interface StructureNode {
  readonly children?: readonly StructureNode[];
  readonly role?: string;
}

/** Reads the facts of a PDF. */
export async function describePdf(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await openPdf(bytes);
  const { metadata } = await pdf.getMetadata();
  const xmp = (metadata as { getRaw(): string } | null)?.getRaw() ?? '';
  const characters = new Map<string, number>();
  let elements = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) count(item.str, characters);
    elements += sizeOf((await page.getStructTree().catch(() => null)) as StructureNode | null);
  }
  const facts = { pages: pdf.numPages, elements, claims: claimsOf(xmp), characters };
  await pdf.loadingTask.destroy();
  return facts;
}

/** The share of the characters of one text that another text has too, counting repeats. */
export function coverageOf(wanted: PdfFacts['characters'], found: PdfFacts['characters']): number {
  let [all, there] = [0, 0];
  for (const [character, times] of wanted) {
    all += times;
    there += Math.min(times, found.get(character) ?? 0);
  }
  return there / all;
}

/** The standards that metadata (XMP) claim: PDF/A with part and level, PDF/UA with its part. */
export function claimsOf(xmp: string): readonly string[] {
  const stated = (name: string) => new RegExp(`${name}(?:>|=")([^<"]+)`).exec(xmp)?.[1];
  const [part, level, accessible] = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map(stated);
  return [
    ...(part ? [`PDF/A-${part}${level?.toLowerCase() ?? ''}`] : []),
    ...(accessible ? [`PDF/UA-${accessible}`] : []),
  ];
}

function count(text: string, characters: Map<string, number>): void {
  for (const character of text.replaceAll(/\s/g, '')) {
    characters.set(character, (characters.get(character) ?? 0) + 1);
  }
}

function sizeOf(node: StructureNode | null): number {
  const own = node?.role && node.role !== 'Root' ? 1 : 0;
  return (node?.children ?? []).reduce((sum, child) => sum + sizeOf(child), own);
}
