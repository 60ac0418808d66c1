import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link of the folder store permits: one path, until an instant, under one file name. */
export interface Permission {
  readonly path: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly fileName: string;
}

/** The query of a signed link. */
export function signPath(secret: Uint8Array, permission: Permission): string {
  const { expires, fileName } = permission;
  return new URLSearchParams({
    expires: String(expires),
    name: fileName,
    signature: signatureOf(secret, permission),
  }).toString();
}

/** Checks a link: gives its permission, or the reason why it is refused. */
export function verifyLink(
  secret: Uint8Array,
  path: string,
  query: URLSearchParams,
  now: Date,
): Permission | 'expired' | 'forged' {
  const permission = { path, expires: Number(query.get('expires')), fileName: query.get('name') ?? '' };
  const given = Buffer.from(query.get('signature') ?? '', 'utf8');
  const expected = Buffer.from(signatureOf(secret, permission), 'utf8');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
  return permission.expires * 1000 <= now.getTime() ? 'expired' : permission;
}

function signatureOf(secret: Uint8Array, { path, expires, fileName }: Permission): string {
  return createHmac('sha256', secret).update(`${path}\n${expires}\n${fileName}`).digest('hex');
}
