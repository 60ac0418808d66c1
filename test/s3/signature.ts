import { createHash, createHmac } from 'node:crypto';

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  /** The path as it was sent, percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A key that may sign: its secret, with token and expiry if it belongs to a session. */
export interface Key {
  readonly secret: string;
  readonly token?: string;
  readonly expires?: Date;
}

/** The most that the clocks of client and S3 may differ, in milliseconds. */
const skewMilliseconds = 15 * 60_000;

/**
 * Finds the key that signed a request by AWS Signature Version 4, in its header or its query. If the signature is not
 * valid, gives the error code of AWS.
 */
export function verify(request: Received, keys: ReadonlyMap<string, Key>, now: Date): Key | string {
  const signed = request.query.has('X-Amz-Signature') ? inAddress(request) : inHeader(request);
  if (!signed) return 'AccessDenied';
  const { accessKey = '', scope, date, signedHeaders, signature, payload, lifetime, token } = signed;
  const key = keys.get(accessKey);
  if (!key) return 'InvalidAccessKeyId';
  if (key.token !== token) return 'InvalidToken';
  if (key.expires && key.expires <= now) return 'ExpiredToken';
  const age = now.getTime() - instantOf(date).getTime();
  if (lifetime === null && Math.abs(age) > skewMilliseconds) return 'RequestTimeTooSkewed';
  if (lifetime !== null && (age < -skewMilliseconds || age >= lifetime * 1000)) return 'AccessDenied';
  if (lifetime === null && payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(request.body)) {
    return 'XAmzContentSHA256Mismatch';
  }
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    payload,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical)].join('\n');
  const signing = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${key.secret}`);
  return hmac(signing, text).toString('hex') === signature ? key : 'SignatureDoesNotMatch';
}

function inHeader({ headers, body }: Received) {
  const { authorization = '' } = headers;
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(authorization);
  if (!match) return null;
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  const [accessKey, ...scope] = credential.split('/');
  return {
    accessKey,
    scope,
    date: headers['x-amz-date'] ?? '',
    signedHeaders: signedHeaders.split(';'),
    signature,
    payload: headers['x-amz-content-sha256'] ?? sha256(body),
    lifetime: null,
    token: headers['x-amz-security-token'],
  };
}

function inAddress({ query }: Received) {
  const [accessKey, ...scope] = (query.get('X-Amz-Credential') ?? '').split('/');
  return {
    accessKey,
    scope,
    date: query.get('X-Amz-Date') ?? '',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    payload: 'UNSIGNED-PAYLOAD',
    lifetime: Number(query.get('X-Amz-Expires')),
    token: query.get('X-Amz-Security-Token') ?? undefined,
  };
}

function canonicalQuery(query: URLSearchParams): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
}

/** Parses a date such as `20261123T120000Z`. */
function instantOf(date: string): Date {
  return new Date(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
