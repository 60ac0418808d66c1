import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { brandNames } from '../../functions/assets/from-files.ts';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { placeOfLinks } from '../../functions/document/index.ts';
import { renderWeb } from '../../functions/web/index.ts';
import { briefingOf, founding } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { optionsFor, pageOf } from './pages.ts';
import { type Element, elementsOf } from './read-page.ts';

const record = { from: '2022-01', months: 57, products: 12, regions: 10, missing: ['2024-08'] };

const briefings = [
  ['of the founding article', founding],
  ['that tells the latest first', briefingOf('2026-11')],
  ['after years of bulletins', briefingOf('2026-11', loadDataset(monthlyPackage(record), today))],
] as const;

const named = (elements: readonly Element[], ...names: readonly string[]) =>
  elements.filter(({ name }) => names.includes(name));

describe.each(briefings)('the page of an edition %s', (_, briefing) => {
  it.each(languages)('asks for nothing and runs nothing, in %s', async (language) => {
    const page = await pageOf(documentOf(briefing, language));
    const elements = elementsOf(page);
    expect(named(elements, 'img', 'iframe', 'object', 'embed', 'audio', 'video', 'base', 'form')).toEqual([]);
    expect(named(elements, 'script').map(({ attribs }) => attribs.type)).toEqual(['application/ld+json']);
    expect(named(elements, 'link').map(({ attribs }) => attribs.rel)).toEqual([]);
    expect(
      elements.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => /^on|^style$|^src/.test(name)),
    ).toEqual([]);
    const [style = ''] = /(?<=<style>)[\s\S]*?(?=<\/style>)/.exec(page) ?? [];
    expect(style).not.toMatch(/@import|url\((?!data:font\/woff2;base64,)/);
    const digest = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;; font-src data:;`,
    );
  });

  it('has every id once, and every link within it leads somewhere', async () => {
    const elements = elementsOf(await pageOf(documentOf(briefing, 'en')));
    const ids = elements.flatMap(({ attribs }) => attribs.id ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = named(elements, 'a', 'use').map(({ attribs }) => attribs.href ?? '');
    expect(links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('has headings without gaps, one of the first level, and landmarks', async () => {
    const elements = elementsOf(await pageOf(documentOf(briefing, 'en')));
    const levels = named(elements, 'h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.slice(1)));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(named(elements, 'main', 'footer')).toHaveLength(2);
    expect(named(elements, 'nav').every(({ attribs }) => (attribs['aria-label'] ?? '') !== '')).toBe(true);
  });

  it('hides drawings from whoever reads their alternative texts, and gives the data of each as a table', async () => {
    const elements = elementsOf(await pageOf(documentOf(briefing, 'en')));
    const charts = elements.filter(({ attribs }) => attribs.class === 'chart');
    expect(charts.length).toBeGreaterThan(8);
    expect(charts.every(({ attribs }) => attribs['aria-hidden'] === 'true')).toBe(true);
    expect(elements.filter(({ attribs }) => attribs.class === 'unseen').length).toBeGreaterThanOrEqual(charts.length);
    expect(named(elements, 'details').length).toBeGreaterThan(charts.length - 5);
  });

  it.each(languages)('is at most 300 KB, in %s and in every brand', async (language) => {
    for (const brand of brandNames()) {
      const page = await pageOf(documentOf(briefing, language), brand);
      expect(Buffer.byteLength(page), brand).toBeLessThan(300_000);
    }
  });

  it('has the same bytes twice', async () => {
    const document = documentOf(briefing, 'be');
    const options = await optionsFor(document);
    expect(renderWeb(document, options)).toEqual(renderWeb(documentOf(briefing, 'be'), options));
  });
});

describe('the page of the founding edition', () => {
  it('has every figure that its notes number, with its value', async () => {
    const page = await pageOf(documentOf(founding, 'en'));
    const rows = new Map(
      [...page.matchAll(/<tr id=([PD]\d+)>[\s\S]*?(?=<tr|<\/table>)/g)].map(([row, id]) => [id, row]),
    );
    const missing = founding.figures.filter(({ note, value, decimals }) => {
      const row = rows.get(note) ?? (page.includes(`id=${note}>`) ? page : '');
      return !row.replaceAll(',', '').includes(Math.abs(value).toFixed(decimals));
    });
    expect(missing.map(({ note, key }) => `${note} ${key}`)).toEqual([]);
  });

  it.each([
    ['en', /attached(?! to the PDF)|inside this document/],
    ['ru', /приложен\S*\s(?!к PDF)|в этот документ/],
    ['be', /далучан\S*\s(?!да PDF)|у гэты дакумент/],
  ] as const)('says of nothing that it is attached to the page itself, in %s', async (language, elsewhere) => {
    for (const [, briefing] of briefings) {
      const page = await pageOf(documentOf(briefing, language));
      const text = page.replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/g, '').replaceAll('\u00a0', ' ');
      expect(elsewhere.exec(text)?.[0], 'a page has no attachments; see messages.csv').toBeUndefined();
    }
  });

  it.each([
    ['en', 'section', /\bpages? \d/],
    ['ru', 'раздел', /стр\.|страниц\S+ \d/],
    ['be', 'раздзел', /стар\.|старон\S+ \d/],
  ] as const)(
    'refers to sections by their numbers in its contents, because it has no pages, in %s',
    async (language, word, toPages) => {
      let count = 0;
      for (const [, briefing] of briefings) {
        const page = (await pageOf(documentOf(briefing, language))).replaceAll('\u00a0', ' ');
        const [nav = ''] = /<nav class="contents"[\s\S]*?<\/nav>/.exec(page) ?? [];
        const numbers = new Map(
          [...nav.matchAll(/href="#(\w+)"><span class="ordinal">(\d+)/g)].map(([, id, n]) => [id, n]),
        );
        const references = [...page.matchAll(new RegExp(`<a href="#(\\w+)">${word} (\\d+)</a>`, 'g'))];
        count += references.length;
        expect(references.filter(([, id, number]) => numbers.get(id) !== number)).toEqual([]);
        const text = page.replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/g, '');
        expect(
          toPages.exec(text)?.[0],
          'write {page}, which names a section on the web; see messages.csv',
        ).toBeUndefined();
      }
      expect(count).toBeGreaterThan(0);
    },
  );

  it('is in its language, and marks names in others', async () => {
    const elements = elementsOf(await pageOf(documentOf(founding, 'ru')));
    expect(named(elements, 'html')[0]?.attribs.lang).toBe('ru');
  });

  it('links to no file, because it is one itself, and has one place for whoever serves it to do so', async () => {
    const page = await pageOf(documentOf(founding, 'en'));
    expect(page.split(placeOfLinks)).toHaveLength(2);
    const targets = named(elementsOf(page), 'a').map(({ attribs }) => attribs.href ?? '');
    expect(targets.filter((target) => !/^(#|https:)/.test(target))).toEqual([]);
  });

  it('names each publisher once to machines, and means it afterwards', async () => {
    const page = await pageOf(documentOf(briefingOf('2026-11'), 'ru'));
    const [json = ''] = /(?<=ld\+json">)[\s\S]*?(?=<\/script>)/.exec(page) ?? [];
    const { isBasedOn } = JSON.parse(json) as { isBasedOn: { publisher: { '@id': string; name?: string } }[] };
    const publishers = isBasedOn.map(({ publisher }) => publisher);
    const names = publishers.flatMap(({ name }) => name ?? []);
    expect(new Set(names).size).toBe(names.length);
    const ids = publishers.flatMap((publisher) => (publisher.name === undefined ? [] : publisher['@id']));
    expect(publishers.filter((publisher) => !ids.includes(publisher['@id']))).toEqual([]);
  });

  it('tells machines what data it shows, and lets no text out of there', async () => {
    const document = { ...documentOf(founding, 'en'), title: '</script><script>alert(1)' };
    const page = await pageOf(document);
    const [json = ''] = /(?<=ld\+json">)[\s\S]*?(?=<\/script>)/.exec(page) ?? [];
    const dataset = JSON.parse(json);
    expect(dataset).toMatchObject({ '@type': 'Dataset', name: document.title, inLanguage: 'en' });
    expect(dataset.keywords).toContain('Gomel Oblast');
    expect(named(elementsOf(page), 'script')).toHaveLength(1);
  });
});
