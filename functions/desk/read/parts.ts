import { Parser } from 'htmlparser2';
import type { ArchivedFile } from '../../archive/index.ts';
import { FileError } from './file-error.ts';

/** What is told of an XML part while it is read. Names come without their prefix. */
export interface PartHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The most elements in each other: parts of workbooks have ten, and the parser takes longer the deeper it is. */
const deepest = 50;

/** The most bytes of a tag or a comment: the parser holds it until it ends. */
const longestTag = 1_000_000;

/**
 * Reads an XML part of a workbook piece by piece, so that no more of it is held than what the handler keeps. Throws a
 * {@link FileError} for a part with a document type, whose entities could name other files or grow without end, for one
 * that is not UTF-8, for a tag without end, and for elements
 * that are too deep.
 */
export async function readPart(file: ArchivedFile, part: string, handler: PartHandler): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [silent, depth] = [0, 0];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        silent = 0;
        depth += 1;
        if (depth > deepest) throw damaged(part);
        handler.open?.(withoutPrefix(name), attributes);
      },
      ontext: (text) => {
        silent = 0;
        handler.text?.(text);
      },
      onclosetag: (name) => {
        depth -= 1;
        handler.close?.(withoutPrefix(name));
      },
      onprocessinginstruction: (name) => {
        if (/^!(doctype|entity)/i.test(name)) throw new FileError({ code: 'entity', value: part, values: {} });
      },
    },
    { xmlMode: true },
  );
  for await (const piece of file.read()) {
    silent += piece.length;
    if (silent > longestTag) throw damaged(part);
    parser.write(decoded(decoder, part, piece));
  }
  parser.end(decoded(decoder, part));
}

function decoded(decoder: InstanceType<typeof TextDecoder>, part: string, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw damaged(part, { cause });
  }
}

function damaged(part: string, options?: ErrorOptions): FileError {
  return new FileError({ code: 'file_damaged', value: part, values: {} }, options);
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
