import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { beforeRender, briefingKey, resolveEdition } from '../briefings/index.ts';
import type { Services } from '../services/index.ts';
import type { BriefingStore } from '../store/index.ts';
import { negotiate } from './negotiate.ts';
import type { OperationId } from './openapi/paths.ts';
import { listRequestOf } from './operations.ts';
import { type ApiRequest, expiry, readCreateRequest, readLanguage, readLinkQuery, readListQuery } from './requests.ts';
import { routeOf } from './route.ts';

/** Begins what an operation will need, with the data that were current at the last request. */
type BeginOperation = (request: ApiRequest, ahead: BriefingStore, known: Services | null) => void;

const begins: Readonly<Partial<Record<OperationId, BeginOperation>>> = {
  createBriefing: ({ body }, ahead, known) => {
    const { edition, language, rendition, expiresIn } = readCreateRequest(body);
    ahead.objects.prepareLinks(expiresIn);
    if (known === null) return;
    const key = briefingKey(resolveEdition(edition, known.dataset, known.now()), language, rendition, known);
    begun(ahead.head(key, beforeRender));
  },
  getBriefing: ({ path, query, headers }, ahead, known) => {
    const language = readLanguage(path.language);
    const accepted = negotiate(headers.accept);
    const { wanted, expiresIn } = readLinkQuery(query, accepted);
    const [rendition] = wanted;
    const isAnswered = accepted === 'html' && rendition.format === 'html';
    if (!isAnswered) ahead.objects.prepareLinks(expiresIn);
    if (known === null) return;
    const key = briefingKey(resolveEdition(path.edition ?? '', known.dataset, known.now()), language, rendition, known);
    begun(ahead.head(key));
    if (isAnswered) begun(ahead.read(key));
  },
  listBriefings: ({ query }, ahead) => {
    ahead.objects.prepareLinks(expiry.default);
    begun(ahead.list(listRequestOf(readListQuery(query))));
  },
};

/** Leaves an outcome to the request, which is told also when it failed. */
function begun(outcome: Promise<unknown>): void {
  outcome.catch(() => {});
}

/**
 * Begins the calls to the store that a request will need, while it is not yet known which data are current. If others are
 * by then, the request asks for another briefing, because the digest of its data is in its key. A wrong request begins
 * nothing: the answer will say what is wrong.
 */
export function beginRequest(event: APIGatewayProxyEventV2, ahead: BriefingStore, known: Services | null): void {
  try {
    const route = routeOf(event);
    if (route.operationId !== null) begins[route.operationId]?.(route.request, ahead, known);
  } catch {
    // The request itself comes upon the same and answers it.
  }
}
