import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Autocannon, type LoadResult, needAutocannon } from '../load/autocannon.ts';
import { type Load, lookUp, print } from '../load/loads.ts';
import { liveHeap, medianOfQuarter, residentMemory, watchMemory } from '../load/memory.ts';
import { type LocalServer, startLocalServer } from '../local-server.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** The duration of a load, in seconds. */
const duration = 120;

/** The longest accepted response time, in seconds: the timeout of the function. */
const longest = 28;

/**
 * The most memory in the last quarter of a load, relative to the second quarter. Loads without a leak gave 0.61 (a heap
 * that shrank) to 1.07 on a busy machine. A formatter made for each request (a leak of 26 KB outside the heap) gave
 * 2.3.
 */
const flat = 1.15;

/** The most live memory after repeating the requests of the warm-up, relative to before; 0.98 to 1.02 was measured. */
const alive = 1.05;

interface Held {
  readonly load: Load;
  readonly result: LoadResult;
  /** Resident bytes after the start of the server, after the warm-up and at the end. */
  readonly resident: readonly [number, number, number];
  /** The median resident bytes in the second and in the last quarter. */
  readonly quarters: readonly [number, number];
  /** Live bytes on the heap after a full collection: at the end, and after repeating the requests of the warm-up. */
  readonly heap: readonly [number, number];
}

/** The load that one process can handle on this machine. */
export const load: Stage = {
  name: 'load',
  about:
    'One process holds the load for two minutes each of look-ups and of prints: no error, and its memory stays flat.',
  async run({ tools, scratch, say }: StageContext): Promise<Outcome> {
    const { version, fire } = await needAutocannon(tools, say);
    const hold = async (name: string, make: (editions: readonly string[], folder: string) => Load): Promise<Held> => {
      const folder = join(scratch, name);
      const server = await startLocalServer(folder, ['--inspect=127.0.0.1:0']);
      try {
        const known = (await (await fetch(`${server.address}/page/editions.json`)).json()) as { editions: string[] };
        const made = make(known.editions, folder);
        say(`${made.name}: ${duration} s`);
        return await measure(server, made, fire);
      } finally {
        await server.end();
      }
    };
    const held = [
      await hold('look-up', ([edition = '']) => lookUp(edition)),
      await hold('print', (editions, folder) => print(editions, folder)),
    ];
    const open = held.flatMap(wrongs);
    const summary = `${tableOf(held, version)}${open.map((line) => `\n- **open**: ${line}`).join('')}`;
    return { passed: open.length === 0, summary };
  },
};

async function measure(server: LocalServer, made: Load, fire: Autocannon): Promise<Held> {
  const { connections, request, warmUp, max } = made;
  const make = (
    bound: { readonly amount: number } | { readonly duration: number; readonly maxOverallRequests: number },
  ) => {
    made.begin();
    return fire({ url: server.address, connections, timeout: longest, requests: [request], ...bound });
  };
  const atStart = residentMemory(server.pid);
  await make({ amount: warmUp });
  const warm = residentMemory(server.pid);
  const endWatch = watchMemory(server.pid);
  const result = await make({ duration, maxOverallRequests: max });
  const samples = endWatch();
  const atEnd = residentMemory(server.pid);
  await pause(2000); // lets pending requests end
  // Not earlier: after a collection the heap grows again, and resident memory is not meaningful for minutes.
  const inspector = /ws:\/\/\S+/.exec(server.complaints())?.[0] ?? '';
  const heap = await liveHeap(inspector);
  await make({ amount: warmUp });
  return {
    load: made,
    result,
    resident: [atStart, warm, atEnd],
    quarters: [medianOfQuarter(samples, 2), medianOfQuarter(samples, 4)],
    heap: [heap, await liveHeap(inspector)],
  };
}

function wrongs({ load: { name, wrong }, result, quarters, heap }: Held): readonly string[] {
  const { errors, timeouts, requests } = result;
  const grew = (what: string, [before, after]: readonly [number, number], max: number) =>
    after <= before * max ? [] : [`${what} grew from ${megabytes(before)} to ${megabytes(after)} MB`];
  return [
    ...(errors === 0 ? [] : [`${errors} errors, ${timeouts} of them without an answer in ${longest} s`]),
    ...wrong,
    ...(requests.total > 100 ? [] : [`only ${requests.total} requests were made`]),
    ...grew('resident memory', quarters, flat),
    ...grew('what is alive on the heap', heap, alive),
  ].map((line) => `${name}: ${line}`);
}

function tableOf(held: readonly Held[], version: string): string {
  const rows = held.map(({ load: { name, connections }, result, resident, quarters, heap }) => {
    const { requests, latency, errors } = result;
    const rates = [requests.total, requests.average.toFixed(1), latency.p50, latency.p99, errors];
    const memory = [resident, quarters, heap].map((values) => values.map(megabytes).join(' → '));
    return `| ${[name, connections, ...rates, ...memory].join(' | ')} |`;
  });
  const [{ model = '' } = {}] = cpus();
  return [
    `autocannon ${version} on loopback, ${duration} s each, on a machine of ${cpus().length} cores (${model.trim()}) that it shares with the server; Node ${process.version}, a store in a folder. Latencies in milliseconds. Memory in MB, of the server’s process: resident when it had started, after the warm-up and at the end; the medians of the second and the last quarter (at most ${flat} times as much); what is alive on the heap after a full collection, at the end and after as many requests again as the warm-up had (at most ${alive} times as much).`,
    '',
    '| load | connections | requests | a second | p50 | p99 | errors | resident | quarters | alive |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
