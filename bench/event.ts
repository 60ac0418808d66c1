import type { Edition, Language } from '../functions/dataset/index.ts';
import type { Rendition } from '../functions/store/index.ts';

/** The parts of an API Gateway event (payload format 2.0) that a handler reads. */
export interface ApiEvent {
  readonly version: '2.0';
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: { readonly method: string; readonly path: string };
  };
}

/** A request to make a briefing, in a form and a format if they are chosen. */
export function makeEvent(edition: Edition, language: Language, chosen: Partial<Rendition> = {}): ApiEvent {
  const { form, format } = chosen;
  return eventOf('POST', '/briefings', JSON.stringify({ edition, language, form, format }));
}

/** A request for a link to a stored briefing. */
export function linkEvent(edition: Edition, language: Language): ApiEvent {
  return eventOf('GET', `/briefings/${edition}/${language}`);
}

/** A request for a page, of the API or of a share. */
export function pageEvent(path: string): ApiEvent {
  return { ...eventOf('GET', path), headers: { accept: 'text/html' } };
}

/** A request for the list of briefings. */
export const listEvent: ApiEvent = eventOf('GET', '/briefings');

/** A request for the versions of code and data. */
export const healthEvent: ApiEvent = eventOf('GET', '/health');

function eventOf(method: string, path: string, body = ''): ApiEvent {
  return {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    body,
    isBase64Encoded: false,
    requestContext: { requestId: 'bench', http: { method, path } },
  };
}
