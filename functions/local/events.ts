import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The path and the query of a request, also of one in absolute form, as a proxy sends it. */
export function targetOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/^https?:\/\/[^/?]*/i, '') || '/';
}

/** The host and port that a request is for: those of its target in absolute form count more than its header `Host`. */
export function authorityOf({ url = '/', headers }: IncomingMessage): string | undefined {
  return /^https?:\/\/([^/?]*)/i.exec(url)?.[1] ?? headers.host;
}

/**
 * A request of the local server as API Gateway would pass it to the function (payload format 2.0), its body in base64
 * as for any body that may be binary.
 */
export function toEvent(request: IncomingMessage, body: Uint8Array, requestId: string): APIGatewayProxyEventV2 {
  const [rawPath = '/', ...query] = targetOf(request).split('?');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: query.join('?'),
    headers,
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
  };
}
