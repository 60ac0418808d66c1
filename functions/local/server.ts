import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  maxHeaderSize,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { handleRequest } from '../api/handle.ts';
import { Problem } from '../api/problem.ts';
import { editionsOf } from '../press/index.ts';
import { contentDisposition, FolderStore, keyOf, verifyLink } from '../store/index.ts';
import { toEvent } from './events.ts';
import { pageFile, pagePolicy } from './page-files.ts';
import type { Workshop } from './workshop.ts';

/** More of a body is not kept: the API refuses it by its length anyway. */
const maximumBody = 65_536;

/** A server that answers like the deployed API, serves the links of a folder store, and has a page to look at. */
export function localServer(workshop: Workshop): Server {
  const server = createServer((request, response) => {
    const requestId = randomUUID();
    respond(request, response, requestId, workshop).catch((error: unknown) => {
      workshop.current().logger.error('request failed', { error });
      if (!response.headersSent) sendProblem(response, new Problem('internal-error', 'See the terminal.'), requestId);
      else response.destroy();
    });
  });
  return server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseUnread(error, socket));
}

/** Answers what is not HTTP, or has more headers than are read (16 KB), and ends the connection. */
function refuseUnread({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const problem =
    code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('headers-too-large', `The headers have more than ${maxHeaderSize} bytes.`)
      : new Problem('malformed-request', 'The request is not HTTP.');
  const requestId = randomUUID();
  const body = JSON.stringify(problem.toJSON(requestId));
  const lines = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  workshop: Workshop,
): Promise<void> {
  const services = workshop.current();
  const [pathname = '/', ...query] = (request.url ?? '/').split('?');
  const searchParams = new URLSearchParams(query.join('?'));
  if (request.method === 'GET' && (pathname === '/' || pathname.startsWith('/page/'))) {
    await sendPage(pathname, response, requestId, workshop);
    return;
  }
  if (pathname.startsWith('/files/') && services.store instanceof FolderStore) {
    await sendFile(
      pathname.slice('/files/'.length),
      searchParams,
      request,
      response,
      requestId,
      services.store,
      services.now(),
    );
    return;
  }
  const result = await handleRequest(toEvent(request, await readBody(request), requestId), services);
  response.writeHead(result.statusCode ?? 200, result.headers as Record<string, string>);
  response.end(result.body ?? '');
}

/** Sends the page and what it asks for: its files, the editions that there are, and what becomes of saved files. */
async function sendPage(path: string, response: ServerResponse, requestId: string, workshop: Workshop): Promise<void> {
  const { dataset, now } = workshop.current();
  if (path === '/page/events') return sendEvents(response, workshop);
  if (path === '/page/editions.json') {
    const editions = editionsOf(dataset, now()).toReversed();
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ current: editions[0], editions, today: now().toISOString().slice(0, 10) }));
    return;
  }
  const file = await pageFile(path);
  if (!file) return sendProblem(response, new Problem('not-found', `There is no ${path} here.`), requestId);
  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(file.bytes);
}

/** Tells a page about every saved file for as long as it is open (server-sent events). */
function sendEvents(response: ServerResponse, workshop: Workshop): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 2000\n\n');
  const end = workshop.listen((saved) => response.write(`event: saved\ndata: ${JSON.stringify(saved)}\n\n`));
  response.on('close', end);
}

/** Reads a body to its end, so that the client hears the answer, but keeps no more than it may have. */
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (length <= maximumBody) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function sendFile(
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  store: FolderStore,
  now: Date,
): Promise<void> {
  const refuse = (kind: 'link-refused' | 'not-found', detail: string) =>
    sendProblem(response, new Problem(kind, detail), requestId);
  const permission = verifyLink(await store.secretOfFolder(), path, query, now);
  if (permission === 'forged')
    return refuse('link-refused', 'The signature of this link is not ours; ask for the briefing again.');
  if (permission === 'expired')
    return refuse('link-refused', 'This link has expired; ask for the briefing again to get a new one.');
  const key = keyOf(path);
  const bytes = key ? await store.read(key) : null;
  if (!bytes) return refuse('not-found', 'The file is no longer there; ask for the briefing again.');
  response.writeHead(200, {
    'content-type': 'application/pdf',
    'content-length': bytes.length,
    'content-disposition': contentDisposition(permission.fileName),
    'cache-control': 'private, no-store',
    'x-request-id': requestId,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function sendProblem(response: ServerResponse, problem: Problem, requestId: string): void {
  response.writeHead(problem.status, { 'content-type': 'application/problem+json', 'x-request-id': requestId });
  response.end(JSON.stringify(problem.toJSON(requestId)));
}
