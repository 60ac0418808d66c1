import { expect, it } from 'vitest';
import { Painter } from '../../../functions/pdf/paint/painter.ts';
import { PdfFile } from '../../../functions/pdf/paint/pdf-file.ts';
import { content, element } from '../../../functions/pdf/pieces.ts';
import { openPdf } from '../../read-pdf.ts';

const square = content([{ mark: 'rect', x: 10, y: 10, width: 10, height: 10, fill: '#000000' }]);

const nothing = { AF: '[]', Dests: '<<>>', EmbeddedFiles: '<<>>' };

/** Two pages with a section that continues on the second and has content of its own on both. */
function twoPages(): Uint8Array {
  const words = { title: '', subject: '', keywords: '', author: '', creator: '', producer: '' };
  const file = new PdfFile({ language: 'en', createdAt: new Date(0), ...words });
  const painter = new Painter(file, {
    encode: () => ({ font: 'F0', codes: '', kerned: false }),
    references: () => new Map(),
  });
  for (const language of ['be', 'en'] as const) {
    const word = element('Span', [square], { language });
    painter.page({ pieces: [element('Sect', [square, element('P', [word]), square], { identity: 'section' })] });
  }
  const { structure } = painter.finish();
  return file.finish({ StructTreeRoot: structure, OutputIntents: '[]', ...nothing });
}

it('an element that continues on the next page has content on both, in the order of reading', async () => {
  const pdf = await openPdf(twoPages());
  for (const [index, language] of ['be', 'en'].entries()) {
    const page = await pdf.getPage(index + 1);
    const [document] = ((await page.getStructTree()) as { children: readonly object[] }).children;
    const mark = (number: number) => ({ type: 'content', id: expect.stringMatching(new RegExp(`_mc${number}$`)) });
    expect(document).toMatchObject({
      role: 'Document',
      children: [
        {
          role: 'Sect',
          children: [
            mark(0),
            { role: 'P', children: [{ role: 'Span', lang: language, children: [mark(1)] }] },
            mark(2),
          ],
        },
      ],
    });
  }
  await pdf.loadingTask.destroy();
});
