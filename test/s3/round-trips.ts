import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** A server of AWS whose calls are counted. */
interface Server {
  /** What a call waits for on its way, besides the answer. */
  way: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** What a client waited for. */
export interface Trips {
  readonly calls: number;
  /**
   * The calls one after another: the longest chain in which each call arrived after the answer to the one before it. This
   * is how often the client waits for the way to AWS and back.
   */
  readonly inSeries: number;
  readonly connections: number;
}

/** Counts the calls to some servers as they arrive, each held on its way for as long as `hold` says. */
export class RoundTrips {
  private counted = { calls: 0, inSeries: 0, connections: 0, longestAnswered: 0 };

  constructor(servers: readonly Server[], hold: (isNewConnection: boolean) => Promise<void>) {
    const known = new WeakSet<Socket>();
    const way: Server['way'] = ({ socket }, response) => {
      const { counted } = this;
      const isNew = !known.has(socket);
      known.add(socket);
      const place = counted.longestAnswered + 1;
      counted.calls += 1;
      counted.inSeries = Math.max(counted.inSeries, place);
      counted.connections += Number(isNew);
      response.once('finish', () => {
        counted.longestAnswered = Math.max(counted.longestAnswered, place);
      });
      return hold(isNew);
    };
    for (const server of servers) server.way = way;
  }

  /** What was counted since the last time. A call that is still under way then belongs to what was before. */
  take(): Trips {
    const { longestAnswered: _, ...trips } = this.counted;
    this.counted = { calls: 0, inSeries: 0, connections: 0, longestAnswered: 0 };
    return trips;
  }
}

/** How many turns of the event loop a client in this process has to begin what it can begin. */
const turns = 200;

/**
 * Counts the calls of a client in this process to some servers. No call is answered before the client has begun all that it can begin
 * without an answer, so that the count of calls one after another does not depend on how fast the machine is.
 */
export function countRounds(...servers: readonly Server[]): RoundTrips {
  let arrived = 0;
  return new RoundTrips(servers, async () => {
    arrived += 1;
    for (let seen = -1; seen !== arrived; ) {
      seen = arrived;
      for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    }
  });
}
