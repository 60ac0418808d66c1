import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SignedLink, StoredBriefing } from '../store/index.ts';

/**
 * The description of a briefing with a link to its file. `stale` means that the current data and renderer would give
 * another file.
 */
export function briefingBody(
  { key, title, created, pages, bytes, sha256, data }: StoredBriefing,
  link: SignedLink,
  stale: boolean,
) {
  return {
    edition: key.edition,
    language: key.language,
    form: key.rendition.form,
    format: key.rendition.format,
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

/** A JSON response. */
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
