import { describe, expect, it } from 'vitest';
import { isAddress, readersOf } from '../../functions/mail/index.ts';

describe('readers', () => {
  it('have an address and a language, English unless another is named', () => {
    const readers = readersOf('a@example.org,ru:b@example.org,be:c.d+e@sub.example.org');
    expect(readers.map(({ address, language }) => `${language} ${address}`)).toEqual([
      'en a@example.org',
      'ru b@example.org',
      'be c.d+e@sub.example.org',
    ]);
    expect(readersOf('')).toEqual([]);
  });

  it('are the same person however the address is written', () => {
    const [one, other] = readersOf('ru:A@Example.org,a@example.org');
    expect(one?.id).toBe(other?.id);
    expect(one?.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\n',
    'de:a@example.org',
    'a@example',
    'a b@example.org',
    '<a@example.org>',
    '"a"@example.org',
    'я@example.org',
    'a@exa_mple.org',
    '',
    ' a@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('%o is none, and the error says so', (text) => {
    const asked = ['x@example.org', text].join();
    expect(() => readersOf(asked)).toThrow(
      `reader ${JSON.stringify(text)}: expected an e-mail address, or one with its`,
    );
    expect(isAddress(text)).toBe(false);
  });
});
