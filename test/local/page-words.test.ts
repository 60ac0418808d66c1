import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { violationSentences } from '../../functions/dataset/index.ts';
import { templateSentences } from '../../functions/document/index.ts';
import { problemText } from '../../functions/local/page/texts.js';
import { pageModule, readPageCatalogue } from '../../functions/local/page-catalogue.ts';
import { brandSentences, messagesSentences } from '../../functions/renderer/index.ts';

const catalogue = readPageCatalogue();
const { words } = catalogue;
const all = [words.en, words.ru, words.be];
const keys = Object.keys(catalogue.patterns.en);

const folder = new URL('../../functions/local/page/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => /\.(js|hbs)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
sources.push(readFileSync(new URL('../page-words.ts', folder), 'utf8'));
const source = sources.join('\n');

describe('the words of the page', () => {
  it('are messages of the catalogue, every one that the page names', () => {
    const named = [...source.matchAll(/['"](page\.[\w.]+|problem\.\w+)['"]/g)].map(([, key = '']) => key);
    expect(new Set(named).size).toBeGreaterThan(130);
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('are all said somewhere', () => {
    const composed = /^page\.(error_in|period)\./;
    const unsaid = keys.filter(
      (key) => key.startsWith('page.') && !composed.test(key) && !new RegExp(`['"]${key}['"]`).test(source),
    );
    expect(unsaid).toEqual([]);
  });

  it('stand in each element under the key that it carries for another language', () => {
    const elements = [...source.matchAll(/ data-t="([^"]+)"[^>]*>(?:\{\{t "([^"]+)"\}\})?/g)];
    expect(elements.length).toBeGreaterThan(60);
    expect(elements.filter(([, key, written]) => key !== written)).toEqual([]);
  });

  it('come to the browser as modules, each language with its own messages and none of the data layer', async () => {
    const text = async (name: string) => new TextDecoder().decode((await pageModule(name, catalogue)) ?? undefined);
    expect(await text('messages-ru.js')).toContain('К страницам справки');
    expect(await text('messages-ru.js')).not.toContain('Skip to the pages');
    expect(await text('words.js')).not.toMatch(/from ?"(node:|csv)|\bparseRecords\b/);
    expect(pageModule('messages-pl.js', catalogue)).toBeNull();
  });

  it('name the months of editions, dates as they are known, and periods', () => {
    expect(all.map((w) => w.month('2026-11'))).toEqual(['November 2026', 'Ноябрь 2026', 'Лістапад 2026']);
    expect(all.map((w) => w.monthIn('2025'))).toEqual(['December 2025', 'декабрь 2025', 'снежань 2025']);
    expect(all.map((w) => w.date('2025-10-25'))).toEqual([
      '25 October 2025',
      '25 октября 2025\u00a0г.',
      '25 кастрычніка 2025\u00a0г.',
    ]);
    expect(all.map((w) => w.date('2024-07'))).toEqual(['July 2024', 'июля 2024\u00a0г.', 'ліпеня 2024\u00a0г.']);
    expect(all.map((w) => w.date('2025'))).toEqual(['2025', '2025\u00a0г.', '2025\u00a0г.']);
    expect(all.map((w) => w.period('2021-01/2021-05'))).toEqual([
      'January–May 2021',
      'Январь–май 2021 года',
      'Студзень–май 2021 года',
    ]);
    expect(['2020', '2021-Q1', '2021-07', '2024-S1'].map((code) => words.en.period(code))).toEqual([
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
    ['2026-07', 'at least 3\u00a0months old'],
    ['2025', 'at least 10\u00a0months old'],
    ['2020', 'at least 5\u00a0years old'],
  ])('tell the age of a publication of %s as exactly as it is known', (published, age) => {
    expect(words.en.age(published, '2026-11-23')).toBe(age);
  });

  it('count in the plurals of each language', () => {
    const problems = (count: number) => all.map((w) => w.say('page.problems', { count }).replaceAll('\u00a0', ' '));
    expect(problems(1)).toEqual(['1 problem', '1 ошибка', '1 памылка']);
    expect(problems(3)).toEqual(['3 problems', '3 ошибки', '3 памылкі']);
    expect(problems(11)).toEqual(['11 problems', '11 ошибок', '11 памылак']);
  });

  it('count down what a link has left, and say when it has expired', () => {
    const expires = Date.parse('2026-11-23T12:15:00Z');
    expect(words.en.left(expires, expires - 881_000)).toMatchObject({ seconds: 881 });
    expect(words.en.left(expires, expires - 881_000).text).toMatch(/^Works for 14 min 41 s, until \d\d:\d\d$/);
    expect(words.be.left(expires, expires + 1000)).toMatchObject({ seconds: 0 });
  });

  it('add the date to a time of another day', () => {
    const noon = new Date(2026, 10, 23, 12, 15).getTime();
    expect(words.en.clock(noon, noon + 60_000)).toBe('12:15');
    expect(words.ru.clock(noon, noon + 86_400_000)).toBe('23 ноября 2026\u00a0г., 12:15');
  });
});

describe('the problems that the page tells', () => {
  const tables = { ...violationSentences, ...templateSentences, ...brandSentences, ...messagesSentences };
  const codes = [...Object.keys(tables), 'other', 'not_made'];
  const slots = [...new Set(keys.flatMap((key) => [...(catalogue.patterns.en[key] ?? '').matchAll(/\{(\w+)/g)]))];
  const values = Object.fromEntries(slots.map(([, name = '']) => [name, '4']));

  it('are those that there are codes for, no more and no fewer', () => {
    const worded = keys.filter((key) => /^problem\..*\.title$/.test(key)).map((key) => key.split('.')[1]);
    expect(worded.toSorted()).toEqual(codes.toSorted());
  });

  it.each(codes)('have a title, an expectation and a remedy in three languages, each in its own words: %s', (code) => {
    const problem = { code, values, file: 'data/observations.csv', row: 7, column: 'value', value: '8' };
    const told = all.map((w) => problemText(problem, w));
    for (const { title, expected, remedy } of told) {
      expect(`${title} | ${expected} | ${remedy}`).not.toMatch(/undefined|null|[{}]/);
      expect(title).not.toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
    }
    expect(new Set(told.map(({ title }) => title)).size).toBe(3);
  });
});
