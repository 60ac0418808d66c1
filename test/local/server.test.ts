import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LivePreview, type Reload } from '../../functions/local/live-preview.ts';
import { refuseUnread } from '../../functions/local/refuse.ts';
import { localServer } from '../../functions/local/server.ts';
import { BriefingStore, FolderObjects } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { dataset, noon } from '../package-files.ts';
import { type ListLog, servicesWith } from '../services.ts';
import { deskOver } from './desk-over.ts';

/** A local server on a free port, with a clock that the test can move. */
async function serve(reload: Reload = async () => ({})) {
  let now = noon;
  let address = '';
  const clock = () => now;
  const store = new BriefingStore(new FolderObjects(await temporaryFolder(), { now: clock, address: () => address }));
  const livePreview = new LivePreview(await servicesWith({ store, now: clock }), reload);
  const server = localServer(livePreview, 'default', deskOver(store.objects));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    livePreview,
    wait: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

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

  it('refuses a body of megabytes and lives on', async () => {
    const { address } = await serve();
    const answer = await fetch(`${address}/briefings`, { method: 'POST', body: 'x'.repeat(5_000_000) }).catch(
      () => null,
    );
    if (answer) expect(answer.status).toBe(413); // else the connection ended while we were still sending
    expect((await fetch(`${address}/health`)).status).toBe(200);
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

  it('answers a request in absolute form, as a proxy sends it, and one that expects what it does not know', async () => {
    const { address } = await serve();
    const close = 'connection: close\r\n\r\n';
    const host = new URL(address).host;
    expect(await exchange(address, `GET ${address}/health HTTP/1.1\r\nhost: x\r\n${close}`)).toContain(' 200 OK');
    const tea = `GET /health HTTP/1.1\r\nhost: ${host}\r\nexpect: tea\r\n${close}`;
    expect(await exchange(address, tea)).toContain(' 200 OK');
  });

  it('says nothing on the terminal of clients that go away in the middle of a body', async () => {
    const { address, livePreview } = await serve();
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(`POST /briefings HTTP/1.1\r\nhost: ${new URL(address).host}\r\ncontent-length: 100\r\n\r\n{`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await fetch(`${address}/health`)).status).toBe(200);
    expect((livePreview.current().logger as ListLog).lines.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it.each([
    ['a megabyte of headers', `GET /health HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(1_000_000)}\r\n\r\n`, 431],
    ['what is not HTTP', 'hello\r\n\r\n', 400],
    ['bytes that are no text', '\u0000\u0001\u0002\r\n\r\n', 400],
    ['a method that HTTP does not know', 'BREW /health HTTP/1.1\r\nhost: x\r\n\r\n', 405],
    ['a wish for a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nhost: x\r\n\r\n', 405],
    ['a request that names no host', 'GET /health HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['an address that is none', 'GET //[ HTTP/1.1\r\nhost: HOST\r\nconnection: close\r\n\r\n', 404],
  ])('answers %s with a problem', async (_, request, status) => {
    const { address } = await serve();
    const text = await exchange(address, request.replace('HOST', new URL(address).host));
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json');
    const id = /^x-request-id: (.+)$/m.exec(head)?.[1];
    expect(body).toContain(`"instance":"urn:gomel-briefing:request:${id}"`);
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });
});

describe('the local server answers only its own machine', () => {
  const health = (host: string) => `GET /health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;

  it.each(['evil.example', 'evil.example:PORT', 'localhost:1', 'localhost.evil.example:PORT', '192.168.1.7:PORT', ''])(
    'refuses a request for the host “%s”, which another site may have pointed here',
    async (host) => {
      const { address } = await serve();
      const told = await exchange(address, health(host.replace('PORT', new URL(address).port)));
      expect(told).toContain('HTTP/1.1 421 ');
      expect(told).toContain('urn:gomel-briefing:problem:wrong-host');
    },
  );

  it('refuses a page or a file of the page for another host, too', async () => {
    const { address } = await serve();
    for (const path of ['/', '/page/editions.json', '/page/events', '/files/x.pdf', '/openapi.json']) {
      const told = await exchange(address, health('evil.example').replace('/health', path));
      expect([path, told.slice(0, 13)]).toEqual([path, 'HTTP/1.1 421 ']);
    }
  });

  it.each(['localhost:PORT', '127.0.0.1:PORT', '[::1]:PORT', 'LOCALHOST:PORT'])('answers as %s', async (host) => {
    const { address } = await serve();
    expect(await exchange(address, health(host.replace('PORT', new URL(address).port)))).toContain(' 200 OK');
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses what a page of another site sends: %j', async (headers) => {
    const { address, livePreview } = await serve();
    for (const path of ['/briefings', '/page/make']) {
      const body = 'edition=2021-07&language=en';
      const told = await send(address, { method: 'POST', path, headers, body });
      expect([path, told.status]).toEqual([path, 403]);
      expect(told.text).toContain('urn:gomel-briefing:problem:foreign-origin');
    }
    expect((await send(address, { method: 'GET', path: '/page/events', headers })).status).toBe(403);
    expect((await livePreview.current().store.list({ limit: 10 })).briefings).toEqual([]);
  });

  it('takes what its own page sends', async () => {
    const { address } = await serve();
    const headers = { origin: address, 'sec-fetch-site': 'same-origin' };
    const told = await send(address, { method: 'POST', path: '/briefings', headers, body: '{"edition":"2021-07"}' });
    expect(told.status).toBe(201);
    const form = { ...headers, origin: 'null' }; // as browsers send forms of a page without a referrer
    const body = 'edition=2021-07&language=be';
    expect((await send(address, { method: 'POST', path: '/page/make', headers: form, body })).status).toBe(303);
  });

  it('shows its page to someone who follows a link to it', async () => {
    const { address } = await serve();
    expect(
      (await send(address, { method: 'GET', path: '/', headers: { 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(200);
  });
});

describe('the local server is not held up', () => {
  const post = (path: string, host: string, more: string) => `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${more}\r\n`;

  it.each(['/briefings', '/page/make', '/page/style.css', '/nowhere'])(
    'refuses at once what says that it is too large, and ends the connection: %s',
    async (path) => {
      const { address } = await serve();
      const { host } = new URL(address);
      for (const expect100 of ['', 'expect: 100-continue\r\n']) {
        const told = await exchange(address, post(path, host, `content-length: 500000000\r\n${expect100}`));
        expect(told).toMatch(/^HTTP\/1\.1 4(13|05) /);
        expect(told).not.toContain('100 Continue');
      }
    },
  );

  it.each(['/briefings', '/page/make'])('reads no more of an endless body than it may: %s', async (path) => {
    const { address } = await serve();
    const { host, port } = new URL(address);
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(post(path, host, 'transfer-encoding: chunked\r\n'));
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const sending = setInterval(() => socket.write(chunk), 5);
    onTestFinished(() => clearInterval(sending));
    await closed;
    if (text !== '') expect(text).toContain('HTTP/1.1 413 ');
    expect(socket.bytesWritten).toBeLessThan(5_000_000);
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });

  it('waits some seconds, not minutes, for a body that stops', { timeout: 20_000 }, async () => {
    const { address } = await serve();
    const told = await exchange(address, post('/briefings', new URL(address).host, 'content-length: 10\r\n'));
    expect(told).toContain('HTTP/1.1 408 ');
  });

  it('tells no more than 32 pages of what is saved', async () => {
    const { address, livePreview } = await serve();
    const streams = [];
    for (let count = 0; count < 32; count += 1) streams.push(await fetch(`${address}/page/events`));
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    const refused = await fetch(`${address}/page/events`);
    expect([refused.status, await refused.json()]).toMatchObject([429, { title: 'Too many pages are open' }]);
    await streams[0]?.body?.cancel();
    await expect.poll(() => livePreview.listening()).toBe(31);
    const next = await fetch(`${address}/page/events`);
    expect(next.status).toBe(200);
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

/** Sends a request with headers that `fetch` keeps to itself. */
async function send(
  address: string,
  { body, path, ...options }: { method: string; path: string; headers: Record<string, string>; body?: string },
) {
  const call = request(`${address}${path}`, options).end(body);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  if (response.headers['content-type'] === 'text/event-stream') response.destroy();
  return { status: response.statusCode, text: response.readableEnded ? '' : await text(response).catch(() => '') };
}

it('a request that was begun and did not go on is told so', async () => {
  const socket = new PassThrough();
  refuseUnread(Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  const told = await text(socket);
  expect(told).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(told).toContain('"type":"urn:gomel-briefing:problem:request-timeout"');
});

/** Sends bytes as they are, and gives all that comes back. */
function exchange(address: string, request: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {}); // the server may end the connection before it has read everything
    socket.on('close', () => resolve(text));
  });
}
