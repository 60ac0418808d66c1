import { needNodePackage } from '../programs.ts';

const version = '9.0.0';

/** How requests are made. */
export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  /** In seconds; `amount` of requests takes precedence. */
  readonly duration?: number;
  readonly amount?: number;
  /** The load ends when so many requests were made, even before its time. */
  readonly maxOverallRequests?: number;
  /** In seconds, for one answer. */
  readonly timeout: number;
  readonly requests: readonly LoadRequest[];
}

/** A request that each connection makes again and again. */
export interface LoadRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly setupRequest?: (request: object) => object;
  readonly onResponse: (status: number, body: string) => void;
}

/** What autocannon measured; latencies in milliseconds. */
export interface LoadResult {
  readonly duration: number;
  readonly requests: { readonly total: number; readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly errors: number;
  readonly timeouts: number;
}

/** Makes requests over some connections at once, each when the one before it was answered. */
export type Autocannon = (options: LoadOptions) => Promise<LoadResult>;

/** A load generator that is well kept: autocannon, in the version that we know. */
export async function needAutocannon(folder: string, say: (line: string) => void) {
  return { version, fire: (await needNodePackage(folder, 'autocannon', version, say)) as Autocannon };
}
