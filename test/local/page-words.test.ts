import { describe, expect, it } from 'vitest';

interface PageWords {
  readonly words: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly ageText: (published: string, today: string, w: unknown) => string;
  readonly leftText: (
    expiresAt: number,
    now: number,
    w: unknown,
    language: string,
  ) => { seconds: number; text: string };
  readonly monthName: (edition: string, language: string) => string;
}

// The module of the page is JavaScript for browsers, without types.
const path = '../../functions/local/page/words.js';
const { words, ageText, leftText, monthName } = (await import(path)) as PageWords;

describe('the words of the page', () => {
  it('are the same in all languages', () => {
    const keys = Object.keys(words.en ?? {});
    expect(keys.length).toBeGreaterThan(60);
    expect(Object.keys(words.ru ?? {})).toEqual(keys);
    expect(Object.keys(words.be ?? {})).toEqual(keys);
  });

  it('name the months of editions', () => {
    expect(['en', 'ru', 'be'].map((language) => monthName('2026-11', language))).toEqual([
      'November 2026',
      'Ноябрь 2026',
      'Лістапад 2026',
    ]);
  });

  it.each([
    ['2026-11-01', '22\u00a0days old'],
    ['2026-11-22', '1\u00a0day old'],
    ['2026-07', '3\u00a0months old'],
    ['2025-10-25', '12\u00a0months old'],
    ['2021-07-27', '5\u00a0years old'],
  ])('tell the age of a publication of %s', (published, age) => {
    expect(ageText(published, '2026-11-23', words.en)).toBe(age);
  });

  it('count down what a link has left, and say when it has expired', () => {
    const expires = Date.parse('2026-11-23T12:15:00Z');
    expect(leftText(expires, expires - 881_000, words.en, 'en')).toMatchObject({ seconds: 881 });
    expect(leftText(expires, expires - 881_000, words.en, 'en').text).toMatch(/^Works for 14 min 41 s, until /);
    expect(leftText(expires, expires + 1000, words.be, 'be')).toMatchObject({ seconds: 0 });
  });
});
