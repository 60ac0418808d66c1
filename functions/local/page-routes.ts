import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem, shorten } from '../api/index.ts';
import { zip } from '../archive/index.ts';
import {
  briefingKey,
  EditionError,
  editionOf,
  editionsOf,
  renderBriefing,
  resolveEdition,
  webPageHeaders,
} from '../briefings/index.ts';
import { type Edition, type Language, languages } from '../dataset/index.ts';
import { figuresOf } from '../renderer/index.ts';
import { fileNameOf, fullPdf, mediaTypes, type Rendition, renditions } from '../store/index.ts';
import { factsOf } from './edition-facts.ts';
import { authorityOf } from './events.ts';
import type { LivePreview, OpenEdition } from './live-preview.ts';
import { type Answer, json, sendAnswer } from './page-answer.ts';
import { pageFile } from './page-files.ts';
import { type Choice, writePage } from './page-html.ts';
import { preferredLanguage } from './preferred-language.ts';
import { readBody } from './read-body.ts';

/** How many pages can be open at a time: each is told of every step, and each edition is printed at every save. */
const maximumStreams = 32;

/** Answers a request for the page, its files or its data. Throws a {@link Problem} for an unknown address. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  livePreview: LivePreview,
): Promise<void> {
  if (request.method === 'POST') return makeFromForm(request, response, livePreview);
  if (path === '/page/events') {
    return sendEvents(response, livePreview, query.has('edition') ? chosen(query, request, livePreview) : null);
  }
  sendAnswer(response, await answer(path, query, request, livePreview));
}

async function answer(
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  livePreview: LivePreview,
): Promise<Answer> {
  const { dataset, now } = livePreview.current();
  if (path === '/') {
    const choice = chosen(query, request, livePreview);
    const months = Math.min(600, Math.max(12, Number(query.get('months')) || 12));
    const body = await writePage(choice, authorityOf(request) ?? '', months, livePreview);
    return { type: 'text/html; charset=utf-8', body, status: choice.missing === null ? 200 : 404 };
  }
  if (path === '/page/editions.json') {
    const editions = editionsOf(dataset, now()).toReversed();
    return json({ current: editions[0], editions, ...livePreview.history() });
  }
  if (path === '/page/edition.json') {
    return json(factsOf(dataset, named(query.get('edition') ?? 'latest', livePreview), now()));
  }
  const [, edition, name] = /^\/page\/data\/([^/]+)\/(figures\.json|data\.zip)$/.exec(path) ?? [];
  if (edition && name) return dataFile(named(edition, livePreview), name, livePreview);
  const [, printed, code, form] = /^\/page\/file\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const language = languages.find((known) => known === code);
  const rendition = renditions.find((known) => formName(known) === form);
  if (printed && language && rendition) {
    return briefingFile(named(printed, livePreview), language, rendition, livePreview);
  }
  const file = await pageFile(path, livePreview.catalogue());
  if (!file) throw new Problem('not-found', `There is no ${shorten(path)} here.`);
  return { type: file.type, body: file.bytes };
}

/**
 * The edition and language of an address. Where it names no existing edition, it is the current one; where it
 * names no language, the one that the browser prefers.
 */
function chosen(query: URLSearchParams, request: IncomingMessage, livePreview: LivePreview): Choice {
  const language =
    languages.find((known) => known === query.get('language')) ?? preferredLanguage(request.headers['accept-language']);
  const asked = query.get('edition') || 'latest';
  const { dataset, now } = livePreview.current();
  try {
    return { edition: resolveEdition(asked, dataset, now()), language, missing: null };
  } catch (error) {
    if (!(error instanceof EditionError)) throw error;
    return { edition: resolveEdition('latest', dataset, now()), language, missing: shorten(asked) };
  }
}

function named(edition: string, livePreview: LivePreview): Edition {
  const { dataset, now } = livePreview.current();
  return resolveEdition(edition, dataset, now());
}

/** The data of an edition as its briefings carry them: the figures, or the Data Package in one file. */
function dataFile(edition: Edition, name: string, livePreview: LivePreview): Answer {
  const data = editionOf(livePreview.current().dataset, edition);
  const figures = name === 'figures.json';
  const saveAs = figures ? `gomel-russia-figures-${edition}.json` : `gomel-russia-data-${edition}.zip`;
  return {
    type: figures ? 'application/json' : 'application/zip',
    body: figures ? figuresOf(data) : zip(data.files),
    headers: { 'content-disposition': `attachment; filename="${saveAs}"` },
  };
}

/** The name of a rendition in the addresses of the page. */
function formName({ form, format }: Rendition): string {
  return `${form}.${format}`;
}

/**
 * A file of a briefing as it is now, wherever it is kept: the page may ask no other address. Where the briefing was
 * made, its other forms are made when they are looked at.
 */
async function briefingFile(
  edition: Edition,
  language: Language,
  rendition: Rendition,
  livePreview: LivePreview,
): Promise<Answer> {
  const services = livePreview.current();
  const isMade = (await services.store.head(briefingKey(edition, language, fullPdf, services))) !== null;
  if (!isMade) throw new Problem('briefing-not-found', `${edition} has not been made in ${language}.`);
  const { briefing } = await renderBriefing(edition, language, rendition, services);
  const body = await services.store.read(briefing.key);
  if (!body) throw new Problem('briefing-not-found', `${edition} is no longer there in ${language}.`);
  const disposition = `filename="${fileNameOf(briefing.key)}"`;
  return {
    type: mediaTypes[rendition.format],
    body,
    headers:
      rendition.format === 'html'
        ? webPageHeaders
        : {
            'content-disposition':
              rendition.format === 'xlsx' ? `attachment; ${disposition}` : `inline; ${disposition}`,
          },
  };
}

/** Makes the briefing that a form asks for, and redirects to the page: for browsers without JavaScript. */
async function makeFromForm(
  request: IncomingMessage,
  response: ServerResponse,
  livePreview: LivePreview,
): Promise<void> {
  const form = new URLSearchParams(new TextDecoder().decode(await readBody(request)));
  const { edition, language, missing } = chosen(form, request, livePreview);
  if (missing === null) await renderBriefing(edition, language, fullPdf, livePreview.current());
  const shown = new URLSearchParams({ edition: missing ?? edition, language });
  response.writeHead(303, { location: `/?${shown}` });
  response.end();
}

/** Tells a page of every saved file and every step of a print for as long as it is open (server-sent events). */
function sendEvents(response: ServerResponse, livePreview: LivePreview, open: OpenEdition | null): void {
  if (livePreview.listening() >= maximumStreams) {
    throw new Problem('too-many-streams', `${maximumStreams} pages are open already; close one and load this anew.`);
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  response.write('retry: 2000\n\n');
  const end = livePreview.listen(
    (name, data) => response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    open,
  );
  response.on('close', end);
}
