import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Services } from '../services/index.ts';
import { type Share, Shares, type ShareWording, stateOf } from '../shares/index.ts';
import { StoreUnavailableError } from '../store/index.ts';
import { sendPage, sendText } from './answers.ts';
import { closedPage, noticePage } from './pages.ts';
import { resources } from './resources.ts';
import { acceptOf, addressOf } from './share-address.ts';
import { endSubscription, isMailed } from './unsubscribe.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** An answer, and the share that it is about. */
interface Answered {
  readonly share: Share | null;
  readonly result: Result;
}

/** What every answer has: no copy is kept, no other site learns the address, and no search engine lists it. */
const always = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
} as const;

/** The methods that are answered. Others change nothing, except the POST that ends the subscription of a mail. */
const methods: readonly string[] = ['GET', 'HEAD'];

/**
 * Answers a request for a share: its page, a file, its feed or its calendar, or the end of a subscription. Nothing of the path is logged, because the
 * path holds the token; the id of the share is, with which nobody can open it.
 */
export async function handlePublic(
  event: APIGatewayProxyEventV2,
  services: Services,
  wording: ShareWording,
): Promise<Result> {
  const { requestId, http } = event.requestContext;
  const begun = services.now();
  const { token, name, goesOn } = addressOf(event);
  const resource = goesOn ? undefined : resources.get(name);
  const { share, result } = await answer().catch((error: unknown) => failed(error, null));
  services.logger.info('shared page', {
    requestId,
    method: http.method,
    share: share?.id ?? null,
    resource: resource || name === 'unsubscribe' ? name || 'page' : null,
    status: result.statusCode,
    milliseconds: services.now().getTime() - begun.getTime(),
  });
  return {
    ...result,
    headers: { ...result.headers, ...always, 'x-request-id': requestId },
    ...(http.method === 'HEAD' ? { body: '' } : {}),
  };

  async function answer(): Promise<Answered> {
    // Before anything else, so that an answer to an unknown token takes the same time whatever the token looks like.
    const share = await new Shares(services.store.objects).find(token);
    const isLast = !goesOn && name === 'unsubscribe' && [...methods, 'POST'].includes(http.method);
    if (isLast && isMailed(share)) return settled(share, endSubscription(event, share, services, wording));
    if (!methods.includes(http.method)) return { share, result: notAllowed() };
    if (share === null) return { share, result: sendPage(404, noticePage('none', null, wording)) };
    if (stateOf(share, services.now()) !== 'open') return { share, result: sendPage(410, closedPage(share, wording)) };
    if (!resource) return { share, result: sendPage(404, noticePage('none', share, wording)) };
    const query = { share, path: `/s/${token}`, accept: acceptOf(event), requestId, services, wording };
    return settled(share, resource(query));
  }

  /** An answer about a share; when it cannot be given, one that says so in the language of the share. */
  function settled(share: Share, result: Promise<Result>): Promise<Answered> {
    return result.then(
      (result) => ({ share, result }),
      (error: unknown) => failed(error, share),
    );
  }

  function failed(error: unknown, share: Share | null): Answered {
    services.logger.error('shared page failed', { requestId, error });
    const page = sendPage(error instanceof StoreUnavailableError ? 503 : 500, noticePage('failed', share, wording));
    return { share, result: { ...page, headers: { ...page.headers, 'retry-after': '5' } } };
  }
}

function notAllowed(): Result {
  const allow = methods.join(', ');
  const { headers, ...rest } = sendText('text/plain; charset=utf-8', `Allowed here: ${allow}.\n`);
  return { ...rest, statusCode: 405, headers: { ...headers, allow } };
}
