import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { briefingKey, renderBriefing, resolveEdition } from '../briefings/index.ts';
import { byCode, type Edition, type Language, lastDay } from '../dataset/index.ts';
import type { Services } from '../services/index.ts';
import type { StoredBriefing } from '../store/index.ts';
import { negotiate } from './negotiate.ts';
import { openApiDocument } from './openapi/document.ts';
import { Problem } from './problem.ts';
import {
  type ApiRequest,
  cursorOf,
  expiry,
  readCreateRequest,
  readLanguage,
  readLinkQuery,
  readListQuery,
} from './requests.ts';
import { briefingBody, fileNameOf, json } from './responses.ts';

type Result = Promise<APIGatewayProxyStructuredResultV2>;

/** `POST /briefings`: 201 when the briefing was made, 200 when it was there. */
export async function createBriefing({ body }: ApiRequest, services: Services): Result {
  const { edition: name, language, expiresIn } = readCreateRequest(body);
  const edition = resolveEdition(name, services.dataset, services.now());
  const { briefing, made } = await renderBriefing(edition, language, services);
  const link = await linkTo(briefing, expiresIn, services);
  const headers = { location: `/briefings/${edition}/${language}` };
  return json(made ? 201 : 200, briefingBody(briefing, link), headers);
}

/** `GET /briefings/{edition}/{language}`: a fresh link; readers of pages and files are sent on to it with 303. */
export async function getBriefing({ path, query, headers }: ApiRequest, services: Services): Result {
  const language = readLanguage(path.language);
  const expiresIn = readLinkQuery(query);
  const edition = resolveEdition(path.edition ?? '', services.dataset, services.now());
  const key = briefingKey(edition, language, services);
  const briefing = (await services.store.head(key)) ?? (await newestOf(edition, language, services));
  if (!briefing) {
    const detail = `The edition ${edition} has not been made in ${language}; make it with POST /briefings {"edition":"${edition}","language":"${language}"}.`;
    throw new Problem('briefing-not-found', detail);
  }
  const link = await linkTo(briefing, expiresIn, services);
  const vary = { vary: 'accept' };
  if (negotiate(headers.accept) !== 'application/json') {
    return { statusCode: 303, headers: { location: link.url, 'cache-control': 'no-store', ...vary } };
  }
  return json(200, briefingBody(briefing, link), vary);
}

/** A briefing made from older data or with an older renderer serves until the new one is made. */
async function newestOf(edition: Edition, language: Language, { store }: Services) {
  const { briefings } = await store.list({ edition, language, limit: 100 });
  return briefings.toSorted((a, b) => b.created.getTime() - a.created.getTime())[0] ?? null;
}

/** `GET /briefings`: a page of the briefings that were made, the newest edition first. */
export async function listBriefings({ query }: ApiRequest, services: Services): Result {
  const { edition, language, limit, after } = readListQuery(query);
  const page = await services.store.list({
    limit,
    ...(edition ? { edition } : {}),
    ...(language ? { language } : {}),
    ...(after ? { after } : {}),
  });
  const briefings = await Promise.all(
    page.briefings.map(async (briefing) => briefingBody(briefing, await linkTo(briefing, expiry.default, services))),
  );
  return json(200, { briefings, next: page.next === null ? null : cursorOf(page.next) });
}

/** `GET /health`: the versions of code and data. */
export async function getHealth(_: ApiRequest, { version, rendererVersion, dataset, now }: Services): Result {
  const published = dataset.observations.map(({ source }) => source.published);
  const [newest] = published.toSorted((a, b) => byCode(lastDay(b), lastDay(a)));
  const data = { version: dataset.version, newestPublished: newest ?? null };
  return json(200, { status: 'ok', version, press: rendererVersion.slice(0, 16), data, time: now().toISOString() });
}

/** `GET /openapi.json`: what the API takes and answers, as an OpenAPI document. */
export async function getOpenApi(_: ApiRequest, { version }: Services): Result {
  return json(200, openApiDocument(version));
}

function linkTo(briefing: StoredBriefing, expiresInSeconds: number, { store }: Services) {
  return store.link(briefing.key, { expiresInSeconds, fileName: fileNameOf(briefing) });
}
