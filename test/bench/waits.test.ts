import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { waitsTable } from '../../bench/measurements/waits.ts';
import { summarise } from '../../bench/statistics.ts';
import { BucketServer } from '../s3/bucket-server.ts';
import { listening } from '../s3/buckets.ts';
import { countRounds, RoundTrips } from '../s3/round-trips.ts';

/** Asks some things at once and waits for all answers. It does not matter that they are refused. */
const atOnce = (address: string, paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => (await fetch(`${address}/${path}`)).arrayBuffer()));

describe('what is waited for', () => {
  it('is one call after another, however many are asked at once', async () => {
    const bucket = new BucketServer();
    const trips = countRounds(bucket);
    const address = await listening(bucket.listen());
    await atOnce(address, ['a', 'b', 'c']);
    await atOnce(address, ['d']);
    await atOnce(address, ['e', 'f']);
    expect(trips.take()).toMatchObject({ calls: 6, inSeries: 3 });
    await atOnce(address, ['g']);
    expect(trips.take()).toEqual({ calls: 1, inSeries: 1, connections: 0 });
  });

  it('is longer over a new connection than over one that is kept', async () => {
    const bucket = new BucketServer();
    const held: boolean[] = [];
    const trips = new RoundTrips([bucket], async (isNew) => {
      held.push(isNew);
      await setTimeout(1);
    });
    const address = await listening(bucket.listen());
    for (const path of ['a', 'b', 'c', 'd', 'e']) await atOnce(address, [path]);
    expect([held[0], held.includes(false)]).toEqual([true, true]);
    expect(trips.take().connections).toBe(held.filter(Boolean).length);
  });

  it('is told for a new process and for one that has answered before, with how far away AWS is', () => {
    const wait = (milliseconds: number, inSeries: number) => ({
      milliseconds: summarise([milliseconds]),
      ...{ calls: inSeries + 1, inSeries, connections: inSeries - 1 },
    });
    const distance = { request: 8, connection: 25 };
    const waits = [{ title: 'a link', cold: wait(150, 2), warm: wait(9, 1) }];
    expect(waitsTable({ distance, waits }).split('\n').at(-1)).toBe(
      '| a link | 150 (150–150) | 2 | 3 | 1 | 9.00 (9.00–9.00) | 1 | 2 | 0 |',
    );
    expect(waitsTable({ distance, waits })).toContain('S3 8.00 ms away, a new connection 25.0 ms more');
  });
});
