import { posix } from 'node:path';
import type { ArchivedFile } from '../../archive/index.ts';
import { FileError } from './file-error.ts';
import { type DateKind, readDateKinds } from './number-formats.ts';
import { readPart } from './parts.ts';
import { type Grid, readSheet } from './sheet.ts';
import { readStrings } from './texts.ts';

/** A sheet of a workbook by its name. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly grid: Grid;
}

/** The most sheets, and parts that a part refers to: more than any workbook of people, and little to hold. */
const most = { sheets: 200, relations: 2_000 } as const;

/** Workbooks that count days from 1 January 1904, as those of old Macs do, are this many days behind. */
const daysTo1904 = 1462;

/**
 * Reads the cells of a workbook (Office Open XML, ECMA-376, transitional or strict) sheet by sheet, in their order.
 * Formulas are not calculated: their stored values count. Throws a {@link FileError} for a file that is no such workbook.
 */
export async function readWorkbook(files: ReadonlyMap<string, ArchivedFile>): Promise<readonly WorkbookSheet[]> {
  const place = (await relationsOf(files, '')).find(({ type }) => type === 'officeDocument')?.target ?? '';
  const relations = await relationsOf(files, place);
  const partOf = (kind: string) => relations.find(({ type }) => type === kind)?.target ?? '';
  const [texts, styles] = [files.get(partOf('sharedStrings')), files.get(partOf('styles'))];
  const strings = texts ? await readStrings(texts, partOf('sharedStrings')) : [];
  const dateKinds: readonly (DateKind | null)[] = styles ? await readDateKinds(styles, partOf('styles')) : [];

  const { listed, dayShift } = await readSheetList(need(files, place), place);
  const sheets: WorkbookSheet[] = [];
  for (const { name, id, isHidden } of listed) {
    const { target = '', type } = relations.find((relation) => relation.id === id) ?? {};
    // A sheet that is only a chart has no cells.
    if (type !== 'worksheet') continue;
    const grid = await readSheet(need(files, target), target, { strings, dateKinds, dayShift });
    sheets.push({ name, isHidden, grid });
  }
  return sheets;
}

interface ListedSheet {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

async function readSheetList(file: ArchivedFile, part: string) {
  const listed: ListedSheet[] = [];
  let dayShift = 0;
  await readPart(file, part, {
    open: (element, attributes) => {
      if (element === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) dayShift = daysTo1904;
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      if (listed.length === most.sheets) throw damaged(part);
      listed.push({ name: attributes.name ?? '', id, isHidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { listed, dayShift };
}

interface Relation {
  readonly id: string;
  /** The last part of its type, which transitional and strict workbooks have in common. */
  readonly type: string;
  readonly target: string;
}

/** The parts that a part refers to by their full names; what is outside the file is left out. */
async function relationsOf(files: ReadonlyMap<string, ArchivedFile>, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const place = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const found: Relation[] = [];
  await readPart(need(files, place), place, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = posix.resolve('/', posix.dirname(part), Target).slice(1);
      if (found.length === most.relations) throw damaged(place);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

function need(files: ReadonlyMap<string, ArchivedFile>, part: string): ArchivedFile {
  const file = files.get(part);
  if (!file) throw damaged(part || 'workbook.xml');
  return file;
}

function damaged(part: string): FileError {
  return new FileError({ code: 'file_damaged', value: part, values: {} });
}
