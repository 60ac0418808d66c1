import { describe, expect, it } from 'vitest';
import { vintageOf } from '../../functions/dataset/index.ts';
import { editionNamed } from '../briefings.ts';
import { dataset } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { print } from '../renders.ts';

const cover = async (edition: string, language: 'en' | 'ru' | 'be' = 'en', from = dataset) =>
  (await pageTexts((await print(edition, language, from)).bytes))[0] ?? '';

describe('the first page of a later edition', () => {
  it('names the edition and its latest publication, and repeats the period of every figure', async () => {
    const text = await cover('2024-07');
    expect(text).toContain('July 2024 edition');
    expect(text).toContain('Latest publication: July 2024');
    expect(text.match(/USD million, Jan–May 2021/g)).toHaveLength(4);
  });

  it('names what is new, what it was before, and that nothing was revised', async () => {
    const text = await cover('2024-07');
    expect(text).toContain('5 new figures 0 revised figures');
    expect(text).toMatch(/Enterprises with Russian capital 441 July 2024; 450 in April 2024/);
    expect(text).toMatch(/Russian investment RUB 6\.2 billion 2023; earlier figures in US dollars/);
    expect(text).toMatch(/Russian regions supplied more than 70 July 2024; no earlier figure/);
    expect(text).toMatch(/Revised figures none/);
  });

  it('does not say what was published later', async () => {
    const text = (await pageTexts((await print('2024-07', 'en')).bytes)).join(' ');
    expect(text).not.toMatch(/Bryansk Guberniya|nearly 300|150\.5|2025/);
  });

  it.each([
    ['en', 'No new figures have been published since the May 2024 edition; the latest are for April 2024.'],
    ['ru', 'После выпуска за май 2024 г. новых данных не публиковалось; последние – за апрель 2024 г.'],
    ['be', 'Пасля выпуску за май 2024 г. новых даных не публікавалася; апошнія – за красавік 2024 г.'],
  ] as const)('says in %s when nothing was published, and how old the newest figure is', async (language, sentence) => {
    const text = (await cover('2024-06', language)).replaceAll('\u00a0', ' ');
    expect(text).toContain(sentence);
  });

  it('shows a revised figure with its former value and who revised it', async () => {
    const [organisations] = dataset.observations.filter(
      ({ indicator, period }) => `${indicator} ${period.code}` === 'organisations 2022',
    );
    const source = dataset.sources.find(({ id }) => id === 'gp-2023-11-14');
    if (!organisations || !source) throw new Error('the dataset has lost its organisations');
    const revised = { ...dataset, observations: [...dataset.observations, { ...organisations, value: 455, source }] };
    expect(vintageOf(revised, editionNamed('2023-11')).news?.revised).toHaveLength(1);
    const text = await cover('2023-11', 'en', revised);
    expect(text).toContain('1 revised figure');
    expect(text).toMatch(
      /Organisations with Russian capital 450 455 2022; revised by Gomelskaya Pravda, 14 November 2023/,
    );
  });
});
