import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SignedLink, StoredBriefing } from '../store/index.ts';

/**
 * The description of a briefing with a link to its file. `stale` means that the current data and renderer would give
 * another file.
 */
export function briefingBody(briefing: StoredBriefing, link: SignedLink, stale: boolean) {
  const { edition, language, form, format, title, ...facts } = factsBody(briefing);
  const { url, expiresAt } = link;
  return { edition, language, form, format, title, url, expiresAt: expiresAt.toISOString(), stale, ...facts };
}

/** What is known of a briefing, besides links to it. */
export function factsBody({ key, title, created, pages, bytes, sha256, data }: StoredBriefing) {
  return {
    edition: key.edition,
    language: key.language,
    form: key.rendition.form,
    format: key.rendition.format,
    title,
    created: created.toISOString(),
    pages,
    bytes,
    sha256,
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
