import { createHash } from 'node:crypto';
import { type EditionData, editionOf, type LaidOut, type Renderer } from '../briefings/index.ts';
import type { Dataset, Edition, Language } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { fullPdf } from '../store/index.ts';

/** The pages of a print, for comparison: a digest of each page, and where sections begin. */
export interface PagePrint {
  readonly digests: readonly string[];
  readonly pageOf: ReadonlyMap<string, number>;
}

/** How far a print has come: its pages are laid out, or its file is written. */
export interface PrintStep {
  readonly edition: Edition;
  readonly language: Language;
  readonly step: 'laid-out' | 'written';
  /** Pages, or bytes. */
  readonly count: number;
  readonly milliseconds: number;
}

/** A renderer that reports its steps. */
export function watched(renderer: Renderer, tell: (step: PrintStep) => void): Renderer {
  return {
    ...renderer,
    render: async (data, language, rendition, laidOut) => {
      let begun = performance.now();
      const step = (name: PrintStep['step'], count: number) => {
        const now = performance.now();
        tell({ edition: data.vintage.edition, language, step: name, count, milliseconds: now - begun });
        begun = now;
      };
      const printed = await renderer.render(data, language, rendition, (paged) => {
        step('laid-out', paged.pages.length);
        return laidOut?.(paged);
      });
      step('written', printed.file.bytes.length);
      return printed;
    },
  };
}

/** Prints an edition with a dataset to see its pages; nothing is kept. */
export async function pagePrint(
  { loadRenderer }: Pick<Services, 'loadRenderer'>,
  dataset: Dataset,
  edition: Edition,
  language: Language,
): Promise<PagePrint> {
  return printPages(await loadRenderer(), editionOf(dataset, edition), language);
}

/** Prints data to see their pages. */
export async function printPages(renderer: Renderer, data: EditionData, language: Language): Promise<PagePrint> {
  const seen: PagePrint[] = [];
  const laidOut: LaidOut = ({ pages, pageOf }) => {
    const digests = pages.map((page) => createHash('sha256').update(JSON.stringify(page)).digest('hex'));
    seen.push({ digests, pageOf });
    return undefined;
  };
  await renderer.render(data, language, fullPdf, laidOut);
  const [print] = seen;
  if (!print) throw new Error('the renderer printed without laying out');
  return print;
}

/** The pages of a print, counted from 1, that are not the same in another one. */
export function differingPages(pages: PagePrint, others: PagePrint): readonly number[] {
  return pages.digests.flatMap((digest, index) => (digest === others.digests[index] ? [] : [index + 1]));
}
