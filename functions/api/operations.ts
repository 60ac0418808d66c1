import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { briefingKey, findBriefing, renderBriefing, resolveEdition, webPageHeaders } from '../briefings/index.ts';
import { byCode, languages, lastDay, parseEdition } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import { fileNameOf, fullPdf, type Rendition, type StoredBriefing, StoreUnavailableError } from '../store/index.ts';
import { negotiate } from './negotiate.ts';
import { openApiDocument } from './openapi/document.ts';
import { Problem } from './problem.ts';
import {
  type ApiRequest,
  cursorOf,
  expiry,
  type ListQuery,
  readCreateRequest,
  readLanguage,
  readLinkQuery,
  readListQuery,
} from './requests.ts';
import { briefingBody, json } from './responses.ts';

type Result = Promise<APIGatewayProxyStructuredResultV2>;

/** `POST /briefings`: 201 when the briefing was made, 200 when it already existed. */
export async function createBriefing({ id, body }: ApiRequest, services: Services): Result {
  const { edition: name, language, rendition, expiresIn } = readCreateRequest(body);
  const edition = resolveEdition(name, services.dataset, services.now());
  if (services.data.state === 'unavailable') {
    throw new StoreUnavailableError('the current data cannot be read, and a briefing is made of no others');
  }
  const { briefing, made } = await renderBriefing(edition, language, rendition, services);
  const link = await linkTo(briefing, expiresIn, id, services);
  const headers = { location: `/briefings/${edition}/${language}${queryOf(rendition)}` };
  return json(made ? 201 : 200, briefingBody(briefing, link, services.data.state !== 'current'), headers);
}

/**
 * `GET /briefings/{edition}/{language}`: a new link. Clients that accept a file rather than JSON are redirected to it
 * with 303; the web page is answered itself, because only so it has its headers.
 */
export async function getBriefing({ id, path, query, headers }: ApiRequest, services: Services): Result {
  const language = readLanguage(path.language);
  const accepted = negotiate(headers.accept);
  const { wanted, expiresIn } = readLinkQuery(query, accepted);
  const edition = resolveEdition(path.edition ?? '', services.dataset, services.now());
  const [rendition] = wanted;
  // Its page is read while it is looked up.
  const isPage = accepted === 'html' && rendition.format === 'html';
  const reading = isPage ? services.store.read(briefingKey(edition, language, rendition, services)) : null;
  reading?.catch(() => {}); // found to fail below, if it is needed
  const found = await findBriefing(edition, language, wanted, services);
  if (!found) {
    const detail = `The edition ${edition} has not been made in ${language}${inRendition(rendition)}; make it with POST /briefings ${JSON.stringify({ edition, language, ...chosenIn(rendition) })}.`;
    throw new Problem('briefing-not-found', detail);
  }
  const { briefing, isCurrent } = found;
  const vary = { vary: 'accept' };
  if (isPage && briefing.key.rendition === rendition) {
    const page = await (isCurrent ? reading : services.store.read(briefing.key));
    if (!page) throw new Problem('briefing-not-found', `The edition ${edition} is no longer there in ${language}.`);
    return { statusCode: 200, headers: { ...webPageHeaders, ...vary }, body: new TextDecoder().decode(page) };
  }
  const link = await linkTo(briefing, expiresIn, id, services);
  if (accepted !== null) {
    return { statusCode: 303, headers: { location: link.url, 'cache-control': 'no-store', ...vary } };
  }
  const isStale = !isCurrent || services.data.state !== 'current';
  return json(200, briefingBody(briefing, link, isStale), vary);
}

/** `GET /briefings`: a page of the existing briefings, newest edition first. */
export async function listBriefings({ id, query }: ApiRequest, services: Services): Result {
  const asked = readListQuery(query);
  const { rendition } = asked;
  const page = await services.store.list(listRequestOf(asked));
  const briefings = await Promise.all(
    page.briefings.map(async (briefing) => {
      const { edition: of, digest } = briefing.key;
      const named = parseEdition(of);
      const language = languages.find((known) => known === briefing.key.language);
      const key = named && language ? briefingKey(named, language, rendition, services) : null;
      const isStale = digest !== key?.digest || services.data.state !== 'current';
      return briefingBody(briefing, await linkTo(briefing, expiry.default, id, services), isStale);
    }),
  );
  return json(200, { briefings, next: page.next === null ? null : cursorOf(page.next, rendition) });
}

/** What the store is asked to list. */
export function listRequestOf({ edition, language, rendition, limit, after }: ListQuery) {
  return {
    rendition,
    limit,
    ...(edition ? { edition } : {}),
    ...(language ? { language } : {}),
    ...(after ? { after } : {}),
  };
}

/** `GET /health`: the versions of code and data. */
export async function getHealth(_: ApiRequest, services: Services): Result {
  const { version, rendererVersion, dataset, dataDigest, now } = services;
  const published = dataset.observations.map(({ source }) => source.published);
  const [newest] = published.toSorted((a, b) => byCode(lastDay(b), lastDay(a)));
  const data = {
    version: dataset.version,
    digest: dataDigest,
    state: services.data.state,
    newestPublished: newest ?? null,
  };
  return json(200, { status: 'ok', version, press: rendererVersion.slice(0, 16), data, time: now().toISOString() });
}

/** `GET /openapi.json`: the OpenAPI document of the API. */
export async function getOpenApi(_: ApiRequest, { version }: Services): Result {
  return json(200, openApiDocument(version));
}

/** What a request names of a rendition: nothing of the one that is given when nothing is chosen. */
function chosenIn({ form, format }: Rendition) {
  return {
    ...(form === fullPdf.form ? {} : { form }),
    ...(format === fullPdf.format ? {} : { format }),
  };
}

function queryOf(rendition: Rendition): string {
  const query = new URLSearchParams(chosenIn(rendition)).toString();
  return query && `?${query}`;
}

function inRendition(rendition: Rendition): string {
  const named = Object.entries(chosenIn(rendition)).map(([name, value]) => `${name} ${value}`);
  return named.length > 0 ? ` as ${named.join(', ')}` : '';
}

function linkTo(briefing: StoredBriefing, expiresInSeconds: number, requestId: string, { store }: Services) {
  return store.link(briefing.key, { expiresInSeconds, requestId, fileName: fileNameOf(briefing.key) });
}
