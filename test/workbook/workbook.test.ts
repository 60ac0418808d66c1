import { describe, expect, it } from 'vitest';
import { languages } from '../../functions/dataset/index.ts';
import type { Document } from '../../functions/document/index.ts';
import { notedLinesOf } from '../../functions/figures/index.ts';
import { renderWorkbook } from '../../functions/workbook/index.ts';
import { founding } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { wordsOf } from '../words.ts';
import { editions, evaluate, readWorkbook, rowsOf, sheetNamed, tableOf, workbookOf } from './workbooks.ts';

describe.each(editions)('the workbook of an edition %s', (_, briefing) => {
  const workbook = readWorkbook(workbookOf(briefing));

  it('has the same bytes each time', () => {
    expect(Buffer.from(workbookOf(briefing)).equals(workbookOf(briefing))).toBe(true);
  });

  it('has each figure once, a calculated one as a formula whose result lies in its interval', () => {
    const lines = briefing.overTime
      ? notedLinesOf(briefing.overTime)
          .all()
          .flatMap((line) => line.figures)
      : [];
    const calculated = [...briefing.figures, ...lines].filter(({ status }) => status === 'calculated');
    const sheet = sheetNamed(workbook, 'Figures');
    const { head } = tableOf(sheet);
    const rows = rowsOf(sheet).filter(([first]) => (first?.row ?? 0) > head);
    const made = rows.filter((row) => row[7]?.text === 'calculated');
    expect(made).toHaveLength(new Set(calculated.map(({ key }) => key)).size);
    const byPlace = Map.groupBy(calculated, ({ note, period }) =>
      `${note} ${wordsOf.en.compactPeriod(period)}`.replaceAll('\u00a0', ' '),
    );
    for (const [note, , , period, value] of made) {
      if (!note || !period || !value) throw new Error('a row has no number');
      const same = byPlace.get(`${note.text} ${period.text}`) ?? [];
      const figure = same.find((one) => one.value === value.value);
      expect(figure, `${note.text} ${period.text} = ${value.value}`).toBeDefined();
      const result = evaluate(workbook, sheet, value.formula ?? '');
      const spare = 1e-9 * Math.max(1, Math.abs(result));
      expect(result, value.formula ?? '').toBeGreaterThanOrEqual((figure?.interval.lo ?? 0) - spare);
      expect(result, value.formula ?? '').toBeLessThanOrEqual((figure?.interval.hi ?? 0) + spare);
    }
  });

  it('has published values as numbers that stand for themselves, each in one cell', () => {
    const sheet = sheetNamed(workbook, 'Published values');
    const { head } = tableOf(sheet);
    const rows = rowsOf(sheet).filter(([first]) => (first?.row ?? 0) > head);
    for (const row of rows) expect([row[4]?.value, row[4]?.formula]).toEqual([expect.any(Number), null]);
    const places = rows.map((row) => [1, 2, 3, 4, 5, 8, 9].map((at) => row[at]?.text ?? row[at]?.value).join(' | '));
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it('changes what rests on a published value when that changes', () => {
    const published = sheetNamed(workbook, 'Published values');
    const figures = sheetNamed(workbook, 'Figures');
    const formula = [...figures.cells.values()].find((cell) => cell.formula?.includes('-'))?.formula ?? '';
    const at = /'Published values'!([A-Z]+\d+)/.exec(formula)?.[1] ?? '';
    const cell = published.cells.get(at);
    if (!cell) throw new Error(`${formula} names no published value`);
    const cells = new Map(published.cells).set(at, { ...cell, value: (cell.value ?? 0) + 1000 });
    const sheets = workbook.sheets.map((sheet) => (sheet === published ? { ...sheet, cells } : sheet));
    expect(evaluate({ ...workbook, sheets }, figures, formula)).not.toBeCloseTo(
      evaluate(workbook, figures, formula),
      0,
    );
  });

  it('shows in charts and tables the cells of the figures, not copies', () => {
    const data = workbook.sheets.filter(({ name }) => /^(Figure|Table) \d+$/.test(name));
    expect(data.length).toBeGreaterThan(8);
    for (const sheet of data) {
      for (const { at, formula, value } of sheet.cells.values()) {
        if (formula === null) continue;
        expect(formula, `${sheet.name}!${at}`).toMatch(/^'(Figures|Published values)'![A-Z]+\d+$/);
        expect(evaluate(workbook, sheet, formula)).toBeCloseTo(value ?? Number.NaN, 6);
      }
    }
  });

  it('has no number as text but years, and a sheet for each chart and table with the number of the edition', () => {
    for (const language of languages) {
      const sheets = readWorkbook(workbookOf(briefing, language)).sheets;
      for (const sheet of sheets) {
        const { head } = tableOf(sheet);
        for (const { row, text, at, column } of sheet.cells.values()) {
          if (row <= head || text === null || column === 'A' || /^\d{4}$/.test(text)) continue;
          expect(text, `${language}: ${sheet.name}!${at}`).not.toMatch(/^[-−+≈\d\s.,\u00a0]*\d[\d\s.,\u00a0]*$/);
        }
      }
      expect(sheets.length).toBe(readWorkbook(workbookOf(briefing)).sheets.length);
    }
  });
});

describe('text', () => {
  /** The document of the founding article with another title of its first figure. */
  function withTitle(title: string): Document {
    const document = documentOf(founding, 'en');
    const text = JSON.stringify(document.sections, (key, value) =>
      key === 'title' && Array.isArray(value) ? [{ text: title }] : value,
    );
    return { ...document, title, labels: document.labels, sections: JSON.parse(text) };
  }

  const about = { briefing: founding, words: wordsOf.en, createdAt: new Date('2026-11-15T12:00:00Z') };

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("https://example.org","x")',
    '</t></si></sst><script>',
    ']]>',
    '_x0041_',
    'a & b < c > d "e" \'f\'',
  ])('that reads %s stays text', (hostile) => {
    const workbook = readWorkbook(renderWorkbook(withTitle(hostile), about));
    const contents = sheetNamed(workbook, 'Contents');
    const titles = [...contents.cells.values()].map(({ text }) => text?.replaceAll('_x005F_', '_'));
    expect(titles).toContain(hostile);
    expect([...contents.cells.values()].every(({ formula }) => formula === null)).toBe(true);
  });

  it('with control characters or halves of letters leaves a file that XML allows', () => {
    const workbook = readWorkbook(renderWorkbook(withTitle('a\u0000b\u000bc\ud800d\ufffee'), about));
    for (const [name, file] of workbook.files) {
      expect(file, name).not.toMatch(/[\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/u);
    }
    expect([...sheetNamed(workbook, 'Contents').cells.values()].map(({ text }) => text)).toContain('a�b c�d�e');
  });

  it('keeps directions of writing inside their cell', () => {
    const workbook = readWorkbook(renderWorkbook(withTitle('abc\u202exyz'), about));
    expect([...sheetNamed(workbook, 'Contents').cells.values()].map(({ text }) => text)).toContain('abc\u202exyz');
  });
});
