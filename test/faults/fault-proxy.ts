import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type BucketServer, errorXml } from '../s3/bucket-server.ts';

/** The kinds of calls to the store. */
export type Call = 'HEAD' | 'PUT' | 'LIST' | 'GET' | 'AssumeRole';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One call to the store, and what a fault can do with it. */
export interface Exchange {
  readonly bucket: BucketServer;
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** Passes the call on to the store and gives its response. `part` is the share of the request body to pass on. */
  readonly forward: (part?: number) => Promise<Answer>;
  /** The delay between two bytes of a slow response, in milliseconds. */
  readonly drip: number;
}

/** What can go wrong between us and the store. */
export const faults = {
  'error 500': async ({ response }) => refuse(response, 500, 'InternalError'),
  '503 SlowDown': async ({ response }) => refuse(response, 503, 'SlowDown'),
  '403 AccessDenied': async ({ response }) => refuse(response, 403, 'AccessDenied'),
  'reset before the call arrives': async ({ socket }) => void socket.resetAndDestroy(),
  'reset after it was done': async ({ forward, socket }) => {
    await forward();
    socket.resetAndDestroy();
  },
  'reset within the answer': async ({ forward, socket }) => {
    const raw = rawAnswer(await forward());
    socket.write(raw.subarray(0, raw.length - 10), () => socket.resetAndDestroy());
  },
  'truncated answer': async ({ forward, socket }) => {
    const raw = rawAnswer(await forward());
    socket.end(raw.subarray(0, raw.length - 10));
  },
  'truncated answer, well ended': async ({ forward, response }) => {
    const { status, headers, body } = await forward();
    const { 'content-length': _, ...unmeasured } = headers;
    response.writeHead(status, unmeasured).end(body.subarray(0, body.length * 0.7));
  },
  'truncated call': async ({ forward, socket }) => {
    await forward(0.5).catch(() => null);
    socket.destroy();
  },
  hang: async () => {},
  'hang after it was done': async ({ forward }) => void (await forward()),
  'slow drip': async ({ forward, socket, response, drip }) => {
    const answer = await forward();
    const raw = rawAnswer(answer);
    let sent = answer.body.length > 0 ? raw.length - answer.body.length : 0;
    socket.write(raw.subarray(0, sent));
    const timer = setInterval(() => {
      socket.write(raw.subarray(sent, sent + 1));
      sent += 1;
      if (sent === raw.length) clearInterval(timer);
    }, drip);
    response.on('close', () => clearInterval(timer));
  },
  'clock an hour off': async ({ bucket, forward, response }) => {
    bucket.now = () => new Date(Date.now() + 3_600_000);
    const { status, headers, body } = await forward();
    response.writeHead(status, headers).end(body);
  },
} as const satisfies Readonly<Record<string, (exchange: Exchange) => Promise<void>>>;

/** How S3 refuses a conditional write: another is in progress, or the condition does not hold. */
export const refusals = {
  '409 ConditionalRequestConflict': async ({ response }) => refuse(response, 409, 'ConditionalRequestConflict'),
  '412 PreconditionFailed': async ({ response }) => refuse(response, 412, 'PreconditionFailed'),
} as const satisfies Readonly<Record<string, (exchange: Exchange) => Promise<void>>>;

/** The name of a fault. */
export type Fault = keyof typeof faults;

/** A proxy before a store that makes some calls fail. */
export class FaultProxy {
  /** The number of calls by kind. */
  readonly arrived = new Map<Call, number>();
  private readonly bucket: BucketServer;
  private readonly upstream: string;
  private readonly drip: number;
  /** Replaces the handling of a call; undefined lets it pass. */
  meddle: (call: Call, exchange: Exchange) => Promise<void> | undefined = () => undefined;

  /** `drip` is the delay between two bytes of a slow response, in milliseconds. */
  constructor(bucket: BucketServer, upstream: string, drip = 25) {
    this.bucket = bucket;
    this.upstream = upstream;
    this.drip = drip;
  }

  /** Makes the next `times` calls of a kind fail. */
  spoil(call: Call, fault: Fault, times: number): void {
    let left = times;
    this.meddle = (arrived, exchange) => {
      if (arrived !== call || left === 0) return undefined;
      left -= 1;
      return faults[fault](exchange);
    };
  }

  /** Lets every call pass again. */
  heal(): void {
    this.meddle = () => undefined;
    this.bucket.now = () => new Date();
  }

  listen(): Server {
    return createServer((incoming, response) => {
      this.handle(incoming, response).catch(() => response.destroy()); // one of the two sides has closed
    });
  }

  private async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const call = callOf(incoming);
    this.arrived.set(call, (this.arrived.get(call) ?? 0) + 1);
    const forward = (part = 1) => this.forward(incoming, body, part);
    const meddled = this.meddle(call, {
      bucket: this.bucket,
      response,
      socket: incoming.socket,
      forward,
      drip: this.drip,
    });
    if (meddled) return meddled;
    const { status, headers, body: answer } = await forward();
    response.writeHead(status, headers).end(answer);
  }

  private forward({ url = '', method = '', headers }: IncomingMessage, body: Buffer, part: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(url, this.upstream), { method, headers, agent: false }, async (answer) => {
        const named = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(named.filter(([name]) => !/^(connection|keep-alive)$/.test(name))),
          body: await buffer(answer),
        });
      });
      outgoing.on('error', reject);
      if (part === 1) outgoing.end(body);
      else outgoing.write(body.subarray(0, body.length * part), () => outgoing.destroy());
    });
  }
}

function callOf({ method, url = '' }: IncomingMessage): Call {
  if (method === 'POST') return 'AssumeRole';
  if (method === 'GET') return url.includes('list-type=2') ? 'LIST' : 'GET';
  return method === 'PUT' ? 'PUT' : 'HEAD';
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?>\n${errorXml(code)}`);
}

function rawAnswer({ status, headers, body }: Answer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n`), body]);
}
