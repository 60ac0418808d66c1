import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { type Key, type Received, verify } from './signature.ts';

/** An object of the bucket. */
export interface StoredObject {
  readonly body: Buffer;
  readonly metadata: Readonly<Record<string, string>>;
  readonly modified: Date;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Credentials that may do everything. */
export const rootKey = { accessKeyId: 'ROOT', secretAccessKey: 'root-secret' } as const;

/** Whose credentials these are. */
export const rootArn = 'arn:aws:iam::123456789012:user/anna';

/** The role whose sessions sign links. */
export const linkRole = 'arn:aws:iam::123456789012:role/links';

/** The environment of a process that uses the AWS at an address. */
export function awsAt(address: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: address,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: rootKey.accessKeyId,
    AWS_SECRET_ACCESS_KEY: rootKey.secretAccessKey,
    LINK_ROLE_ARN: linkRole,
  };
}

/** The most metadata that S3 accepts, in bytes. */
const maxMetadata = 2048;

const statuses: Readonly<Record<string, number>> = {
  NoSuchKey: 404,
  PreconditionFailed: 412,
  ConditionalRequestConflict: 409,
  BadDigest: 400,
  MetadataTooLarge: 400,
  NotImplemented: 501,
};

/**
 * The part of S3 and STS that the store uses, as AWS documents it. It checks signatures and their expiry. Writes are
 * conditional. Sessions expire and may only read `briefings/`. Incomplete uploads are not kept.
 */
export class BucketServer {
  readonly objects = new Map<string, StoredObject>();
  /** The answered calls, such as `PUT briefings/…`. */
  readonly calls: string[] = [];
  /** The same calls as they arrived. */
  readonly received: Received[] = [];
  /** The clock of AWS. */
  now: () => Date = () => new Date();
  /** How many of the next writes get a 409, as if another write were in progress. */
  conflicts = 0;
  /** The number of bytes after which a list response is cut off. */
  cutLists = Number.POSITIVE_INFINITY;
  /** Whether sessions are refused. */
  refuseSessions = false;
  /** The number of names on a page of a list: small, so that lists have several pages. */
  pageLength = 5;
  /** Whether an object that is not there is refused with 403, as S3 does to who may list only a part of the bucket. */
  hidesMissing = false;
  /** What a call waits for on its way, besides the answer. */
  way: (incoming: IncomingMessage, response: ServerResponse) => Promise<void> = async () => {};
  private readonly keys = new Map<string, Key>([[rootKey.accessKeyId, { secret: rootKey.secretAccessKey }]]);

  listen(): Server {
    return createServer((incoming, response) => {
      this.respond(incoming, response).catch(() => response.destroy()); // the client has closed
    });
  }

  private async respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const way = this.way(incoming, response);
    const request = await receive(incoming);
    await way;
    const { status, headers, body } = this.answer(request);
    const length = { 'content-length': body.length, date: this.now().toUTCString() };
    response.writeHead(status, { ...headers, ...length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  private answer(request: Received): Answer {
    const key = verify(request, this.keys, this.now());
    if (typeof key === 'string') return refusal(key);
    const path = decodeURIComponent(request.path.split('/').slice(2).join('/'));
    this.calls.push(`${request.method} ${path}`);
    this.received.push(request);
    if (request.method === 'POST') return this.answerSts(request);
    if (key.token && !(request.method === 'GET' && path.startsWith('briefings/'))) return refusal('AccessDenied');
    if (request.method === 'PUT') return this.put(request, path);
    if (request.method === 'GET' && request.query.has('list-type')) return this.list(request);
    if (request.method === 'GET' || request.method === 'HEAD') return this.get(request, path);
    return refusal('NotImplemented');
  }

  private put({ headers, body }: Received, path: string): Answer {
    const metadata = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-')));
    if (headers['x-amz-checksum-crc32'] !== checksumOf(body)) return refusal('BadDigest');
    if (JSON.stringify(metadata).length > maxMetadata) return refusal('MetadataTooLarge');
    if (this.conflicts > 0) {
      this.conflicts -= 1;
      return refusal('ConditionalRequestConflict');
    }
    const there = this.objects.get(path);
    if (headers['if-none-match'] === '*' && there) return refusal('PreconditionFailed');
    const wanted = headers['if-match'];
    if (wanted !== undefined && !there) return refusal('NoSuchKey');
    if (wanted !== undefined && there && wanted !== etagOf(there)) return refusal('PreconditionFailed');
    this.objects.set(path, { body, metadata, modified: this.now() });
    return { status: 200, headers: {}, body: Buffer.alloc(0) };
  }

  private get({ query, headers: sent }: Received, path: string): Answer {
    const found = this.objects.get(path);
    if (!found) return refusal(this.hidesMissing ? 'AccessDenied' : 'NoSuchKey');
    if (sent['if-none-match'] === etagOf(found)) return { status: 304, headers: {}, body: Buffer.alloc(0) };
    const asked = [...query].filter(([name]) => name.startsWith('response-'));
    const named = Object.fromEntries(asked.map(([name, value]) => [name.replace('response-', ''), value]));
    const headers = { ...found.metadata, etag: etagOf(found), ...named, 'last-modified': found.modified.toUTCString() };
    return { status: 200, headers, body: found.body };
  }

  private list({ query }: Received): Answer {
    const after = query.get('continuation-token') ?? '';
    const names = [...this.objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '')).toSorted();
    const left = names.filter((name) => name > after);
    const page = left.slice(0, this.pageLength);
    const contents = page.map((name) => contentsOf(name, this.objects.get(name))).join('');
    const more = left.length > page.length;
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const list = xml(200, `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents}${next}</ListBucketResult>`);
    return { ...list, body: list.body.subarray(0, this.cutLists) };
  }

  private answerSts({ body }: Received): Answer {
    const asked = new URLSearchParams(body.toString());
    if (asked.get('Action') === 'AssumeRole') return this.assumeRole(Number(asked.get('DurationSeconds')));
    const result = `<GetCallerIdentityResult><Arn>${rootArn}</Arn></GetCallerIdentityResult>`;
    return xml(200, `<GetCallerIdentityResponse>${result}</GetCallerIdentityResponse>`);
  }

  private assumeRole(seconds: number): Answer {
    if (this.refuseSessions) return refusal('AccessDenied');
    const [id = '', secret = '', token = ''] = [10, 20, 30].map((length) => randomBytes(length).toString('hex'));
    const expires = new Date(Math.floor(this.now().getTime() / 1000 + seconds) * 1000);
    this.keys.set(id, { secret, token, expires });
    const parts = { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token, Expiration: expires.toISOString() };
    const credentials = Object.entries(parts).map(([name, value]) => `<${name}>${value}</${name}>`);
    const result = `<AssumeRoleResult><Credentials>${credentials.join('')}</Credentials></AssumeRoleResult>`;
    return xml(200, `<AssumeRoleResponse>${result}</AssumeRoleResponse>`);
  }
}

/** Reads a whole request. Rejects when it ends before its announced length. */
async function receive(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const [path = '', query = ''] = (incoming.url ?? '').split('?');
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const body = Buffer.concat(chunks);
  return { method: incoming.method ?? '', path, query: new URLSearchParams(query), headers, body };
}

/** An object in a list, with its date and its ETag, as S3 has them. */
function contentsOf(name: string, object: StoredObject | undefined): string {
  const facts = object
    ? `<LastModified>${object.modified.toISOString()}</LastModified><ETag>&quot;${etagOf(object).slice(1, -1)}&quot;</ETag>`
    : '';
  return `<Contents><Key>${name}</Key>${facts}</Contents>`;
}

function etagOf({ body }: StoredObject): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

function checksumOf(body: Buffer): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return sum.toString('base64');
}

function refusal(code: string): Answer {
  return xml(statuses[code] ?? 403, errorXml(code));
}

/** An error as S3 and STS write it. */
export function errorXml(code: string): string {
  return `<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

function xml(status: number, text: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: Buffer.from(`<?xml version="1.0"?>\n${text}`),
  };
}
