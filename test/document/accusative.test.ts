import { expect, it } from 'vitest';
import { accusative } from '../../functions/document/accusative.ts';
import { dataset } from '../package-files.ts';

const named = (ru: string, be = ru) => accusative({ en: ru, ru, be });

it.each([
  ['Московская область', 'Московскую область'],
  ['Москва', 'Москву'],
  ['Санкт-Петербург', 'Санкт-Петербург'],
  ['Севастополь', 'Севастополь'],
  ['Приморский край', 'Приморский край'],
  ['Республика Северная Осетия – Алания', 'Республику Северная Осетия – Алания'],
  ['Кабардино-Балкарская Республика', 'Кабардино-Балкарскую Республику'],
  ['Еврейская автономная область', 'Еврейскую автономную область'],
  ['Ханты-Мансийский автономный округ – Югра', 'Ханты-Мансийский автономный округ – Югра'],
  ['Россия', 'Россия'],
])('where to: %s, %s', (name, expected) => {
  expect(named(name).ru).toBe(expected);
});

it('every region of the data has a form in Belarusian, and English keeps the name', () => {
  const regions = [...dataset.areas.values()].filter(({ code }) => code.startsWith('RU-'));
  const changed = regions.filter(({ name }) => /вобласць$|^Масква$/.test(name.be));
  expect(changed.length).toBeGreaterThan(10);
  for (const { name } of regions) {
    const expected = name.be.replace(/ая вобласць$/, 'ую вобласць').replace(/^Масква$/, 'Маскву');
    expect(accusative(name).be).toBe(expected.replace(/^Рэспубліка /, 'Рэспубліку '));
    expect(accusative(name).en).toBe(name.en);
  }
});
