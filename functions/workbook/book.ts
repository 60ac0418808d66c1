import type { Document, Words } from '../document/index.ts';
import type { FigureCells } from './figure-cells.ts';
import type { FigureTexts } from './figure-texts.ts';
import type { Line, Sheet } from './sheet.ts';

/** What the sheets of a workbook share. */
export class Book {
  readonly document: Document;
  readonly words: Words;
  readonly texts: FigureTexts;
  readonly cells: FigureCells;

  constructor(document: Document, words: Words, texts: FigureTexts, cells: FigureCells) {
    this.document = document;
    this.words = words;
    this.texts = texts;
    this.cells = cells;
  }

  /** The name, the title and the lines of a sheet: what it holds, that its figures are made up, the way back. */
  head(name: string, about: string): Pick<Sheet, 'name' | 'title' | 'about' | 'lines'> {
    const { mark, title } = this.document;
    return {
      name,
      about,
      title: `${name}. ${title}`,
      lines: [{ text: about }, ...(mark ? [{ text: mark.long }] : []), this.back()],
    };
  }

  /** The link to the first sheet. */
  back(): Line {
    return { text: this.words.message('book.back'), link: { sheet: this.words.message('book.sheet.contents') } };
  }
}
