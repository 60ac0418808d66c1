import { namespaces, xmlFile } from '../../workbook/index.ts';

/** The looks of cells, by their place among the formats of the workbook. */
export const looks = { head: 1, text: 2, wrapped: 3 } as const;

/** The built-in format of text, `@`: what is typed into such a cell stays as it was typed. */
const asText = 49;

const font = (inner: string) => `<font>${inner}<sz val="11"/><name val="Arial"/><family val="2"/></font>`;

const cell = (fontId: number, fillId: number, wraps: boolean) =>
  `<xf numFmtId="${asText}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${wraps ? ' wrapText="1"' : ''}/></xf>`;

/** The part with the formats of cells: all but the first have the format of text. */
export const stylesXml = xmlFile(
  [
    `<styleSheet xmlns="${namespaces.main}">`,
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE4EBF0"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `${cell(1, 2, false)}${cell(0, 0, false)}${cell(0, 0, true)}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '<dxfs count="0"/><tableStyles count="0"/></styleSheet>',
  ].join(''),
);
