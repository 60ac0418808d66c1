import { describe, expect, it } from 'vitest';
import { brandNames } from '../../functions/assets/index.ts';
import { type Language, languages, lastDay, vintageOf } from '../../functions/dataset/index.ts';
import { editionNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { pageTexts, readPages } from '../read-pdf.ts';
import { print, printInBrand } from '../renders.ts';

const cover = async (edition: string, language: 'en' | 'ru' | 'be' = 'en', from = dataset) =>
  (await pageTexts((await print(edition, language, from)).bytes))[0] ?? '';

/** The months in which something was published. */
const editions = [...new Set(dataset.sources.map(({ published }) => lastDay(published).slice(0, 7)))].filter(
  (month) => month > '2021-07',
);
const contents = { en: 'In this briefing', ru: 'В этом выпуске', be: 'У гэтым выпуску' };

/** How far the contents stand under everything else on the first page, in points; NaN where they are not there. */
async function roomOverContents(bytes: Uint8Array, language: Language): Promise<number> {
  const [first] = await readPages(bytes);
  const texts = (first?.items ?? []).flatMap((item) =>
    'str' in item && item.str.trim()
      ? [{ text: item.str.replaceAll('\u00a0', ' '), y: item.transform[5] as number }]
      : [],
  );
  // The line under the name of the edition may begin with the same words.
  const foot = texts.findLast(({ text }) => text.startsWith(contents[language]))?.y ?? Number.NaN;
  return Math.min(...texts.map(({ y }) => y).filter((y) => y > foot + 2)) - foot;
}

/** The footer ends under this height from the foot of the page, and half of a page is filled down to the other, in points. */
const footerTop = 55;
const halfWay = 842 - 488;

describe('the first page of a later edition', () => {
  it.each(brandNames())('ends with the contents, well under all that is new, in the brand %s', async (brand) => {
    for (const edition of editions) {
      for (const language of languages) {
        const room = await roomOverContents((await printInBrand(brand, edition, language)).bytes, language);
        expect.soft(room, `${edition} in ${language}`).toBeGreaterThan(17);
      }
    }
  });

  it('names the edition and its latest publication, and repeats the period of every figure', async () => {
    const text = await cover('2022-11');
    expect(text).toContain('November 2022 edition');
    expect(text).toContain('Latest publication: 1 November 2022');
    expect(text.match(/USD million, Jan–May 2021/g)).toHaveLength(4);
  });

  it('names what is new, what it was before, and that nothing was revised', async () => {
    const text = await cover('2023-04');
    expect(text).toContain('8 new figures 0 revised figures');
    expect(text).toMatch(/Organisations with Russian capital 450 2022; no earlier figure/);
    expect(text).toMatch(/Russian investment USD 202 million 2022; USD 154\.3 million in January–March 2021/);
    expect(text).toMatch(/Revised figures none/);
  });

  it('does not say what was published later', async () => {
    const text = (await pageTexts((await print('2024-07', 'en')).bytes)).join(' ');
    expect(text).not.toMatch(/Bryansk Guberniya|nearly 300|150\.5|2025/);
  });

  it.each([
    ['en', 'No new figures have been published since the April 2023 edition; the latest are for April 2023.'],
    ['ru', 'После выпуска за апрель 2023 г. новых данных не публиковалось; последние – за апрель 2023 г.'],
    ['be', 'Пасля выпуску за красавік 2023 г. новых даных не публікавалася; апошнія – за красавік 2023 г.'],
  ] as const)('says in %s when nothing was published, and how old the newest figure is', async (language, sentence) => {
    const text = (await cover('2023-05', language)).replaceAll('\u00a0', ' ');
    expect(text).toContain(sentence);
  });

  it('shows a revised figure with its former value and who revised it', async () => {
    const [organisations] = dataset.observations.filter(
      ({ indicator, period }) => `${indicator} ${period.code}` === 'organisations 2022',
    );
    const paper = dataset.sources.find(({ id }) => id === 'gp-2023-11-14');
    if (!organisations || !paper) throw new Error('the dataset has lost its organisations');
    const source = { ...paper, published: '2023-05-14' };
    const revised = { ...dataset, observations: [...dataset.observations, { ...organisations, value: 455, source }] };
    expect(vintageOf(revised, editionNamed('2023-05')).news?.revised).toHaveLength(1);
    const text = await cover('2023-05', 'en', revised);
    expect(text).toContain('1 revised figure');
    expect(text).toMatch(/Organisations with Russian capital 450 455 2022; revised by Gomelskaya Pravda, 14 May 2023/);
  });

  it('says how old its breakdown of trade is from the seventh month on', async () => {
    expect(await cover('2021-11')).toContain('Latest turnover, exports and imports: January–May 2021.');
    expect(await cover('2021-12')).toContain('imports: January–May 2021, 7 months old.');
  });

  it('says it on every key figure of more than a year ago, instead of drawing two years', async () => {
    const [year, more] = [await cover('2022-05'), await cover('2022-06')];
    expect(year).toContain('≈ 1,133.6');
    expect(year).not.toContain('12 months old USD');
    expect(more.match(/13 months old/g)).toHaveLength(5);
    expect(more).not.toContain('≈ 1,133.6');
  });
});

describe('an edition whose breakdown of trade is more than two years old', () => {
  it.each(brandNames())('fills every page but the last at least half, in the brand %s', async (brand) => {
    for (const edition of ['2023-06', '2024-07', '2026-11']) {
      for (const language of languages) {
        const pages = await readPages((await printInBrand(brand, edition, language)).bytes);
        const inked = pages.slice(0, -1).map(({ items }) => {
          const heights = items.flatMap((item) =>
            'str' in item && item.str.trim() ? [item.transform[5] as number] : [],
          );
          return Math.min(...heights.filter((height) => height > footerTop));
        });
        for (const lowest of inked) expect.soft(lowest, `${edition} in ${language}`).toBeLessThan(halfWay);
      }
    }
  });

  it('shows its key figures with their age, and the breakdown once, in a dated block', async () => {
    const [first = '', second = '', ...others] = await pageTexts((await print('2026-11', 'en')).bytes);
    expect(first).toContain('Trade with Bryansk more than 330 USD million, 2024 nearly 300 in 2023 23 months old');
    expect(first).not.toContain('2,467.8');
    expect(second).toContain('January–May 2021: the latest turnover, exports and imports, 66 months old');
    expect(second).toContain('2,467.8');
    expect(others).toHaveLength(4);
  });

  it('calls an age of less than a month so', async () => {
    expect(await cover('2024-07')).toContain('Under 1 month old');
  });
});

describe('what a viewer shows of a file', () => {
  const metadataOf = async (brand: string, edition: string) =>
    Buffer.from((await printInBrand(brand, edition, 'en')).bytes).toString('utf8');

  it('is the period of the figures of trade, not that of the edition', async () => {
    expect(await metadataOf('default', '2026-11')).toContain('trade figures: January–May 2021<');
  });

  it('is its publisher as the author, where the brand names one', async () => {
    expect(await metadataOf('sozh-chamber', '2026-11')).toContain('<rdf:li>Sozh Valley Chamber of Commerce</rdf:li>');
  });
});

it.each(languages)(
  'what the first page only counts has in %s the numbers of its notes, and stands there',
  async (language) => {
    const pages = await pageTexts((await print('2022-03', language)).bytes);
    const counted = /(?:and|и ещё|і яшчэ) (\d+)(?: more)?:\s+P(\d+)(?:–P(\d+))?/.exec(
      (pages[0] ?? '').replaceAll('\u00a0', ' '),
    );
    const [, count, first, last = first] =
      counted?.map((text) => (text === undefined ? undefined : Number(text))) ?? [];
    expect((last ?? 0) - (first ?? 0) + 1).toBe(count);
    const notes = pages.slice(1).join(' ');
    for (let note = first ?? 0; note <= (last ?? 0); note += 1)
      expect(notes).toMatch(new RegExp(`\\bP${note} \\p{Lu}`, 'u'));
  },
);
