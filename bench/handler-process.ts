import { fileURLToPath } from 'node:url';
import type { Trips } from '../test/s3/round-trips.ts';
import { type Deployed, entryOf, environmentOf, type FunctionName } from './deployed.ts';
import type { ApiEvent } from './event.ts';
import { type Answerer, startAnswerer } from './process.ts';
import type { Calls, Distance } from './processes/bucket.ts';

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
  /**
   * Puts the bucket as far away as AWS, with the data of the project and a share of an edition; gives the path of its
   * page.
   */
  moveAway(distance: Distance, edition: string): Promise<string>;
  /** What was waited for since the last time; only of a bucket that was moved away. */
  trips(): Promise<Trips>;
  clearBriefings(): Promise<void>;
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
    moveAway: (distance, edition) => answerer.ask('moveAway', { distance, edition }),
    trips: () => answerer.ask('trips'),
    clearBriefings: async () => void (await answerer.ask('clearBriefings')),
    calls: () => answerer.ask('calls'),
    storedBytes: () => answerer.ask('storedBytes'),
    end: () => answerer.end(),
  };
}

/** A function in a process of its own. */
export interface HandlerProcess {
  /** Calls the function. Throws when the answer has another status; one without a status counts as 200. */
  call(event: object, status: number): Promise<Call>;
  callMany(events: readonly ApiEvent[], atOnce: boolean): Promise<ManyCalls>;
  end(): Promise<void>;
}

/**
 * Starts a function as it is deployed, with the environment of a store; `through` as in {@link startAnswerer}.
 */
export function startHandler(
  deployed: Deployed,
  store: Readonly<Record<string, string>>,
  through: readonly string[] = [],
  name: FunctionName = 'api',
): HandlerProcess {
  const answerer: Answerer = startAnswerer(handlerScript, {
    args: [entryOf(deployed, name)],
    env: { ...environmentOf(deployed, name), ...store },
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
