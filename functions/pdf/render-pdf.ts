import type { Document } from '../document/index.ts';
import { layoutBlock } from './layout/block.ts';
import { withRoomForPageNumbers } from './layout/page-numbers.ts';
import { numberFigures, paginate } from './layout/paginate.ts';
import type { Outlines } from './maps/outlines.ts';
import { Archive } from './paint/archive.ts';
import { packFile } from './paint/pack-file.ts';
import { type Attachment, attach, paint } from './paint/paint.ts';
import type { Typefaces } from './text/typeface.ts';
import type { Theme } from './theme.ts';

/** What a document is printed with. */
export interface Print {
  readonly theme: Theme;
  readonly typefaces: Typefaces;
  readonly outlines: Outlines;
  /** Written into the file instead of the clock: the same inputs give the same bytes. */
  readonly createdAt: Date;
  /** The program that made it, with its version. */
  readonly creator: string;
  readonly attachments: readonly Attachment[];
}

/** A printed briefing. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Prints a document: lays it out, paints it and attaches its data. */
export async function renderPdf(document: Document, print: Print): Promise<Pdf> {
  const { theme, typefaces, outlines, createdAt, creator } = print;
  const layOut = (tree: Document) =>
    paginate({
      document: tree,
      theme,
      typefaces,
      outlines,
      numbers: numberFigures(tree),
      squeeze: null,
      layout: layoutBlock,
    });
  const first = layOut(document);
  const isLong = first.pageOf.values().some((page) => page >= 10);
  const paged = isLong ? layOut(withRoomForPageNumbers(document, first.pageOf)) : first;
  const { title, subject, keywords, language, cover, running } = document;
  const author = cover.publisher || running.series;
  const archive = new Archive({ title, subject, keywords, language, author, creator, producer: 'PDFKit', createdAt });
  const bytes = collect(archive);
  paint(paged, archive, typefaces);
  attach(archive, print.attachments, createdAt);
  archive.end();
  return { bytes: packFile(await bytes), pages: paged.pages.length };
}

function collect(archive: Archive): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    archive.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    archive.on('end', () => resolve(Buffer.concat(chunks)));
    archive.on('error', reject);
  });
}
