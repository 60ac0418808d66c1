import type { ServerResponse } from 'node:http';
import { pagePolicy } from './page-files.ts';

/** The answer to a request to the page. */
export interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default 200 */
  readonly status?: number;
}

/** A value as JSON. */
export function json(value: unknown): Answer {
  return { type: 'application/json', body: JSON.stringify(value) };
}

/** Sends an answer under the policy of the page; no cache keeps it. */
export function sendAnswer(response: ServerResponse, { type, body, headers, status = 200 }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
}
