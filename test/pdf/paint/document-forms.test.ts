import { expect, it } from 'vitest';
import type { DrawingMark, Mark } from '../../../functions/drawing/marks.ts';
import { DocumentForms } from '../../../functions/pdf/paint/document-forms.ts';
import { PdfFile } from '../../../functions/pdf/paint/pdf-file.ts';

const square: Mark = { mark: 'rect', x: 0, y: 0, width: 5, height: 5, fill: '#000000' };
const drawingOf = (marks: readonly Mark[], x = 0): DrawingMark => {
  return { mark: 'drawing', x, y: 0, unit: 0.1, width: 90, height: 90, marks };
};

function openForms(): DocumentForms {
  const words = { title: '', subject: '', keywords: '', author: '', creator: '', producer: '' };
  const file = new PdfFile({ language: 'en', createdAt: new Date(0), ...words });
  return new DocumentForms(file, {
    encode: () => ({ font: 'F0', codes: '', kerned: false }),
    references: () => new Map(),
  });
}

it('a document contains a drawing once, however often it is shown', () => {
  const forms = openForms();
  const [land, sea] = [[square], [square]];
  const names = [drawingOf(land), drawingOf(land, 40), drawingOf(sea)].map((drawing) => forms.drawing(drawing));
  expect(names).toEqual(['X0', 'X0', 'X1']);
  expect(forms.references().size).toBe(2);
});

it('a drawing with text is refused: text differs between documents, drawings are shared', () => {
  const words = { face: 'sansRegular', size: 8, colour: '#000000', width: 4 } as const;
  const text: Mark = { mark: 'text', x: 0, y: 0, text: 'Gomel', ...words };
  expect(() => openForms().drawing(drawingOf([text]))).toThrow('it cannot hold the text "Gomel"');
  expect(() => openForms().drawing(drawingOf([drawingOf([square])]))).toThrow('a drawing cannot hold another one');
});
