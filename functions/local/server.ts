import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { handleRequest, Problem } from '../api/index.ts';
import { readShareWording } from '../assets/index.ts';
import { EditionError } from '../briefings/index.ts';
import { handlePublic } from '../public/index.ts';
import { BriefingStore, contentDisposition, FolderObjects, keyOf, mediaTypes } from '../store/index.ts';
import { isDeskPost, sendDesk } from './desk-routes.ts';
import type { EditorsDesk } from './editors-desk.ts';
import { authorityOf, targetOf, toEvent } from './events.ts';
import type { LivePreview } from './live-preview.ts';
import { refuseOthers } from './own-machine.ts';
import { sendPage } from './page-routes.ts';
import { readBody, saysTooLarge, tooLarge } from './read-body.ts';
import { readMethods, readOnly, refuseTunnel, refuseUnread, sendProblem } from './refuse.ts';

/**
 * How long a request may take to arrive, and how often that is checked. On this machine it takes no time,
 * but a print may block the process for a second or two. In milliseconds.
 */
const timeouts = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 } as const;

/**
 * A server that answers like the deployed API and its public pages, which are worded in a brand, serves the links of a
 * folder, and has a page to look at, on which editors publish data from their desk.
 */
export function localServer(livePreview: LivePreview, brand: string, desk: EditorsDesk): Server {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    respond(request, response, requestId, { livePreview, brand, desk }).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return; // the client went away and hears no answer
      if (error instanceof Problem) return sendProblem(response, error, requestId);
      if (error instanceof EditionError) {
        return sendProblem(response, new Problem('edition-not-found', error.message), requestId);
      }
      livePreview.current().logger.error('request failed', { error });
      if (response.headersSent) response.destroy();
      else sendProblem(response, new Problem('internal-error', 'See the terminal.'), requestId);
    });
  };
  // By default Node refuses a request without a host, or with an unknown `Expect`, and gives no reason.
  return createServer({ requireHostHeader: false, ...timeouts }, answer)
    .on('checkExpectation', answer)
    .on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      if (!saysTooLarge(request)) response.writeContinue();
      answer(request, response);
    })
    .on('connect', refuseTunnel)
    .on('clientError', refuseUnread);
}

interface Parts {
  readonly livePreview: LivePreview;
  readonly brand: string;
  readonly desk: EditorsDesk;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  { livePreview, brand, desk }: Parts,
): Promise<void> {
  const { method, headers, httpVersion } = request;
  if (headers.host === undefined && httpVersion === '1.1') {
    throw new Problem('malformed-request', 'The request names no host, as HTTP/1.1 has it.');
  }
  refuseOthers(request);
  if (saysTooLarge(request)) throw tooLarge(request);
  const shareAddress = `http://${authorityOf(request) ?? 'localhost'}`;
  const services = { ...livePreview.current(), shareAddress };
  const [pathname = '/', ...query] = targetOf(request).split('?');
  const ofPage = pathname === '/' || pathname.startsWith('/page/');
  const { objects } = services.store;
  const ofFile = pathname.startsWith('/files/briefings/') && objects instanceof FolderObjects ? objects : null;
  const isPost = method === 'POST' && (pathname === '/page/make' || isDeskPost(pathname));
  if ((ofPage && !isPost) || ofFile) {
    if (method === 'OPTIONS') return void response.writeHead(204, { allow: readMethods }).end();
    if (method !== 'GET' && method !== 'HEAD') throw readOnly(method);
  }
  const searchParams = new URLSearchParams(query.join('?'));
  if (pathname.startsWith('/page/desk/')) {
    return sendDesk(request, response, pathname, searchParams, livePreview, desk);
  }
  if (ofPage) return sendPage(request, response, pathname, searchParams, livePreview);
  if (ofFile) {
    return sendFile(pathname.slice('/files/'.length), searchParams, response, ofFile);
  }
  const event = toEvent(request, await readBody(request), requestId);
  const result = pathname.startsWith('/s/')
    ? await handlePublic(event, services, readShareWording(brand))
    : await handleRequest(event, services);
  response.writeHead(result.statusCode ?? 200, result.headers as Record<string, string>);
  response.end(result.body ?? '');
}

async function sendFile(
  path: string,
  query: URLSearchParams,
  response: ServerResponse,
  folder: FolderObjects,
): Promise<void> {
  const permission = await folder.verify(path, query);
  if (permission === 'forged')
    throw new Problem('link-refused', 'The signature of this link is not ours; ask for the briefing again.');
  if (permission === 'expired')
    throw new Problem('link-refused', 'This link has expired; ask for the briefing again to get a new one.');
  const key = keyOf(path);
  const bytes = key && (await new BriefingStore(folder).read(key));
  if (!key || !bytes) throw new Problem('not-found', 'The file is no longer there; ask for the briefing again.');
  response.writeHead(200, {
    'content-type': mediaTypes[key.rendition.format],
    'content-length': bytes.length,
    'content-disposition': contentDisposition(permission.fileName),
    'cache-control': 'private, no-store',
  });
  response.end(bytes);
}
