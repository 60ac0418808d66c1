import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { languages } from '../../functions/dataset/index.ts';
import { atomFeed } from '../../functions/public/feed.ts';
import { ShareWords } from '../../functions/public/share-words.ts';
import { fullPdf, type StoredBriefing } from '../../functions/store/index.ts';
import { noon } from '../package-files.ts';
import { wording } from './call.ts';

const id = 'a'.repeat(64);
const options = { id, address: 'https://share.example/s/token', since: new Date('2026-01-01T00:00:00Z') };

const edition: StoredBriefing = {
  key: { edition: '2026-11', language: 'ru', digest: '0123456789abcdef', rendition: fullPdf },
  title: 'Title',
  pages: 6,
  bytes: 100_000,
  sha256: id,
  created: noon,
  data: { version: '1.0.0', newestPeriod: '2026', newestPublished: '2026-11-20', newFigures: 0 },
};

/** The elements of an XML text by their paths, with text and attributes. */
function elementsOf(xml: string) {
  const path: string[] = [];
  const found: { path: string; text: string; attributes: Readonly<Record<string, string>> }[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        path.push(name);
        found.push({ path: path.join('/'), text: '', attributes });
      },
      ontext(text) {
        const last = found.at(-1);
        if (last) last.text += text;
      },
      onclosetag(name) {
        expect(path.pop()).toBe(name);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found.map((element) => ({ ...element, text: element.text.trim() }));
}

/** What RFC 4287 requires once in a feed (4.1.1) and in an entry (4.1.2). */
const required = { feed: ['id', 'title', 'updated', 'author'], entry: ['id', 'title', 'updated'] };

it.each(languages)('a feed in %s has everything that Atom requires, once', (language) => {
  const elements = elementsOf(atomFeed(edition, new ShareWords(language, wording), options));
  const count = (path: string) => elements.filter((element) => element.path === path).length;
  for (const name of required.feed) expect(count(`feed/${name}`), name).toBe(1);
  for (const name of required.entry) expect(count(`feed/entry/${name}`), name).toBe(1);
  expect(elements[0]?.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language });
  for (const { path, text } of elements) {
    if (path.endsWith('updated')) expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    if (path.endsWith('/id')) expect(text).toMatch(/^urn:[a-z0-9-]+:\S+$/);
  }
});

it('a feed names the edition, the day of its data, and leads to the page and the PDF', () => {
  const elements = elementsOf(atomFeed(edition, new ShareWords('ru', wording), options));
  const textOf = (path: string) => elements.find((element) => element.path === path)?.text.replaceAll('\u00a0', ' ');
  expect(textOf('feed/entry/title')).toBe('Выпуск за ноябрь 2026 г.');
  expect(textOf('feed/entry/summary')).toBe('По состоянию на 20 ноября 2026 г.');
  const links = elements.filter(({ path }) => path === 'feed/entry/link').map(({ attributes }) => attributes.href);
  expect(links).toEqual(['https://share.example/s/token', 'https://share.example/s/token/pdf']);
});

it('a feed without an edition is a feed all the same', () => {
  const elements = elementsOf(atomFeed(null, new ShareWords('be', wording), options));
  expect(elements.map(({ path }) => path)).not.toContain('feed/entry');
  expect(elements.find(({ path }) => path === 'feed/updated')?.text).toBe('2026-01-01T00:00:00.000Z');
});

it('a corrected edition is the same entry with a later date; the next edition is another one', () => {
  const entryOf = (changes: object) => {
    const elements = elementsOf(atomFeed({ ...edition, ...changes }, new ShareWords('ru', wording), options));
    const textOf = (name: string) => elements.find(({ path }) => path === `feed/entry/${name}`)?.text;
    return [textOf('id'), textOf('updated')];
  };
  const [first, corrected] = [entryOf({}), entryOf({ created: new Date(noon.getTime() + 1000) })];
  expect(corrected[0]).toBe(first[0]);
  expect(corrected[1]).not.toBe(first[1]);
  expect(entryOf({ key: { ...edition.key, edition: '2026-12' } })[0]).not.toBe(first[0]);
});

it('markup and control characters in a name stay text', () => {
  const series = { en: '</title><script>\u0007\ud800 & "x" ]]>', ru: '', be: '' };
  const xml = atomFeed(edition, new ShareWords('en', { ...wording, series }), options);
  const elements = elementsOf(xml);
  expect(elements.map(({ path }) => path).filter((path) => path.includes('script'))).toEqual([]);
  expect(elements.find(({ path }) => path === 'feed/author/name')?.text).toBe('</title><script>\ufffd\ufffd & "x" ]]>');
});
