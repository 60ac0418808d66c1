import { type ArchivedFile, ArchiveError, openZip } from '../archive/index.ts';
import { DatasetError, packageFileNames, type Violation } from '../dataset/index.ts';
import { FileError, type FileFault } from './read/file-error.ts';
import { type OpenedPackage, readPackageWorkbook } from './read/package.ts';

/**
 * The most that a file may have: its own bytes, and those of the files in it once they are inflated. A workbook with
 * the 50,000 rows that a table may have is of 4 MB, and its parts of 60 MB.
 */
const limits = { file: 20_000_000, archive: { files: 500, bytes: 100_000_000 } } as const;

/** The most bytes of a file that is worth reading to its end. */
export const largestFile = limits.file;

/**
 * Opens a package that comes in one file: a workbook, or a ZIP file with the files of a package, perhaps in a folder.
 * `name` is what the file is called. Throws a `DatasetError` that says what to do for everything else: other kinds of
 * workbooks, encrypted ones, and files that would take more memory than any package needs.
 */
export async function openPackage(bytes: Uint8Array, name: string): Promise<OpenedPackage> {
  try {
    if (bytes.length > limits.file) throw tooLarge(limits.file, '');
    if (!startsWith(bytes, 'PK')) throw new FileError(otherFile(bytes, name));
    const files = openZip(bytes, limits.archive);
    const macros = [...files.keys()].find((file) => /vbaProject\.bin$/i.test(file));
    if (macros !== undefined) throw otherType('xlsm', macros);
    if (files.has('xl/workbook.bin')) throw otherType('xlsb');
    if (files.has('[Content_Types].xml')) return await readPackageWorkbook(files);
    if (files.has('content.xml')) throw otherType('ods');
    return await readArchive(files);
  } catch (error) {
    throw new DatasetError([problemOf(error, name)]);
  }
}

/** The files of a package in a ZIP file: at its top, or in the one folder that has a descriptor. */
async function readArchive(files: ReadonlyMap<string, ArchivedFile>): Promise<OpenedPackage> {
  const place = [...files.keys()]
    .filter((file) => /(^|\/)datapackage\.json$/.test(file) && !file.startsWith('__MACOSX/'))
    .toSorted((one, other) => one.length - other.length)[0];
  if (place === undefined) throw otherType('other');
  const folder = place.slice(0, place.lastIndexOf('/') + 1);
  const found = new Map<string, Uint8Array>();
  for (const name of packageFileNames) {
    const file = files.get(`${folder}${name}`);
    if (file) found.set(name, await contentOf(file));
  }
  return { files: found, problems: [], remarks: [], placed: (problem) => problem };
}

async function contentOf(file: ArchivedFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** How a compound file (MS-CFB) begins, in which old workbooks and encrypted ones are; and a name in the latter. */
const compound = '\u00d0\u00cf\u0011\u00e0';
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');

function otherFile(bytes: Uint8Array, name: string): FileFault {
  if (startsWith(bytes, compound)) {
    if (Buffer.from(bytes).includes(encryptedPart)) return { code: 'file_encrypted', value: '', values: {} };
    return { code: 'file_type', value: '', values: { type: 'xls' } };
  }
  return { code: 'file_type', value: '', values: { type: /\.(csv|txt|tsv)$/i.test(name) ? 'csv' : 'other' } };
}

function startsWith(bytes: Uint8Array, beginning: string): boolean {
  return Buffer.from(bytes.subarray(0, beginning.length)).toString('latin1') === beginning;
}

function otherType(type: Extract<FileFault, { code: 'file_type' }>['values']['type'], value = ''): FileError {
  return new FileError({ code: 'file_type', value, values: { type } });
}

function tooLarge(maximum: number, value: string): FileError {
  return new FileError({ code: 'file_too_large', value, values: { maximum } });
}

/** What was thrown as a problem of the file; anything unforeseen is thrown on. */
function problemOf(error: unknown, file: string): Violation {
  const place = { file, row: null, column: null };
  if (error instanceof FileError) return { ...place, ...error.fault };
  if (!(error instanceof ArchiveError)) throw error;
  return { ...place, ...archiveFault(error) };
}

function archiveFault({ fault, entry: value }: ArchiveError): FileFault {
  if (fault === 'too_large') return tooLarge(limits.archive.bytes, value).fault;
  const codes = { damaged: 'file_damaged', encrypted: 'file_encrypted', path: 'archive_path' } as const;
  return { code: codes[fault], value, values: {} };
}
