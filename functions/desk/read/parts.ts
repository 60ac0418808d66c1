import { Parser } from 'htmlparser2';
import type { ArchivedFile } from '../../archive/index.ts';
import { FileError } from './file-error.ts';

/** What is told of an XML part while it is read. Names come without their prefix. */
export interface PartHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads an XML part of a workbook piece by piece, so that no more of it is held than what the handler keeps. Throws a
 * {@link FileError} for a part with a document type, whose entities could name other files or grow without end, and
 * for one that is not UTF-8.
 */
export async function readPart(file: ArchivedFile, part: string, handler: PartHandler): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(withoutPrefix(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(withoutPrefix(name)),
      onprocessinginstruction: (name) => {
        if (/^!(doctype|entity)/i.test(name)) throw new FileError({ code: 'entity', value: part, values: {} });
      },
    },
    { xmlMode: true },
  );
  for await (const piece of file.read()) parser.write(decoded(decoder, part, piece));
  parser.end(decoded(decoder, part));
}

function decoded(decoder: InstanceType<typeof TextDecoder>, part: string, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new FileError({ code: 'file_damaged', value: part, values: {} }, { cause });
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
