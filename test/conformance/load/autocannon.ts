import { needNodePackage } from '../programs.ts';

const version = '9.0.0';

/** Options of a load. */
export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  /** In seconds; `amount` takes precedence. */
  readonly duration?: number;
  readonly amount?: number;
  /** The load ends after this many requests, even if time is left. */
  readonly maxOverallRequests?: number;
  /** The timeout of one response, in seconds. */
  readonly timeout: number;
  readonly requests: readonly LoadRequest[];
}

/** A request that each connection repeats. */
export interface LoadRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly setupRequest?: (request: object) => object;
  readonly onResponse: (status: number, body: string) => void;
}

/** The result of autocannon; latencies in milliseconds. */
export interface LoadResult {
  readonly duration: number;
  readonly requests: { readonly total: number; readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly errors: number;
  readonly timeouts: number;
}

/** Makes requests over some connections at once. A connection sends its next request after the response to the last. */
export type Autocannon = (options: LoadOptions) => Promise<LoadResult>;

/** Installs autocannon, a maintained load generator, in a fixed version. */
export async function needAutocannon(folder: string, say: (line: string) => void) {
  return { version, fire: (await needNodePackage(folder, 'autocannon', version, say)) as Autocannon };
}
