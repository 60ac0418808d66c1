import { expect, it } from 'vitest';
import { instrumental } from '../../functions/document/instrumental.ts';
import { dataset } from '../package-files.ts';

const named = (ru: string, be = ru) => instrumental({ en: ru, ru, be });

it.each([
  ['Московская область', 'Московской областью'],
  ['Москва', 'Москвой'],
  ['Санкт-Петербург', 'Санкт-Петербургом'],
  ['Севастополь', 'Севастополем'],
  ['Приморский край', 'Приморским краем'],
  ['Республика Карелия', 'Республикой Карелия'],
  ['Кабардино-Балкарская Республика', 'Кабардино-Балкарской Республикой'],
  ['Еврейская автономная область', 'Еврейской автономной областью'],
  ['Ханты-Мансийский автономный округ – Югра', 'Ханты-Мансийским автономным округом – Югра'],
])('with whom, in Russian: %s, %s', (name, expected) => {
  expect(named(name).ru).toBe(expected);
});

it.each([
  ['Бранская вобласць', 'Бранскай вобласцю'],
  ['Масква', 'Масквой'],
  ['Санкт-Пецярбург', 'Санкт-Пецярбургам'],
  ['Прыморскі край', 'Прыморскім краем'],
  ['Рэспубліка Башкартастан', 'Рэспублікай Башкартастан'],
  ['Чачэнская Рэспубліка', 'Чачэнскай Рэспублікай'],
  ['Ненецкая аўтаномная акруга', 'Ненецкай аўтаномнай акругай'],
])('with whom, in Belarusian: %s, %s', (name, expected) => {
  expect(named(name).be).toBe(expected);
});

it('every region of the data has a form of its own, and English keeps the name', () => {
  const regions = [...dataset.areas.values()].filter(({ code }) => code.startsWith('RU-'));
  for (const { name } of regions) {
    expect(instrumental(name)).not.toMatchObject({ ru: name.ru });
    expect(instrumental(name)).not.toMatchObject({ be: name.be });
    expect(instrumental(name).en).toBe(name.en);
  }
});
