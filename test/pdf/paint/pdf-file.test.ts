import { expect, it } from 'vitest';
import { PdfFile } from '../../../functions/pdf/paint/pdf-file.ts';
import { dateString, decimal, textString } from '../../../functions/pdf/paint/pdf-values.ts';
import { openPdf } from '../../read-pdf.ts';

const createdAt = new Date('2021-07-27T12:00:00Z');

const nothing = { AF: '[]', Dests: '<</Names[]>>', EmbeddedFiles: '<</Names[]>>' };

/** A file of one page with a title. */
function titled(title: string, operators = ''): Uint8Array {
  const rest = { subject: '', keywords: '', author: '', creator: '', producer: '' };
  const archive = new PdfFile({ title, language: 'be', createdAt, ...rest });
  archive.beginPage();
  const content = Buffer.from(operators);
  archive.fillPage({ content, structParents: 0, annotations: [], fonts: new Map(), forms: new Map() });
  const tree = archive.add(`<</Type/StructTreeRoot/Marker${textString(title)}>>`);
  return archive.finish({ StructTreeRoot: tree, OutputIntents: '[]', ...nothing });
}

it.each([
  'plain words',
  'brackets ( and ) and \\ before them',
  'Гомельская вобласць – Расія: „ў“',
  'Ѝ ends in U+000D and Ќ in U+000C when it is cut into bytes: \u040d \u040a \u0428',
  'line\r\nends',
])('a reader finds what was written: %j', async (title) => {
  const pdf = await openPdf(titled(title));
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  expect(info).toMatchObject({ Title: title, CreationDate: "D:20210727120000+00'00'", PDFFormatVersion: '1.7' });
  expect((await pdf.getPage(1)).view.map(Math.round)).toEqual([0, 0, 595, 842]);
  await pdf.loadingTask.destroy();
});

it('the same objects give the same bytes, and other content gives another identifier', async () => {
  const [one, same, other] = [titled('A'), titled('A'), titled('A', 'q Q')];
  expect(Buffer.compare(one, same)).toBe(0);
  const [first, second] = await Promise.all([openPdf(one), openPdf(other)]);
  expect(first.fingerprints[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(first.fingerprints[0]).not.toBe(second.fingerprints[0]);
  await first.loadingTask.destroy();
  await second.loadingTask.destroy();
});

it('an object that was reserved and never set stops the file', () => {
  const rest = { title: '', subject: '', keywords: '', author: '', creator: '', producer: '' };
  const archive = new PdfFile({ language: 'en', createdAt, ...rest });
  const reference = archive.reserve();
  expect(() => archive.finish({ StructTreeRoot: reference, OutputIntents: '[]', ...nothing })).toThrow(
    `the object ${reference} was reserved and never set`,
  );
});

it.each([
  [0, '0'],
  [-0.001, '0'],
  [1.006, '1.01'],
  [-12.3456, '-12.35'],
  [595.28, '595.28'],
])('%d is written as %s', (value, written) => {
  expect(decimal(value)).toBe(written);
});

it('a date has its offset in full, for strict readers refuse a bare Z', () => {
  expect(dateString(new Date('2021-07-27T12:03:04.5Z'))).toBe("(D:20210727120304+00'00')");
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is not a place on paper', (value) => {
  expect(() => decimal(value)).toThrow('is not a place on paper');
});
