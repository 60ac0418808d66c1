import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refuseUnread } from '../../functions/local/refuse.ts';
import type { ListLog } from '../services.ts';
import { serve } from './serve.ts';

describe('the local server', () => {
  it('refuses a body of megabytes and lives on', async () => {
    const { address } = await serve();
    const answer = await fetch(`${address}/briefings`, { method: 'POST', body: 'x'.repeat(5_000_000) }).catch(
      () => null,
    );
    if (answer) expect(answer.status).toBe(413); // else the connection ended while we were still sending
    expect((await fetch(`${address}/health`)).status).toBe(200);
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
