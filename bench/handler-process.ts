import { fileURLToPath } from 'node:url';
import { type Deployed, entryOf, environmentOf } from './deployed.ts';
import type { ApiEvent } from './event.ts';
import { type Answerer, startAnswerer } from './process.ts';
import type { Calls } from './processes/bucket.ts';

/** The duration of a call of a handler, its log, and the resident memory after it. */
export interface Call {
  readonly status: number;
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly log: string;
  readonly residentBytes: number;
}

/** The statuses of many calls, their total duration, and the peak of resident memory. */
export interface ManyCalls {
  readonly statuses: readonly number[];
  readonly milliseconds: number;
  readonly peakBytes: number;
}

const bucketScript = fileURLToPath(new URL('./processes/bucket.ts', import.meta.url));
const handlerScript = fileURLToPath(new URL('./processes/handler.mjs', import.meta.url));

/** An S3 on this machine. */
export interface Bucket {
  /** The environment variables of a process that uses it. */
  readonly environment: Readonly<Record<string, string>>;
  clear(): Promise<void>;
  /** The number of calls by kind, since the last time or since it was cleared. */
  calls(): Promise<Calls>;
  /** The size of all objects in bytes. */
  storedBytes(): Promise<number>;
  end(): Promise<void>;
}

/** Starts an S3 on this machine, in a process of its own. */
export async function startBucket(): Promise<Bucket> {
  const answerer = startAnswerer(bucketScript);
  return {
    environment: await answerer.ask('environment'),
    clear: async () => void (await answerer.ask('clear')),
    calls: () => answerer.ask('calls'),
    storedBytes: () => answerer.ask('storedBytes'),
    end: () => answerer.end(),
  };
}

/** The API function in a process of its own. */
export interface HandlerProcess {
  /** Calls the function. Throws when the answer has another status. */
  call(event: ApiEvent, status: number): Promise<Call>;
  callMany(events: readonly ApiEvent[], atOnce: boolean): Promise<ManyCalls>;
  end(): Promise<void>;
}

/**
 * Starts the API function as it is deployed, with the environment of a store; `through` as in {@link startAnswerer}.
 */
export function startHandler(
  deployed: Deployed,
  store: Readonly<Record<string, string>>,
  through: readonly string[] = [],
): HandlerProcess {
  const answerer: Answerer = startAnswerer(handlerScript, {
    args: [entryOf(deployed, 'api')],
    env: { ...environmentOf(deployed, 'api'), ...store },
    through,
  });
  return {
    call: async (event, status) => {
      const call = await answerer.ask<Call>('call', { event });
      if (call.status !== status) throw new Error(`the function answered ${call.status}, expected ${status}`);
      return call;
    },
    callMany: (events, atOnce) => answerer.ask('callMany', { events, atOnce }),
    end: () => answerer.end(),
  };
}
