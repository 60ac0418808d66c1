import { deflateSync } from 'node:zlib';
import type { DrawingMark, Mark, TextMark } from '../../drawing/index.ts';
import { page as paper } from '../page.ts';
import { PageContent, type Resources } from './page-content.ts';
import { namesOf, type PdfFile, type Reference } from './pdf-file.ts';
import { decimal as n } from './pdf-values.ts';

/** Encodes text, and gives the faces used so far by their names on pages. */
export interface PageFonts extends Pick<Resources, 'encode'> {
  references(): ReadonlyMap<string, Reference>;
}

/** Drawings as compressed forms, by their marks. They are the same in every document. */
const packedDrawings = new WeakMap<readonly Mark[], Uint8Array>();

/**
 * The forms of one document: content that is in the file once and is shown on pages by name (ISO 32000-1, 8.10).
 * Headers, footers and drawings are forms.
 */
export class DocumentForms implements Resources {
  private readonly file: PdfFile;
  private readonly fonts: PageFonts;
  private readonly names = new Map<readonly Mark[], string>();
  private readonly forms = new Map<string, Reference>();

  constructor(file: PdfFile, fonts: PageFonts) {
    this.file = file;
    this.fonts = fonts;
  }

  encode(mark: TextMark, text: string): ReturnType<PageFonts['encode']> {
    return this.fonts.encode(mark, text);
  }

  drawing({ marks, width, height }: DrawingMark): string {
    const known = this.names.get(marks);
    if (known) return known;
    const packed = packedDrawings.get(marks) ?? deflateSync(PageContent.ofForm(marks, withoutText));
    packedDrawings.set(marks, packed);
    const box = { BBox: `[0 0 ${n(width)} ${n(height)}]`, Resources: '<<>>' };
    return this.add(marks, this.file.addPackedStream({ ...form, ...box }, packed));
  }

  /** The name of the form of marks that are on many pages. */
  repeated(marks: readonly Mark[]): string {
    const known = this.names.get(marks);
    if (known) return known;
    const content = PageContent.ofForm(marks, this);
    const fonts = namesOf(this.fonts.references());
    const box = { BBox: `[0 0 ${n(paper.width)} ${n(paper.height)}]`, Resources: `<</Font${fonts}>>` };
    return this.add(marks, this.file.addStream({ ...form, ...box }, content));
  }

  /** The forms used so far, by their names on pages. */
  references(): ReadonlyMap<string, Reference> {
    return this.forms;
  }

  private add(marks: readonly Mark[], reference: Reference): string {
    const name = `X${this.forms.size}`;
    this.names.set(marks, name);
    this.forms.set(name, reference);
    return name;
  }
}

const form = { Type: '/XObject', Subtype: '/Form' } as const;

const withoutText: Resources = {
  encode: (_, text) => {
    throw new Error(`a drawing is the same in every document: it cannot hold the text "${text}"`);
  },
  drawing: () => {
    throw new Error('a drawing cannot hold another one');
  },
};
