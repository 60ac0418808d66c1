import { describe, expect, it } from 'vitest';
import { kindOf } from '../../functions/local/diagnostic-code.ts';

interface Dates {
  readonly ageText: (published: string, asOf: string, language: string) => string;
  readonly clockText: (instant: number, now: number, language: string) => string;
  readonly dateName: (date: string, language: string) => string;
  readonly leftText: (expiresAt: number, now: number, language: string) => { seconds: number; text: string };
  readonly monthName: (edition: string, language: string) => string;
  readonly periodName: (code: string, language: string) => string;
}
type Words = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
interface Problems {
  readonly problemKinds: readonly string[];
  readonly problemText: (problem: object, language: string) => Readonly<Record<string, string | null>>;
}

// The modules of the page are JavaScript for browsers, without types.
const folder = new URL('../../functions/local/page/', import.meta.url);
const load = (name: string): Promise<unknown> => import(new URL(name, folder).href);
const { words } = (await load('words.js')) as { words: Words };
const { ageText, clockText, dateName, leftText, monthName, periodName } = (await load('dates.js')) as Dates;
const { problemKinds, problemText } = (await load('problems.js')) as Problems;
const languages = ['en', 'ru', 'be'];

describe('the words of the page', () => {
  it('are the same in all languages, in the same form', () => {
    const shape = (language: string) => Object.entries(words[language] ?? {}).map(([key, word]) => [key, typeof word]);
    expect(shape('en').length).toBeGreaterThan(100);
    expect(shape('ru')).toEqual(shape('en'));
    expect(shape('be')).toEqual(shape('en'));
  });

  it('name the months of editions, dates as they are known, and periods', () => {
    const each = (name: (language: string) => string) => languages.map(name);
    expect(each((language) => monthName('2026-11', language))).toEqual([
      'November 2026',
      'Ноябрь 2026',
      'Лістапад 2026',
    ]);
    expect(each((language) => dateName('2025-10-25', language))).toEqual([
      '25 October 2025',
      '25 октября 2025',
      '25 кастрычніка 2025',
    ]);
    expect(each((language) => dateName('2024-07', language))).toEqual([
      'July 2024',
      'июля 2024 года',
      'ліпеня 2024 года',
    ]);
    expect(each((language) => dateName('2025', language))).toEqual(['2025', '2025 года', '2025 года']);
    expect(each((language) => periodName('2021-01/2021-05', language))).toEqual([
      'January–May 2021',
      'Январь–май 2021 года',
      'Студзень–май 2021 года',
    ]);
    expect(['2020', '2021-Q1', '2021-07', '2024-S1'].map((code) => periodName(code, 'en'))).toEqual([
      '2020',
      'January–March 2021',
      'July 2021',
      'January–June 2024',
    ]);
  });

  it.each([
    ['2026-11-01', '22\u00a0days old'],
    ['2026-11-22', '1\u00a0day old'],
    ['2026-11-30', '0\u00a0days old'],
    ['2026-08-16', '99\u00a0days old'],
    ['2026-08-15', '3\u00a0months old'],
    ['2025-10-25', '12\u00a0months old'],
    ['2021-07-27', '5\u00a0years old'],
    ['2026-11', '<\u00a01 month old'],
    ['2026-07', '3\u00a0months or more'],
    ['2025', '10\u00a0months or more'],
    ['2020', '5\u00a0years or more'],
  ])('tell the age of a publication of %s as exactly as it is known', (published, age) => {
    expect(ageText(published, '2026-11-23', 'en')).toBe(age);
  });

  it('count down what a link has left, and say when it has expired', () => {
    const expires = Date.parse('2026-11-23T12:15:00Z');
    expect(leftText(expires, expires - 881_000, 'en')).toMatchObject({ seconds: 881 });
    expect(leftText(expires, expires - 881_000, 'en').text).toMatch(/^Works for 14 min 41 s, until \d\d:\d\d$/);
    expect(leftText(expires, expires + 1000, 'be')).toMatchObject({ seconds: 0 });
  });

  it('add the date to a time of another day', () => {
    const noon = new Date(2026, 10, 23, 12, 15).getTime();
    expect(clockText(noon, noon + 60_000, 'en')).toBe('12:15');
    expect(clockText(noon, noon + 86_400_000, 'ru')).toBe('23 ноября 2026, 12:15');
  });
});

describe('the problems that the page tells', () => {
  it.each([
    ['the cell must not be empty', 'empty', []],
    ['expected a number such as 1792.2, without spaces or signs between the digits', 'not-number', []],
    ['trade_share is at most 100', 'too-large', ['100']],
    ['row 4 has the same id; keep one of the two', 'same-key', ['4', 'id']],
    ['"exprots" not defined in [object Object]', 'unknown-name', ['exprots']],
    ['templates/messages.csv has no message "no.such"', 'unknown-message', ['no.such']],
    ['{{title}} needs a finding', 'helper', ['title', 'a finding']],
    ['what nobody foresaw', 'other', ['what nobody foresaw']],
  ])('know “%s”', (message, kind, slots) => {
    expect(kindOf(message)).toEqual({ kind, slots });
  });

  it('have a title, an expectation and a remedy in three languages, each in its own words', () => {
    const problem = { slots: ['1', 'a finding', '3', '4', '5'], row: 7, column: 'value', value: '8', about: 'data' };
    for (const kind of problemKinds) {
      const told = languages.map((language) => problemText({ ...problem, kind }, language));
      for (const { title, expected, remedy } of told) {
        expect(`${kind}: ${title} | ${expected} | ${remedy}`).not.toMatch(/undefined|null/);
        expect(title).not.toMatch(/\.$/);
      }
      expect(new Set(told.map(({ title }) => title)).size, kind).toBe(3);
    }
  });
});
