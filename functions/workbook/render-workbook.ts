import type { Document, Words } from '../document/index.ts';
import { type Briefing, notedLinesOf } from '../figures/index.ts';
import { Book } from './book.ts';
import { FigureCells } from './figure-cells.ts';
import { FigureTexts } from './figure-texts.ts';
import { contentsSheet } from './sheets/contents.ts';
import { dataSheets } from './sheets/data.ts';
import { figuresSheet, publishedSheet, withInputs } from './sheets/figures.ts';
import { notesSheet } from './sheets/notes.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { writeWorkbook } from './write/package.ts';

/** What a workbook is made from besides its document, and the date that it bears. */
export interface WorkbookOptions {
  readonly briefing: Briefing;
  readonly words: Words;
  readonly createdAt: Date;
}

/**
 * Writes an edition as a workbook (Office Open XML, ECMA-376): contents, figures with formulas, the published values that
 * these rest on, the data of each chart and table, sources and notes. The same input gives the same bytes.
 */
export function renderWorkbook(document: Document, { briefing, words, createdAt }: WorkbookOptions): Uint8Array {
  const { overTime, figures: own } = briefing;
  const lines = overTime ? notedLinesOf(overTime).all() : [];
  const inLines = lines.flatMap((line) => line.figures);
  const byKey = new Map([...inLines, ...own].map((figure) => [figure.key, figure]));
  const elsewhere = (overTime?.elsewhere ?? []).map(({ figure }) => figure);
  const all = withInputs([...own, ...inLines, ...elsewhere], byKey);
  // Published values over time stand on their own sheet alone: there are thousands after years of bulletins.
  const figures = all.filter(({ figure: { status, group } }) => status === 'calculated' || group !== 'series');
  const book = new Book(document, words, new FigureTexts(words, lines), new FigureCells(byKey));
  // Published values are placed first, because formulas name their cells.
  const published = publishedSheet(
    book,
    all.flatMap(({ figure }) => (figure.status === 'published' ? figure : [])),
  );
  const sheets = [
    figuresSheet(book, figures, byKey),
    published,
    ...dataSheets(book),
    sourcesSheet(book, briefing.sources),
    notesSheet(book),
  ];
  const edition = words.date(briefing.edition);
  return writeWorkbook([contentsSheet(book, edition, sheets), ...sheets], {
    title: document.title,
    subject: document.subject,
    keywords: document.keywords,
    author: document.cover.publisher || document.running.series,
    language: document.language,
    createdAt,
  });
}
