import { zip } from '../../archive/index.ts';
import type { Language } from '../../dataset/index.ts';
import { escapeMarkup } from '../../document/index.ts';
import type { Sheet } from '../sheet.ts';
import { sheetParts } from './sheet-xml.ts';
import { SharedStrings } from './strings.ts';
import { Styles } from './styles.ts';
import { namespaces, xmlFile } from './xml.ts';

/** What the properties of a workbook say. */
export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly keywords: string;
  readonly language: Language;
  /** The date that the file bears, instead of that of the clock. */
  readonly createdAt: Date;
}

const openXml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const office = namespaces.relationships;
const metadata = 'http://schemas.openxmlformats.org/package/2006';

/** A sheet as it is packed. */
export interface PackedSheet {
  readonly name: string;
  /** Whether it is not shown; a reader can still have it shown. */
  readonly hidden?: true;
  /** The XML of the sheet. */
  readonly sheet: Uint8Array;
  /** The XML of its table, and the addresses to which the sheet links, in the order of their ids. */
  readonly table?: Uint8Array;
  readonly addresses?: readonly string[];
}

/** The parts of a workbook. */
export interface WorkbookParts {
  readonly sheets: readonly PackedSheet[];
  readonly styles: Uint8Array;
  readonly strings: Uint8Array;
}

/** Writes an edition as a workbook. The same input gives the same bytes. */
export function writeWorkbook(sheets: readonly Sheet[], properties: Properties): Uint8Array {
  const [strings, styles] = [new SharedStrings(), new Styles()];
  const packed = sheets.map((sheet, index) => ({
    name: sheet.name,
    ...sheetParts(sheet, index + 1, strings, styles),
  }));
  return packWorkbook({ sheets: packed, styles: styles.file(), strings: strings.file() }, properties);
}

/** Packs the parts of a workbook as an Office Open XML package (ECMA-376). The same input gives the same bytes. */
export function packWorkbook({ sheets, styles, strings }: WorkbookParts, properties: Properties): Uint8Array {
  const files = new Map<string, Uint8Array>();
  files.set('[Content_Types].xml', contentTypes(sheets));
  files.set(
    '_rels/.rels',
    relationships([
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      [`${metadata}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  );
  files.set('docProps/core.xml', coreProperties(properties));
  files.set('xl/workbook.xml', workbookXml(sheets));
  const sheetTargets = sheets.map((_, index) => [`${office}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const);
  files.set(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheetTargets,
      [`${office}/styles`, 'styles.xml'],
      [`${office}/sharedStrings`, 'sharedStrings.xml'],
    ]),
  );
  for (const [index, { sheet, table, addresses = [] }] of sheets.entries()) {
    const number = index + 1;
    files.set(`xl/worksheets/sheet${number}.xml`, sheet);
    if (!table) continue;
    files.set(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationships(
        [[`${office}/table`, `../tables/table${number}.xml`]],
        addresses.map((address) => [`${office}/hyperlink`, address]),
      ),
    );
    files.set(`xl/tables/table${number}.xml`, table);
  }
  files.set('xl/styles.xml', styles);
  files.set('xl/sharedStrings.xml', strings);
  return zip(files);
}

function contentTypes(sheets: readonly PackedSheet[]): Uint8Array {
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const each = sheets.map(({ table }, index) => [
    override(`xl/worksheets/sheet${index + 1}.xml`, `${openXml}.worksheet+xml`),
    ...(table ? [override(`xl/tables/table${index + 1}.xml`, `${openXml}.table+xml`)] : []),
  ]);
  return xmlFile(
    [
      `<Types xmlns="${metadata}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      override('xl/workbook.xml', `${openXml}.sheet.main+xml`),
      override('xl/styles.xml', `${openXml}.styles+xml`),
      override('xl/sharedStrings.xml', `${openXml}.sharedStrings+xml`),
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...each.flat(),
      '</Types>',
    ].join(''),
  );
}

type Relationship = readonly [type: string, target: string];

function relationships(inside: readonly Relationship[], outside: readonly Relationship[] = []): Uint8Array {
  const all = [
    ...inside.map(([type, target]) => ({ type, target, mode: '' })),
    ...outside.map(([type, target]) => ({ type, target, mode: ' TargetMode="External"' })),
  ];
  const items = all.map(
    ({ type, target, mode }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escapeMarkup(target)}"${mode}/>`,
  );
  return xmlFile(`<Relationships xmlns="${namespaces.packageRelationships}">${items.join('')}</Relationships>`);
}

function workbookXml(sheets: readonly PackedSheet[]): Uint8Array {
  const items = sheets.map(({ name, hidden }, index) => {
    const state = hidden ? ' state="hidden"' : '';
    return `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return xmlFile(
    [
      `<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`,
      '<workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>',
      `<sheets>${items.join('')}</sheets>`,
      '</workbook>',
    ].join(''),
  );
}

function coreProperties({ title, subject, author, keywords, language, createdAt }: Properties): Uint8Array {
  const date = `${createdAt.toISOString().slice(0, 19)}Z`;
  return xmlFile(
    [
      `<cp:coreProperties xmlns:cp="${metadata}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
      ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escapeMarkup(title)}</dc:title><dc:subject>${escapeMarkup(subject)}</dc:subject>`,
      `<dc:creator>${escapeMarkup(author)}</dc:creator><cp:keywords>${escapeMarkup(keywords)}</cp:keywords>`,
      `<dc:language>${language}</dc:language><cp:lastModifiedBy>${escapeMarkup(author)}</cp:lastModifiedBy>`,
      `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
      '</cp:coreProperties>',
    ].join(''),
  );
}
