import type { Block, Inline, Section } from '../../document/index.ts';
import type { Book } from '../book.ts';
import { plainText } from '../plain-text.ts';
import type { Sheet } from '../sheet.ts';
import { plainNumber } from './figures.ts';

/** The sections that say how figures are made and what the sources leave open. */
const noteSections: ReadonlySet<string> = new Set(['notes', 'record']);

/** The data notes of the edition, a row each. */
export function notesSheet(book: Book): Sheet {
  const { words, document } = book;
  const text = (inline: Inline) => plainText(inline, document);
  const notes = document.sections.filter(({ id }) => noteSections.has(id)).flatMap((section) => notesOf(section, text));
  const column = (head: string) => ({ head, holds: 'text' as const });
  return {
    ...book.head(words.message('book.sheet.notes'), words.message('book.about.notes')),
    columns: [
      { head: words.message('label.number'), holds: 'numbers' },
      column(words.message('book.head.topic')),
      column(words.message('book.head.note')),
    ],
    rows: notes.map((note, index) => [plainNumber(index + 1, 0), { text: note.topic }, { text: note.text }]),
  };
}

interface Note {
  readonly topic: string;
  readonly text: string;
}

/** The paragraphs and lists of a section under the heading that is nearest above them. */
function notesOf(section: Section, text: (inline: Inline) => string): readonly Note[] {
  const notes: Note[] = [];
  const visit = (blocks: readonly Block[], heading: string): void => {
    let topic = heading;
    for (const block of blocks) {
      switch (block.type) {
        case 'head':
          if (block.standfirst) notes.push({ topic, text: text(block.standfirst) });
          break;
        case 'heading':
          topic = text(block.content);
          break;
        case 'paragraph':
          notes.push({ topic, text: text(block.content) });
          break;
        case 'list':
          for (const { content } of block.items) notes.push({ topic, text: text(content) });
          break;
        case 'aside':
          visit(block.body, block.heading ? text(block.heading) : topic);
          break;
        case 'row':
          for (const cell of block.cells) visit(cell, topic);
          break;
      }
    }
  };
  visit(section.blocks, section.name);
  return notes;
}
