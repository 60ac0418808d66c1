import { describe, expect, it } from 'vitest';
import { languages } from '../../functions/dataset/index.ts';
import { editions, type ReadSheet, readWorkbook, rowsOf, tableOf, workbookOf } from './workbooks.ts';

/**
 * «Making spreadsheets accessible: a brief checklist of the basics» of the UK government’s Analysis Function, item by
 * item (https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/).
 */
const all = editions.flatMap(([kind, briefing]) =>
  languages.map(
    (language) => [`${kind}, ${language}`, language, readWorkbook(workbookOf(briefing, language))] as const,
  ),
);

describe.each(all)('the workbook of an edition %s', (_, language, { files, sheets }) => {
  const styles = files.get('xl/styles.xml') ?? '';
  const formats = [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)?.[1] ?? '').matchAll(/<xf .*?(?:\/>|<\/xf>)/g)].map(
    ([xf]) => xf,
  );
  const each = (check: (sheet: ReadSheet, table: ReturnType<typeof tableOf>) => void) => {
    for (const sheet of sheets) check(sheet, tableOf(sheet));
  };

  describe('Tables', () => {
    it('are marked up as tables, one a sheet, with a name of their own', () => {
      each(({ xml }) => expect(xml.match(/<tablePart /g)).toHaveLength(1));
      const names = sheets.map(({ table }) => /displayName="([^"]*)"/.exec(table)?.[1] ?? '');
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(sheets.length);
      for (const name of names) expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}_]{2,}$/u);
    });

    it('have no merged cells', () => each(({ xml }) => expect(xml).not.toContain('mergeCell')));

    it('have no blank rows or columns, and no empty cells', () => {
      each((sheet, { head, end, heads }) => {
        const rows = rowsOf(sheet).filter(([first]) => (first?.row ?? 0) >= head);
        expect(rows, sheet.name).toHaveLength(end - head + 1);
        for (const row of rows) {
          expect(row, sheet.name).toHaveLength(heads.length);
          for (const { text, value, at } of row) expect(text ?? String(value), `${sheet.name}!${at}`).not.toBe('');
        }
      });
    });

    it('have one row of heads, each filled and unlike the others', () => {
      each((sheet, { head, heads }) => {
        const row = rowsOf(sheet).find(([first]) => first?.row === head) ?? [];
        expect(row.map(({ text }) => text?.replace(/\s+/g, ' '))).toEqual(heads);
        expect(new Set(heads.map((name) => name.toLowerCase())).size, sheet.name).toBe(heads.length);
        expect(sheet.table).not.toContain('headerRowCount="0"');
      });
    });

    it('wrap text', () => {
      each((sheet, { head }) => {
        for (const { row, text, style } of sheet.cells.values()) {
          if (row >= head && text !== null) expect(formats[style], sheet.name).toContain('wrapText="1"');
        }
      });
    });

    it('have no filters and no frozen panes', () => {
      each(({ xml, table }) => expect(xml + table).not.toMatch(/autoFilter|<pane /));
    });

    it('hide no rows, columns or sheets', () => {
      each(({ xml }) => expect(xml).not.toMatch(/hidden=|outlineLevel/));
      expect(files.get('xl/workbook.xml')).not.toMatch(/state=/);
    });

    it('have columns of a sensible width', () => {
      each((sheet, { heads }) => {
        const widths = [...sheet.xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
        expect(widths).toHaveLength(heads.length);
        for (const width of widths) {
          expect(width).toBeGreaterThanOrEqual(8);
          expect(width).toBeLessThanOrEqual(60);
        }
      });
    });
  });

  describe('Footnotes', () => {
    it('have no superscript, and stand in a table on a sheet of their own', () => {
      expect(styles + (files.get('xl/sharedStrings.xml') ?? '')).not.toMatch(/vertAlign|<r>|[¹²³⁴†‡]/);
      const notes = sheets.at(-1);
      expect(notes?.name).toBe({ en: 'Notes', ru: 'Примечания', be: 'Заўвагі' }[language]);
      expect(notes && tableOf(notes).heads).toHaveLength(3);
    });
  });

  describe('Formatting', () => {
    it('is of a font without serifs, of 12 points or more', () => {
      expect([...styles.matchAll(/<name val="([^"]*)"/g)].every(([, name]) => name === 'Arial')).toBe(true);
      for (const [, size] of styles.matchAll(/<sz val="(\d+)"/g)) expect(Number(size)).toBeGreaterThanOrEqual(12);
    });

    it('aligns text left and numbers right', () => {
      each((sheet, { head }) => {
        for (const { row, value, text, style, at } of sheet.cells.values()) {
          if (row <= head) continue;
          expect(formats[style], `${sheet.name}!${at}`).toContain(
            value === null ? 'horizontal="left"' : 'horizontal="right"',
          );
          expect(value === null).toBe(text !== null);
        }
      });
    });

    it('has a title in A1 of each sheet, tagged as a heading', () => {
      const titles = sheets.map(({ cells }) => cells.get('A1')?.text ?? '');
      expect(new Set(titles).size).toBe(sheets.length);
      expect(styles).toContain('<cellStyle name="Heading 1" xfId="1" builtinId="16"/>');
      each(({ cells }) => expect(formats[cells.get('A1')?.style ?? 0]).toContain('xfId="1"'));
    });

    it('has no fills, headers, footers, text boxes, images or macros', () => {
      expect(styles).not.toMatch(/patternType="(?!none|gray125)/);
      each(({ xml, table }) => {
        expect(xml).not.toMatch(/headerFooter|drawing|picture|oleObject|conditionalFormatting/);
        expect(table).not.toMatch(/showRowStripes="1"|showColumnStripes="1"/);
      });
      for (const name of files.keys()) expect(name).not.toMatch(/vba|drawing|media|externalLink/i);
    });

    it('says nothing by colour alone: links are underlined too, calculated numbers are in italics and say so', () => {
      const colours = [...styles.matchAll(/<font>(.*?)<\/font>/g)].map(([, font = '']) => font);
      for (const font of colours) expect(font.includes('FF000000') || font.includes('<u/>')).toBe(true);
    });

    it('has links with a text that says where they lead', () => {
      each(({ xml, cells }) => {
        for (const [, at = ''] of xml.matchAll(/<hyperlink ref="([A-Z]+\d+)"/g)) {
          expect(cells.get(at)?.text).toMatch(/\p{L}{3}/u);
          expect(cells.get(at)?.text).not.toMatch(/^https?:/);
        }
      });
    });
  });

  describe('Structure', () => {
    it('has sheets with names of their own that say what they are', () => {
      const names = sheets.map(({ name }) => name);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).toMatch(/^[^[\]:*?/\\']+$/);
        expect(name).not.toMatch(/^(Sheet|Лист|Аркуш)\s?\d/);
      }
    });

    it('has no blank sheet, and each table against the left edge with nothing below it', () => {
      each((sheet, { first, end, head }) => {
        expect(first).toBe('A');
        expect(end).toBeGreaterThan(head);
        expect(Math.max(...[...sheet.cells.values()].map(({ row }) => row))).toBe(end);
      });
    });

    it('has all that stands above a table in column A, without blank rows between', () => {
      each((sheet, { head }) => {
        const above = [...sheet.cells.values()].filter(({ row }) => row < head);
        expect(above.map(({ at }) => at)).toEqual(Array.from({ length: head - 1 }, (_, index) => `A${index + 1}`));
      });
    });

    it('begins with the contents, which link to every other sheet, and each of these back', () => {
      const [contents, ...others] = sheets;
      const targets = [...(contents?.xml.matchAll(/<hyperlink [^>]*location="'([^']*)'!A1"/g) ?? [])].map(
        ([, to]) => to,
      );
      expect(targets).toEqual(others.map(({ name }) => name));
      for (const { xml } of others) expect(xml).toContain(`location="'${contents?.name}'!A1"`);
    });
  });

  describe('Before publishing', () => {
    it('has a title, an author, a subject and a language in its properties', () => {
      const core = files.get('docProps/core.xml') ?? '';
      for (const name of ['dc:title', 'dc:creator', 'dc:subject']) expect(core).toMatch(new RegExp(`<${name}>[^<]+`));
      expect(core).toContain(`<dc:language>${language}</dc:language>`);
    });

    it('opens on the first sheet with the cursor in A1', () => {
      expect(sheets.map(({ xml }) => xml.includes('tabSelected="1"'))).toEqual(sheets.map((_, index) => index === 0));
      each(({ xml }) => expect(xml).toContain('<selection activeCell="A1" sqref="A1"/>'));
      expect(files.get('xl/workbook.xml')).toContain('activeTab="0"');
    });
  });
});
