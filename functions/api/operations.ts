import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Edition, type Language, lastDay } from '../dataset/index.ts';
import { briefingKey, produceBriefing, resolveEdition } from '../press/index.ts';
import type { StoredBriefing } from '../store/index.ts';
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
import type { Services } from './services.ts';

type Result = Promise<APIGatewayProxyStructuredResultV2>;

/** `POST /briefings`: 201 when the briefing was made, 200 when it was there. */
export async function createBriefing({ body }: ApiRequest, services: Services): Result {
  const { edition: name, language, expiresIn } = readCreateRequest(body);
  const edition = resolveEdition(name, services.dataset, services.now());
  const { briefing, made } = await produceBriefing(edition, language, services);
  const link = await linkTo(briefing, expiresIn, services);
  const headers = { location: `/briefings/${edition}/${language}` };
  return json(made ? 201 : 200, briefingBody(briefing, link), headers);
}

/** `GET /briefings/{edition}/{language}`: a fresh link; readers of pages and files are sent on to it with 303. */
export async function getBriefing({ params, query, headers }: ApiRequest, services: Services): Result {
  const [name = '', languageName = ''] = params;
  const language = readLanguage(languageName);
  const expiresIn = readLinkQuery(query);
  const edition = resolveEdition(name, services.dataset, services.now());
  const key = briefingKey(edition, language, services);
  const briefing = (await services.store.head(key)) ?? (await newestOf(edition, language, services));
  if (!briefing) {
    const detail = `The edition ${edition} has not been made in ${language}; make it with POST /briefings {"edition":"${edition}","language":"${language}"}.`;
    throw new Problem('briefing-not-found', detail);
  }
  const link = await linkTo(briefing, expiresIn, services);
  const vary = { vary: 'accept' };
  if (wantsFile(headers.accept))
    return { statusCode: 303, headers: { location: link.url, 'cache-control': 'no-store', ...vary } };
  return json(200, briefingBody(briefing, link), vary);
}

/** A briefing made from older data or with an older press serves until the new one is made. */
async function newestOf(edition: Edition, language: Language, { store }: Services) {
  const { briefings } = await store.list({ edition, language, limit: 100 });
  return briefings.toSorted((a, b) => b.created.getTime() - a.created.getTime())[0] ?? null;
}

/** True when the first of the types that a client accepts is a page or a PDF rather than JSON. */
function wantsFile(accept = ''): boolean {
  const [first] = accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ type }) =>
      ['application/pdf', 'text/html', 'application/json', 'application/problem+json'].includes(type),
    )
    .toSorted((a, b) => b.quality - a.quality);
  return first?.type === 'application/pdf' || first?.type === 'text/html';
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
    page.briefings.map(async (briefing) => briefingBody(briefing, await linkTo(briefing, expiry.usual, services))),
  );
  return json(200, { briefings, next: page.next === null ? null : cursorOf(page.next) });
}

/** `GET /health`: the versions of code and data. */
export async function getHealth(_: ApiRequest, { version, pressDigest, dataset, now }: Services): Result {
  const published = dataset.observations.map(({ source }) => source.published);
  const [newest] = published.toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)));
  const data = { version: dataset.version, newestPublished: newest ?? null };
  return json(200, { status: 'ok', version, press: pressDigest.slice(0, 16), data, time: now().toISOString() });
}

function linkTo(briefing: StoredBriefing, expiresInSeconds: number, { store }: Services) {
  return store.link(briefing.key, { expiresInSeconds, fileName: fileNameOf(briefing) });
}
