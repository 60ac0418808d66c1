import { escapeMarkup } from '../../document/index.ts';
import type { NumberCell } from '../sheet.ts';
import { namespaces, xmlFile } from './xml.ts';

/** The looks of text, by their place among the formats of cells. */
export const looks = { line: 0, title: 1, link: 2, head: 3, numberHead: 4, text: 5, linkInTable: 6 } as const;

/** The first number that a file may give to a number format of its own. */
const firstFormat = 164;

/** The formats of numbers of a workbook: those of text, and one for each kind of number. */
export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly kinds = new Map<number, { readonly place: number; readonly xml: string }>();

  /** The place of the format of a number. */
  of({ decimals, signed, calculated }: Pick<NumberCell, 'decimals' | 'signed' | 'calculated'>): number {
    const kind = 4 * decimals + (signed ? 2 : 0) + (calculated ? 1 : 0);
    const known = this.kinds.get(kind);
    if (known) return known.place;
    const place = Object.keys(looks).length + this.kinds.size;
    const format = this.format(decimals, signed);
    const xml = [
      `<xf numFmtId="${format}" fontId="${calculated ? 4 : 0}" fillId="0" borderId="0" xfId="0"`,
      ' applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>',
    ].join('');
    this.kinds.set(kind, { place, xml });
    return place;
  }

  /** Thousands are grouped and decimals marked as the reader's settings have it. */
  private format(decimals: number, signed: boolean): number {
    const plain = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
    const code = signed ? `+${plain};-${plain};${plain}` : plain;
    const known = this.formats.get(code) ?? firstFormat + this.formats.size;
    this.formats.set(code, known);
    return known;
  }

  /** The part with all formats. Sans serif, 12 points and larger, as the checklist for accessible spreadsheets asks. */
  file(): Uint8Array {
    const font = (inner: string, size = 12, colour = '<color rgb="FF000000"/>') =>
      `<font>${inner}<sz val="${size}"/>${colour}<name val="Arial"/><family val="2"/></font>`;
    const linkColour = '<color rgb="FF0B5A8A"/>';
    const fonts = [font(''), font('<b/>', 16), font('<u/>', 12, linkColour), font('<b/>'), font('<i/>')];
    const borders = [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      '<border><left/><right/><top/><bottom style="thin"><color rgb="FF000000"/></bottom><diagonal/></border>',
    ];
    const wrapped = (horizontal: 'left' | 'right') =>
      `<alignment horizontal="${horizontal}" vertical="top" wrapText="1"${horizontal === 'right' ? ' indent="1"' : ''}/>`;
    const text = (fontId: number, xfId: number, borderId = 0, alignment = '') =>
      `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="${xfId}" applyFont="1"${borderId ? ' applyBorder="1"' : ''}${alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>'}`;
    const cells = [
      text(0, 0),
      text(1, 1),
      text(2, 2),
      text(3, 0, 1, wrapped('left')),
      text(3, 0, 1, wrapped('right')),
      text(0, 0, 0, wrapped('left')),
      text(2, 2, 0, wrapped('left')),
      ...[...this.kinds.values()].map(({ xml }) => xml),
    ];
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeMarkup(code)}"/>`,
    );
    const base = (fontId: number) => `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0"/>`;
    const list = (name: string, items: readonly string[]) =>
      items.length > 0 ? `<${name} count="${items.length}">${items.join('')}</${name}>` : '';
    return xmlFile(
      [
        `<styleSheet xmlns="${namespaces.main}">`,
        list('numFmts', formats),
        list('fonts', fonts),
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
        list('borders', borders),
        list('cellStyleXfs', [base(0), base(1), base(2)]),
        list('cellXfs', cells),
        '<cellStyles count="3"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Hyperlink" xfId="2" builtinId="8"/></cellStyles>',
        '<dxfs count="0"/><tableStyles count="0"/>',
        '</styleSheet>',
      ].join(''),
    );
  }
}
