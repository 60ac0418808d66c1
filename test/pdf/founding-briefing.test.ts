import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages, loadDataset } from '../../functions/dataset/index.ts';
import { formatNumber } from '../../functions/document/index.ts';
import type { Pdf } from '../../functions/pdf/index.ts';
import { founding } from '../briefings.ts';
import { packageFiles, today, withFile } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { print, renderUncached } from '../renders.ts';

/** The numbers of the founding article as it prints them. */
const articleNumbers = [
  '2,467.8',
  '217.7',
  '675.6',
  '125.0',
  '1,792.2',
  '302.4',
  '54.9',
  '31.4',
  '76.5',
  '24.5',
  '13.5',
  '8.1',
  '7.7',
  '4.4',
  '154.3',
  '46',
  '515.2',
  '361',
  '12',
  '22',
  '9',
  '78',
];

const named = {
  markets: ['Moscow Oblast', 'Moscow', 'St Petersburg', 'Bryansk Oblast', 'Smolensk Oblast'],
  partners: [
    'Sverdlovsk',
    'Bryansk',
    'Samara',
    'Orenburg',
    'Murmansk',
    'Kirov',
    'Amur Oblast',
    'Nizhny Novgorod',
    'Kursk',
  ],
  goods: [
    'Rods and wire',
    'Dairy products',
    'Agricultural machines',
    'Synthetic fibres',
    'Nonwoven materials',
    'Fasteners',
  ],
  sectors: ['Machine building', 'Dairy industry', 'Agriculture', 'High technologies and IT'],
  enterprises: ['Gomselmash', 'Mozyr Oil Refinery', 'Mirtek Engineering'],
};

describe.each(languages)('the briefing on the founding article in %s', (language: Language) => {
  let pdf: Pdf;
  let text: string;
  beforeAll(async () => {
    pdf = await print('2021-07', language);
    text = (await pageTexts(pdf.bytes)).join(' ');
  });

  it('states each of the 22 numbers of the article, with the separators of the language', () => {
    const published = founding.figures.filter(({ status }) => status === 'published');
    const written = published.map(({ value, decimals }) => formatNumber(value, decimals, language));
    if (language === 'en') expect(written.toSorted()).toEqual(articleNumbers.toSorted());
    const missing = written.filter((number) => !` ${text} `.includes(number.replaceAll('\u00a0', ' ')));
    expect(missing).toEqual([]);
  });

  it('names every region, good, sector and enterprise of the article', () => {
    const names = founding.statements.flatMap(({ topic, text: name, area }) =>
      topic === 'position' || topic === 'official' ? [] : [name[language] || area?.label[language] || ''],
    );
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  it('says what the ambassador and the chairman spoke about', () => {
    const said = founding.statements.flatMap(({ item, text: words }) =>
      item === 'one_industry' || item === 'potential' ? [words[language]] : [],
    );
    expect(said).toHaveLength(2);
    expect(said.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });

  it('prints nothing that was not filled', () => {
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|\{|\}|\[object/);
  });

  it('gives the same bytes when it is printed again', async () => {
    const again = await renderUncached('2021-07', language);
    expect(Buffer.compare(pdf.bytes, again.bytes)).toBe(0);
  });
});

it('keeps its bytes as later sources arrive', async () => {
  const later = 'belta-20(2[2-9])|^(?:rg|gomel-region|gp|budakosh|guberniya|strela)-';
  const isEarly = (line: string) => !line.split(',').some((cell) => new RegExp(later).test(cell));
  const early = (text: string) => text.split('\n').filter(isEarly).join('\n');
  const before = new Map(packageFiles);
  for (const name of ['sources.csv', 'observations.csv'])
    before.set(name, withFile(name, early).get(name) as Uint8Array);
  const now = await print('2021-07', 'en');
  const then = await print('2021-07', 'en', loadDataset(before, today));
  expect(Buffer.compare(now.bytes, then.bytes)).toBe(0);
});

it('names in English what the article names', async () => {
  const text = (await pageTexts((await print('2021-07', 'en')).bytes)).join(' ');
  expect(
    Object.values(named)
      .flat()
      .filter((name) => !text.includes(name)),
  ).toEqual([]);
});
