import { expect, it } from 'vitest';
import { negotiate } from '../../functions/api/negotiate.ts';

it.each([
  ['nothing at all', undefined, 'application/json'],
  ['anything, as curl does', '*/*', 'application/json'],
  ['a PDF', 'application/pdf', 'application/pdf'],
  ['a PDF, in capitals and with a parameter', 'APPLICATION/PDF;version=1.7', 'application/pdf'],
  ['what a browser accepts', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['a PDF before JSON', 'application/json;q=0.5, application/pdf;q=0.9', 'application/pdf'],
  ['JSON before a PDF', 'application/pdf;q=0.5, application/json', 'application/json'],
  ['both alike', 'application/pdf, application/json', 'application/json'],
  ['any application', 'application/*', 'application/json'],
  ['anything but JSON', '*/*, application/json;q=0', 'application/pdf'],
  ['a PDF, but never', 'application/pdf;q=0', 'application/json'],
  ['a PDF of a quality that is none', 'application/pdf;q=best', 'application/json'],
  ['only pictures', 'image/png', 'application/json'],
])('who accepts %s is answered with the type that suits best', (_, accept, type) => {
  expect(negotiate(accept)).toBe(type);
});
