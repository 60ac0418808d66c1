import { expect, it } from 'vitest';
import { negotiate } from '../../functions/api/negotiate.ts';

it.each([
  ['nothing at all', undefined, null],
  ['anything, as curl does', '*/*', null],
  ['a PDF', 'application/pdf', 'pdf'],
  ['a PDF, in capitals and with a parameter', 'APPLICATION/PDF;version=1.7', 'pdf'],
  ['what a browser accepts', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
  ['a PDF before JSON', 'application/json;q=0.5, application/pdf;q=0.9', 'pdf'],
  ['JSON before a PDF', 'application/pdf;q=0.5, application/json', null],
  ['both alike', 'application/pdf, application/json', null],
  ['any application', 'application/*', null],
  ['anything but JSON', '*/*, application/json;q=0', 'pdf'],
  ['a PDF, but never', 'application/pdf;q=0', null],
  ['a PDF of a quality that is none', 'application/pdf;q=best', null],
  ['a workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['only pictures', 'image/png', null],
])('who accepts %s is answered with what suits best', (_, accept, format) => {
  expect(negotiate(accept)).toBe(format);
});
