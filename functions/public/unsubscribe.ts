import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { hasUnsubscribed, unsubscribe } from '../mail/index.ts';
import type { Services } from '../services/index.ts';
import type { Share, ShareWording } from '../shares/index.ts';
import { sendPage } from './answers.ts';
import { unsubscribePage } from './pages.ts';

/** A share in a mail, and the reader who got it. */
export type MailedShare = Share & { readonly reader: string };

/** Whether a share is in a mail, so that its reader can end the subscription with it. */
export function isMailed(share: Share | null): share is MailedShare {
  return share !== null && share.reader !== null;
}

/**
 * The end of a subscription by RFC 8058: a POST with `List-Unsubscribe=One-Click`, which a mail program sends, and the
 * button of the page. Anything else shows the page and changes nothing, so that a mail scanner that opens every link ends
 * no subscription. It works as long as the share is known, also when the share has ended.
 */
export async function endSubscription(
  event: APIGatewayProxyEventV2,
  share: MailedShare,
  { store: { objects }, now, logger }: Services,
  wording: ShareWording,
): Promise<APIGatewayProxyStructuredResultV2> {
  const asked = event.requestContext.http.method === 'POST' && isOneClick(event);
  if (asked) {
    await unsubscribe(share.reader, objects, now());
    logger.info('unsubscribed', { reader: share.reader });
  }
  const done = asked || (await hasUnsubscribed(share.reader, objects));
  return sendPage(200, unsubscribePage(share, done, wording));
}

/** Whether the body of a form, in either encoding that RFC 8058 names, has the field and nothing after its value. */
function isOneClick({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): boolean {
  const text = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString('utf8', 0, 4096);
  if (new URLSearchParams(text).get('List-Unsubscribe') === 'One-Click') return true;
  return /name="List-Unsubscribe"(?:\r\n[^\r\n]+)*\r\n\r\nOne-Click\r\n--/.test(text);
}
