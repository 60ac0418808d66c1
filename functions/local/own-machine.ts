import type { IncomingMessage } from 'node:http';
import { Problem, shorten } from '../api/index.ts';
import { authorityOf } from './events.ts';

/**
 * Refuses requests that do not come from this machine under one of its own names. A page of another site could
 * otherwise read everything through a name that it points here (DNS rebinding), or have a browser send what it likes:
 * we may be signing with the credentials of whoever runs us. Throws a {@link Problem}.
 */
export function refuseOthers(request: IncomingMessage): void {
  const authority = authorityOf(request);
  // HTTP/1.0 has requests without a host; no browser sends them.
  if (authority === undefined) return;
  const port = request.socket.localPort ?? 0;
  const own = ['localhost', '127.0.0.1', '[::1]'].map((name) => (port === 80 ? name : `${name}:${port}`));
  if (!own.includes(authority.toLowerCase())) {
    const detail = `${JSON.stringify(shorten(authority))} is not this server; call it ${own.join(', ')}.`;
    throw new Problem('wrong-host', detail);
  }
  if (!changesNothing(request) && isForeign(request, authority)) {
    throw new Problem('foreign-origin', 'A page of another site sent this request; only our own page may.');
  }
}

/** Another site can send such requests but not read the answers; a stream, however, would hold a connection. */
function changesNothing({ method = '', url = '' }: IncomingMessage): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method) && !url.includes('/page/events');
}

function isForeign({ headers }: IncomingMessage, authority: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  // A form of our own page has the origin `null`, for the page sends no referrer; then `Sec-Fetch-Site` decides.
  const isUnnamed = origin === undefined || (origin === 'null' && site === 'same-origin');
  if (!isUnnamed && origin.toLowerCase() !== `http://${authority.toLowerCase()}`) return true;
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
