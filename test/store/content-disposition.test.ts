import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { contentDisposition } from '../../functions/store/index.ts';

it.each([
  ['gomel-russia-briefing-2021-07-ru.pdf', 'attachment; filename="gomel-russia-briefing-2021-07-ru.pdf"'],
  ['обзор.pdf', `attachment; filename="_____.pdf"; filename*=UTF-8''%D0%BE%D0%B1%D0%B7%D0%BE%D1%80.pdf`],
  ['a"; b="c.pdf', `attachment; filename="a__ b__c.pdf"; filename*=UTF-8''a%22%3B%20b%3D%22c.pdf`],
  ['a\r\nset-cookie: x', `attachment; filename="a__set-cookie_ x"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20x`],
])('a file is saved as %j', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});

it('no name can end the header or its value, and every name is decoded in full', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 60 }), (name) => {
      const header = contentDisposition(name);
      expect(header).toMatch(/^attachment; filename="[\w .()+-]*"(; filename\*=UTF-8''[\w!#$&+.^`|~%-]*)?$/);
      const [, extended] = header.split("filename*=UTF-8''");
      const plain = /filename="([^"]*)"/.exec(header)?.[1];
      expect(extended === undefined ? plain : decodeURIComponent(extended)).toBe(name);
    }),
  );
});
