import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SignedLink, StoredBriefing } from '../store/index.ts';

/**
 * A briefing as the API tells of it, with a link to its file; `stale` when the current data and renderer would make
 * another one.
 */
export function briefingBody(
  { key, title, created, pages, bytes, sha256, data }: StoredBriefing,
  link: SignedLink,
  stale: boolean,
) {
  return {
    edition: key.edition,
    language: key.language,
    title,
    url: link.url,
    expiresAt: link.expiresAt.toISOString(),
    created: created.toISOString(),
    pages,
    bytes,
    sha256,
    stale,
    data,
  };
}

/** The name under which the file of a briefing is saved. */
export function fileNameOf({ key: { edition, language } }: StoredBriefing): string {
  return `gomel-russia-briefing-${edition}-${language}.pdf`;
}

/** An answer in JSON. */
export function json(
  statusCode: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}
