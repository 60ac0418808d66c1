import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { brandNames, loadBrand } from '../../functions/assets/from-files.ts';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { today, withFile } from '../package-files.ts';
import { print, printInBrand } from '../renders.ts';
import { pageProblems, smallestType } from './page-checks.ts';

describe.each(brandNames())('in the brand %s', (brand) => {
  it.each(languages)('every page in %s follows the rules of the design', async (language) => {
    const { serif, sans } = loadBrand(brand).theme.scale;
    const pdf = await printInBrand(brand, '2021-07', language);
    expect(await pageProblems(pdf.bytes, smallestType * Math.min(serif, sans))).toEqual([]);
  });
});

describe.each(['2022-11', '2024-07', '2026-11'])('in the edition %s', (edition) => {
  it.each(languages)('every page in %s follows the rules of the design', async (language) => {
    expect(await pageProblems((await printInBrand('default', edition, language)).bytes)).toEqual([]);
  });
});

it.each(languages)(
  'every page in %s follows them where the second full article comes a year after the first',
  async (language) => {
    const again = (line: string) =>
      line.replace('2021-01/2021-05', '2022-01/2022-05').replace('belta-2021-07-27', 'belta-2022-11-01');
    const files = withFile('observations.csv', (text) => {
      const trade = text.split('\n').filter((line) => /^(trade|region).*belta-2021-07-27/.test(line));
      return `${text}${trade.map(again).join('\n')}\n`;
    });
    const pdf = await print('2022-11', language, loadDataset(files, today));
    expect(await pageProblems(pdf.bytes)).toEqual([]);
  },
);

describe('the page checks find', () => {
  it('text past a margin, text over text and type that is too small', async () => {
    const problems = await pageProblems(
      await drawn((pdf) => {
        pdf.fontSize(10).text('Beyond', 530, 100, { lineBreak: false });
        pdf.text('One', 100, 200, { lineBreak: false }).text('Other', 105, 202, { lineBreak: false });
        pdf.fontSize(6).text('Tiny', 100, 300, { lineBreak: false });
      }),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^page 1: "Beyond" runs past a margin/),
      'page 1: "One" lies on "Other"',
      'page 1: "Tiny" is set in 6.00 points',
      'there are 0 titles of level 1',
    ]);
  });

  it('a skipped level, a head without its body, a chart without its source and without words', async () => {
    const problems = await pageProblems(
      await drawn((pdf) => {
        const add = (role: string, text: string, y: number) =>
          pdf.addStructure(pdf.struct(role, {}, () => void pdf.text(text, 100, y, { lineBreak: false })));
        add('H1', 'Title', 100);
        add('P', 'Figure 1', 120);
        add('Figure', 'bars', 150);
        add('H3', 'Alone', 700);
      }),
    );
    expect(problems).toEqual([
      'page 1: the heading "Alone" has no body',
      'page 1: Figure 1 has no source line',
      'page 1: the figure "bars" has no alternative text',
      'page 1: the heading "Alone" skips from level 1 to 3',
    ]);
  });
});

function drawn(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, tagged: true, pdfVersion: '1.7' });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  draw(pdf);
  pdf.end();
  return new Promise((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
}
