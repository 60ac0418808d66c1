import PDFDocument from 'pdfkit';
import { page as paper } from '../page.ts';
import type { Attachment } from './attachment.ts';
import { pack } from './pack.ts';
import { PackedFile } from './packed-file.ts';
import { dateString, textString } from './pdf-values.ts';
import { type Metadata, xmpOf } from './xmp.ts';

/** A reference to an object of a file. */
export type Reference = `${number} 0 R`;

/** The parts of a painted page: its content, its key in the parent tree, its links, and its fonts and forms by name. */
export interface PageParts {
  readonly content: Uint8Array;
  readonly structParents: number;
  readonly annotations: readonly Reference[];
  readonly fonts: ReadonlyMap<string, Reference>;
  readonly forms: ReadonlyMap<string, Reference>;
}

/** Entries of the document catalogue, in PDF syntax. */
export interface DocumentCatalog {
  readonly StructTreeRoot: Reference;
  readonly OutputIntents: string;
  /** The attached files. */
  readonly AF: string;
  /** The name trees of link destinations and of attached files. */
  readonly Dests: string;
  readonly EmbeddedFiles: string;
}

/** An object of PDFKit. */
interface ObjectReference {
  readonly id: number;
  end(bytes?: Uint8Array): void;
}

/** The parts of PDFKit that its published types leave out. */
interface Internals {
  readonly page: {
    readonly dictionary: ObjectReference & { readonly data: Record<string, unknown> };
    readonly resources: { readonly data: Record<string, unknown> };
    readonly content: { buffer: readonly Uint8Array[]; readonly data: Record<string, unknown> };
  };
  readonly _root: { readonly data: Record<string, unknown> & { readonly Names: { data: Record<string, unknown> } } };
  readonly _info: ObjectReference;
  readonly info: Record<string, unknown>;
  /** Where each object begins in the file, which we do not use, by its number. */
  readonly _offsets: null[];
  ref(data: object): ObjectReference;
  appendXML(xml: string): void;
  addPage(): void;
}

/** A value in PDF syntax. PDFKit writes it as it is because it does not take it for a dictionary. */
class Syntax {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get [Symbol.toStringTag](): string {
    return 'Syntax';
  }

  toString(): string {
    return this.text;
  }
}

/**
 * An archivable and accessible PDF file. PDFKit writes the document: its pages, objects, streams, bookmarks and
 * metadata. We give it whole pages, compressed. The thousand small objects of a tagged file are written in PDF syntax,
 * beside it, with numbers that it gives.
 */
export class PdfFile extends PDFDocument {
  private readonly metadataOfOurs: Metadata;
  private readonly reserved = new Set<number>();
  private readonly packed = new PackedFile();
  /** What PDFKit has written of the current object. */
  private readonly pieces: (string | Uint8Array)[] = [];
  private catalogue: DocumentCatalog | null = null;

  constructor(metadata: Metadata) {
    const { title, subject, keywords, author, creator, producer, createdAt, language } = metadata;
    super({
      autoFirstPage: false,
      compress: false,
      displayTitle: true,
      font: null as unknown as string,
      info: {
        Title: title,
        Subject: subject,
        Keywords: keywords,
        Author: author,
        Creator: creator,
        Producer: producer,
        CreationDate: createdAt,
      },
      lang: language,
      margin: 0,
      pdfVersion: '1.7',
      size: [paper.width, paper.height],
    });
    this.metadataOfOurs = metadata;
  }

  /** A reference to an object that is set later. */
  reserve(): Reference {
    // The next number of PDFKit, without an object of it.
    const id = this.internals._offsets.push(null);
    this.reserved.add(id);
    return `${id} 0 R`;
  }

  /** Sets the object of a reserved reference, in PDF syntax. Throws when it was not reserved or is already set. */
  set(reference: Reference, object: string): void {
    const id = Number.parseInt(reference, 10);
    if (!this.reserved.delete(id)) throw new Error(`${reference} was not reserved, or is set already`);
    this.packed.addObject(id, object);
  }

  /** Adds an object in PDF syntax. */
  add(object: string): Reference {
    const reference = this.reserve();
    this.set(reference, object);
    return reference;
  }

  /** Adds a stream, which is compressed. `entries` are those of its dictionary, in PDF syntax. */
  addStream(entries: Readonly<Record<string, string>>, bytes: Uint8Array): Reference {
    return this.addPackedStream(entries, pack(bytes));
  }

  /** Adds a stream that is already compressed (zlib). */
  addPackedStream(entries: Readonly<Record<string, string>>, packed: Uint8Array): Reference {
    const stream = this.internals.ref(dictionaryOf({ ...entries, Filter: '/FlateDecode' }));
    stream.end(packed);
    return referenceTo(stream);
  }

  /** Begins the next page. The y axis of its content points down. */
  beginPage(): Reference {
    this.internals.addPage();
    return referenceTo(this.internals.page.dictionary);
  }

  /** Fills the current page. */
  fillPage({ content, structParents, annotations, fonts, forms }: PageParts): void {
    const { page } = this.internals;
    // PDFKit has written into it already that the y axis points down.
    page.content.buffer = [pack(Buffer.concat([...page.content.buffer, content]))];
    page.content.data.Filter = 'FlateDecode';
    page.resources.data.Font = new Syntax(namesOf(fonts));
    if (forms.size > 0) page.resources.data.XObject = new Syntax(namesOf(forms));
    Object.assign(page.dictionary.data, { StructParents: structParents, Tabs: 'S' });
    if (annotations.length > 0) page.dictionary.data.Annots = new Syntax(`[${annotations.join(' ')}]`);
  }

  /** Attaches a file as data of the document (ISO 19005-3, 6.8). */
  attach({ name, type, description, size, checksum, packed }: Attachment, date: Date): Reference {
    const Params = this.add(`<</Size ${size}/CheckSum<${checksum}>/ModDate${dateString(date)}>>`);
    const Subtype = `/${type.replace('/', '#2F')}`;
    const file = this.addPackedStream({ Type: '/EmbeddedFile', Subtype, Params }, packed);
    const [title, words] = [textString(name), textString(description)];
    const names = `/F${title}/UF${title}/Desc${words}`;
    return this.add(`<</Type/Filespec/AFRelationship/Data${names}/EF<</F ${file}/UF ${file}>>>>`);
  }

  /** The bytes of the whole file. Throws when a reserved object was never set. */
  finish(catalogue: DocumentCatalog): Uint8Array {
    this.catalogue = catalogue;
    const { info } = this.internals;
    info.CreationDate = new Syntax(dateString(this.metadataOfOurs.createdAt));
    this.end();
    const [missing] = this.reserved;
    if (missing !== undefined) throw new Error(`the object ${missing} 0 R was reserved and never set`);
    const { _root, _info } = this.internals;
    return this.packed.finish(`/Root ${_root}/Info ${_info}`);
  }

  /**
   * PDFKit calls this with each piece of its output. What comes before the first object is dropped, because the packed
   * file writes its own.
   */
  protected _write(piece: string | Uint8Array): void {
    this.pieces?.push(piece);
  }

  /** PDFKit calls this after it has written an object. */
  protected _refEnd({ id }: ObjectReference): void {
    const begin = this.pieces.indexOf(`${id} 0 obj`) + 1;
    const [dictionary = '', bytes] = [this.pieces[begin], this.pieces[begin + 2]];
    this.pieces.length = 0;
    if (bytes instanceof Uint8Array) this.packed.addStream(id, `${dictionary}`, bytes);
    else this.packed.addObject(id, `${dictionary}`);
  }

  /** PDFKit calls this where it would end its own tags. */
  override endMarkings(): void {
    if (!this.catalogue) throw new Error('a document is ended by finish, with its catalogue');
    const { Dests, EmbeddedFiles, ...entries } = this.catalogue;
    const { data } = this.internals._root;
    data.MarkInfo = new Syntax('<</Marked true>>');
    Object.assign(data, dictionaryOf(entries));
    Object.assign(data.Names.data, dictionaryOf({ Dests, EmbeddedFiles }));
  }

  /** PDFKit calls this to write its metadata, which it would put into XMP without escaping it. */
  protected _addInfo(): void {
    this.internals.appendXML(xmpOf(this.metadataOfOurs));
  }

  private get internals(): Internals {
    return this as unknown as Internals;
  }
}

/** A PDFKit dictionary with values in PDF syntax. */
function dictionaryOf(entries: Readonly<Record<string, string>>): Record<string, Syntax> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, new Syntax(value)]));
}

/** The resources of a page or form by name, as a dictionary in PDF syntax. */
export function namesOf(resources: ReadonlyMap<string, Reference>): string {
  return `<<${[...resources].map(([name, resource]) => `/${name} ${resource}`).join('')}>>`;
}

function referenceTo({ id }: ObjectReference): Reference {
  return `${id} 0 R`;
}
