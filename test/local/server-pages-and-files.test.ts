import { describe, expect, it } from 'vitest';
import { dataset } from '../package-files.ts';
import { serve } from './serve.ts';

async function makeBriefing(address: string) {
  const response = await fetch(`${address}/briefings`, { method: 'POST', body: '{"edition":"2021-07"}' });
  return (await response.json()) as { url: string; sha256: string };
}

describe('the local server', () => {
  it('serves the page of a share under the name by which it was asked for one', async () => {
    const { address } = await serve();
    await makeBriefing(address);
    const asked = { edition: '2021-07', language: 'en', days: 1, label: 'A reader' };
    const made = await fetch(`${address}/shares`, { method: 'POST', body: JSON.stringify(asked) });
    const { url, id } = (await made.json()) as { url: string; id: string };
    expect(url.startsWith(`${address}/s/`)).toBe(true);
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Full edition, 8 pages')]);
    const file = await fetch(`${url}/pdf`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await fetch(`${address}/shares/${id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await fetch(url)).status).toBe(410);
  });

  it('gives the file of a signed link: a PDF with the name under which it is saved', async () => {
    const { address } = await serve();
    const { url } = await makeBriefing(address);
    const file = await fetch(url);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="gomel-russia-briefing-2021-07-en.pdf"');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it.each([
    ['en', 'To print it sharp and whole, download the PDF and print that.'],
    ['ru', 'Чтобы напечатать её чётко и целиком, скачайте PDF и напечатайте его.'],
    ['be', 'Каб надрукаваць яе выразна і цалкам, спампуйце PDF і надрукуйце яго.'],
  ])('says in %s, on paper alone, that the PDF is what should be printed', async (language, says) => {
    const { address } = await serve();
    const html = await (await fetch(`${address}/?language=${language}`)).text();
    expect(html).toMatch(new RegExp(`<p class="paper"[^>]*>[^<]*${says}</p>`));
    const style = await (await fetch(`${address}/page/style.css`)).text();
    const [screen = '', paper = ''] = style.split('@media print');
    expect(screen).toContain('\n.paper{display:none}');
    expect(paper).toMatch(/^\{\.paper\{display:block/);
  });

  it('refuses a link with one character of the signature changed', async () => {
    const { address } = await serve();
    const { url } = await makeBriefing(address);
    const answer = await fetch(url.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ title: 'The link is not valid' });
  });

  it('refuses a link when its time is over', async () => {
    const { address, wait } = await serve();
    const { url } = await makeBriefing(address);
    wait(899);
    expect((await fetch(url)).status).toBe(200);
    wait(1);
    expect((await fetch(url)).status).toBe(403);
  });

  it('serves its page and what it needs from itself alone, under a policy that allows nothing else', async () => {
    const { address } = await serve();
    const page = await fetch(`${address}/`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
    );
    expect(html).not.toMatch(/style="|\son\w+=|<script>/);
    expect([...html.matchAll(/(?:src|href|action)="(https?:[^"]*)"/g)]).toEqual([]);
    const parts = [...html.matchAll(/(?:src|href)="(\/page\/(?!file\/)[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(parts.length).toBeGreaterThanOrEqual(4);
    const loaded = ['pdf.mjs', 'pdf.worker.mjs', 'pdf-document.js', 'words.js', 'messages-ru.js'].map(
      (name) => `/page/${name}`,
    );
    for (const path of [...parts, ...loaded]) {
      expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 200]);
    }
    expect((await fetch(`${address}/page/../start.ts`)).status).toBe(404);
    expect((await fetch(`${address}/page/start.ts`)).status).toBe(404);
  });

  it('tells the page which editions there are, and what becomes of a saved file', async () => {
    const { address, livePreview } = await serve();
    const told = (await (await fetch(`${address}/page/editions.json`)).json()) as {
      current: string;
      editions: string[];
    };
    expect([told.current, told.editions.at(-1)]).toEqual(['2026-11', '2021-07']);
    const events = await fetch(`${address}/page/events`);
    const reader = events.body?.getReader();
    await reader?.read();
    await livePreview.saved('templates/messages.csv');
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(
      /^event: saved\ndata: \{"file":"templates\/messages.csv".*"problem":null,"instead":null\}/,
    );
    await reader?.cancel();
    const html = await (await fetch(`${address}/`)).text();
    expect(html).toContain('<code>templates/messages.csv</code></td><td>re-rendered, no page changed</td>');
  });

  it('writes facts, links, tables and the call into the page, for browsers without JavaScript', async () => {
    const { address } = await serve();
    const form = new URLSearchParams({ edition: '2021-07', language: 'ru' });
    const empty = await (await fetch(`${address}/?${form}`)).text();
    expect(empty).toContain('lang="ru" data-state="empty"');
    expect(empty).toContain('Пока ничего не создано.');
    const made = await fetch(`${address}/page/make`, { method: 'POST', body: form });
    const html = await made.text();
    expect([made.url, made.status]).toEqual([`${address}/?${form}`, 200]);
    expect(html).toContain('lang="ru" data-state="ready"');
    for (const part of [
      'id="period">Январь–май 2021 года<',
      'id="new-n">22\u00a0показателя<',
      'id="age-n">4\u00a0дня<',
      'На\u00a0дату выпуска; от 27 июля 2021\u00a0г.',
      'href="/briefings/2021-07/ru?format=pdf"',
      'href="/page/data/2021-07/data.zip"',
      '{&quot;edition&quot;:&quot;2021-07&quot;,&quot;language&quot;:&quot;ru&quot;}',
    ])
      expect(html).toContain(part);
    expect(html).toMatch(/id="link"[^>]* value="http:\/\/127\.0\.0\.1[^"]+signature&#x3D;/);
    expect((await fetch(`${address}/page/data/2021-07/figures.json`)).status).toBe(200);
    expect((await fetch(`${address}/page/file/2021-07/en/full.pdf`)).status).toBe(404);
    expect((await fetch(`${address}/page/data/2019-01/data.zip`)).status).toBe(404);
  });

  it('sends a browser from the address of a briefing to its file', async () => {
    const { address } = await serve();
    await makeBriefing(address);
    const file = await fetch(`${address}/briefings/2021-07/en`, { headers: { accept: 'text/html' } });
    expect([file.status, file.redirected, file.headers.get('content-type')]).toEqual([200, true, 'application/pdf']);
  });

  it.each(['/', '/page/style.css', '/page/editions.json', '/page/events'])(
    'answers HEAD %s as GET, without the body',
    async (path) => {
      const { address } = await serve();
      const head = await fetch(`${address}${path}`, { method: 'HEAD' });
      const get = await fetch(`${address}${path}`);
      const told = ({ status, headers }: Response) => [
        status,
        headers.get('content-type'),
        headers.get('cache-control'),
      ];
      expect(told(head)).toEqual(told(get));
      expect(await head.text()).toBe('');
      for (const { headers } of [head, get]) expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      await get.body?.cancel();
    },
  );

  it.each(['/', '/page/style.css', 'the file of a link'])(
    'allows GET, HEAD and OPTIONS at %s, and nothing else',
    async (path) => {
      const { address } = await serve();
      const url = path.startsWith('/') ? `${address}${path}` : (await makeBriefing(address)).url;
      const options = await fetch(url, { method: 'OPTIONS' });
      expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await fetch(url, { method });
        expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
        expect(await answer.json()).toMatchObject({ type: 'urn:gomel-briefing:problem:method-not-allowed' });
      }
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    },
  );

  it.each(['constructor', 'tostring', 'plex-401'])('has no typeface %s', async (name) => {
    const { address } = await serve();
    expect((await fetch(`${address}/page/fonts/${name}.woff2`)).status).toBe(404);
  });
});

describe('the page of an address', () => {
  it('says that there is no such edition, and which one it shows', async () => {
    const { address } = await serve();
    for (const asked of ['2030-01', '1999-01', '%3Cb%3E']) {
      const page = await fetch(`${address}/?edition=${asked}`);
      const html = await page.text();
      expect([asked, page.status]).toEqual([asked, 404]);
      const shown = decodeURIComponent(asked).replace('<', '&lt;').replace('>', '&gt;');
      expect(html).toContain(
        `id="missing">There is no edition “${shown}”. You see the current one, November 2026.</p>`,
      );
    }
    expect(await (await fetch(`${address}/?edition=2021-07`)).text()).toContain('id="missing" hidden>');
    expect((await fetch(`${address}/page/edition.json?edition=2030-01`)).status).toBe(404);
  });

  it('makes nothing in place of an edition that there is not', async () => {
    const { address, livePreview } = await serve();
    const body = new URLSearchParams({ edition: '2030-01', language: 'be' });
    const led = await fetch(`${address}/page/make`, { method: 'POST', body });
    expect([led.url, led.status]).toEqual([`${address}/?edition=2030-01&language=be`, 404]);
    expect((await livePreview.current().store.list({ limit: 10 })).briefings).toEqual([]);
  });

  it.each([
    ['be-BY,be;q=0.9,ru;q=0.8', '', 'be'],
    ['ru-BY', '', 'ru'],
    ['de-DE,de;q=0.9,ru;q=0.4,en;q=0.3', '', 'ru'],
    ['fr, be;q=0', '', 'en'],
    ['*', '', 'en'],
    ['be-BY', '?language=ru', 'ru'],
    ['be-BY', '?language=de', 'be'],
  ])('is in the language that a browser prefers (%s) unless one is chosen (%s): %s', async (wish, query, language) => {
    const { address } = await serve();
    const html = await (await fetch(`${address}/${query}`, { headers: { 'accept-language': wish } })).text();
    expect(/<html lang="(\w+)"/.exec(html)?.[1]).toBe(language);
  });

  it('says that pages come from a published version, not from the files of data', async () => {
    const { address, livePreview } = await serve(async () => ({ dataDigest: 'd'.repeat(64) }));
    await livePreview.saved('templates/messages.csv');
    const told = (await (await fetch(`${address}/page/editions.json`)).json()) as { published: string };
    expect(told.published).toBe(dataset.version);
    const html = await (await fetch(`${address}/`)).text();
    expect(html).toContain(
      `id="author-what">Pages come from the published version ${dataset.version}, not from data/<`,
    );
    expect(html).toContain('<code>npm start -- --data data</code>');
  });
});
