import { beforeAll, describe, expect, it } from 'vitest';
import { languageFacts, languages } from '../../functions/dataset/index.ts';
import { openPdf } from '../read-pdf.ts';
import { print } from '../renders.ts';
import { type Part, partsIn } from './structure.ts';

describe.each(languages)('to someone who listens in %s', (language) => {
  let parts: readonly Part[];
  let bytes: Uint8Array;
  beforeAll(async () => {
    ({ bytes } = await print('2021-07', language));
    parts = await partsIn(bytes);
  });

  it('the page is read by column: the summary as a whole before the chart beside it', () => {
    const items = parts.flatMap(({ role }, index) => (role === 'LBody' ? [index] : [])).slice(0, 5);
    const chart = parts.findIndex(({ role, alt }) => role === 'Figure' && (alt?.length ?? 0) > 200);
    expect(items).toHaveLength(5);
    expect(Math.max(...items)).toBeLessThan(chart);
  });

  it('each chart and map has its finding and numbers in words', () => {
    const figures = parts.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBeGreaterThan(15);
    const charts = figures.filter(({ text }) => /\d(?!\d*°)/.test(text));
    expect(charts.filter(({ alt = '' }) => !/\d/.test(alt)).map(({ text }) => text)).toEqual([]);
  });

  it('neighbouring numbers and words are not run together', () => {
    const glued = parts.filter(({ text }) => /\d\p{L}{3,}|\p{Ll}\d{2,}/u.test(text));
    expect(glued.map(({ text }) => text)).toEqual([]);
  });

  it('the sections are found by bookmarks that lead to their pages', async () => {
    const pdf = await openPdf(bytes);
    const outline = (await pdf.getOutline()) ?? [];
    expect(outline.length).toBeGreaterThanOrEqual(6);
    for (const { dest, title } of outline) {
      expect(title).not.toBe('');
      const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      expect(place?.[0]).toBeDefined();
    }
    await pdf.loadingTask.destroy();
  });

  it('every link says where it leads, and leads there', async () => {
    const pdf = await openPdf(bytes);
    let links = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const annotations = await (await pdf.getPage(number)).getAnnotations();
      for (const { subtype, contentsObj, url, dest } of annotations) {
        if (subtype !== 'Link') continue;
        links += 1;
        expect(contentsObj?.str).toMatch(/\p{L}{3}/u);
        if (url) expect(new URL(url).protocol).toBe('https:');
        else expect(await pdf.getDestination(dest)).not.toBeNull();
      }
    }
    await pdf.loadingTask.destroy();
    expect(links).toBeGreaterThan(20);
  });
});

it.each(languages.filter((language) => languageFacts[language].script !== 'Latin'))(
  'names in Latin letters are marked as English in %s',
  async (language) => {
    const pdf = await openPdf((await print('2021-07', language)).bytes);
    const marked: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const tree = JSON.stringify(await (await pdf.getPage(number)).getStructTree());
      marked.push(...(tree.match(/"role":"Span"[^[]*|"lang":"en"/g) ?? []).filter((part) => part === '"lang":"en"'));
    }
    await pdf.loadingTask.destroy();
    expect(marked.length).toBeGreaterThanOrEqual(6);
  },
);
