import { type AddressInfo, connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LivePreview } from '../../functions/local/live-preview.ts';
import { refuseUnread } from '../../functions/local/refuse.ts';
import { localServer } from '../../functions/local/server.ts';
import { BriefingStore, FolderObjects } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon } from '../package-files.ts';
import { type ListLog, servicesWith } from '../services.ts';

/** A local server on a free port, with a clock that the test can move. */
async function serve() {
  let now = noon;
  let address = '';
  const clock = () => now;
  const store = new BriefingStore(new FolderObjects(await temporaryFolder(), { now: clock, address: () => address }));
  const livePreview = new LivePreview(await servicesWith({ store, now: clock }), async () => ({}));
  const server = localServer(livePreview);
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
    const parts = [...html.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map(([, path]) => path ?? '');
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
      /^event: saved\ndata: \{"file":"templates\/messages.csv".*"problem":null\}/,
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
      'К выпуску, от 27 июля 2021',
      'href="/briefings/2021-07/ru"',
      'href="/page/data/2021-07/data.zip"',
      '{&quot;edition&quot;:&quot;2021-07&quot;,&quot;language&quot;:&quot;ru&quot;}',
    ])
      expect(html).toContain(part);
    expect(html).toMatch(/id="link"[^>]* value="http:\/\/127\.0\.0\.1[^"]+signature&#x3D;/);
    expect((await fetch(`${address}/page/data/2021-07/figures.json`)).status).toBe(200);
    expect((await fetch(`${address}/page/pdf/2021-07/en`)).status).toBe(404);
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
    if (answer) expect(answer.status).toBe(413);
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
    expect(await exchange(address, `GET http://localhost/health HTTP/1.1\r\nhost: x\r\n${close}`)).toContain(' 200 OK');
    expect(await exchange(address, `GET /health HTTP/1.1\r\nhost: x\r\nexpect: tea\r\n${close}`)).toContain(' 200 OK');
  });

  it('says nothing on the terminal of clients that go away in the middle of a body', async () => {
    const { address, livePreview } = await serve();
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write('POST /briefings HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
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
    ['an address that is none', 'GET //[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 404],
  ])('answers %s with a problem', async (_, request, status) => {
    const { address } = await serve();
    const text = await exchange(address, request);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json');
    const id = /^x-request-id: (.+)$/m.exec(head)?.[1];
    expect(body).toContain(`"instance":"urn:gomel-briefing:request:${id}"`);
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });
});

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
