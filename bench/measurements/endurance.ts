import { join } from 'node:path';
import { type Edition, editionsBetween, languages } from '../../functions/dataset/index.ts';
import { confine } from '../confinement.ts';
import { editionNamed, foundingEdition } from '../content/our-briefing.ts';
import { buildDeployed, type Deployed, memoryOf } from '../deployed.ts';
import { type ApiEvent, makeEvent } from '../event.ts';
import { type Bucket, type ManyCalls, startBucket, startHandler } from '../handler-process.ts';
import { megabytes, table, times } from '../markdown.ts';
import type { BenchContext, Measurement } from '../measurement.ts';
import { quantile } from '../statistics.ts';

/** The number of renders of one process, the renders between two looks at its memory, and the requests at once. */
const renders = 1000;
const every = 20;
const atOnceCount = 100;

/** The results for a process that renders many times, and for one with many requests at once. */
export interface EnduranceFacts {
  readonly renders: number;
  /** The memory of the process, as the stack sets it; null where this machine does not allow a limit. */
  readonly memoryMegabytes: number | null;
  /** Resident bytes after the first render, and then after every {@link every} renders. */
  readonly first: number;
  readonly resident: readonly number[];
  /** The median of the last third divided by that of the middle third: 1 if memory does not grow. */
  readonly growth: number;
  /** The time of many different briefings requested at once, divided by the time of the same ones in sequence. */
  readonly atOnce: { readonly count: number; readonly ratio: number; readonly peakBytes: number };
}

/** Measures a process that makes many briefings. */
export const enduranceMeasurement: Measurement<EnduranceFacts> = {
  name: 'endurance',
  about: `${renders} requests to one process of the deployed bundle, and ${atOnceCount} at once.`,
  measure: async (bench) => {
    const deployed = await buildDeployed(bench.scratch);
    const bucket = await startBucket();
    const confinement = confine({ memoryMegabytes: memoryOf(deployed) });
    const through = confinement?.through ?? [];
    try {
      const resident = await sampleMemory(deployed, bucket, through, bench);
      const third = Math.floor(resident.length / 3);
      const middle = quantile(resident.slice(third, 2 * third), 0.5);
      const last = quantile(resident.slice(-third), 0.5);
      bench.say(`asking for ${atOnceCount} briefings at once`);
      const inTurn = await callMany(deployed, join(bench.scratch, 'in-turn'), through, false);
      bench.calibrate();
      const atOnce = await callMany(deployed, join(bench.scratch, 'at-once'), through, true);
      return {
        renders,
        memoryMegabytes: confinement ? memoryOf(deployed) : null,
        first: resident[0] ?? 0,
        resident: resident.slice(1),
        growth: last / middle,
        atOnce: {
          count: atOnceCount,
          ratio: atOnce.milliseconds / inTurn.milliseconds,
          peakBytes: atOnce.peakBytes,
        },
      };
    } finally {
      await bucket.end();
      confinement?.end();
    }
  },
  toMarkdown: ({ memoryMegabytes, first, resident, growth, atOnce }) => {
    const after = (count: number) => megabytes(resident[count / every - 1] ?? 0);
    const rows = [
      ['resident after the first render', megabytes(first)],
      ...[100, 300, 600, renders].map((count) => [`after ${count}`, after(count)]),
      ['the most', megabytes(Math.max(...resident))],
      ['last third of the renders ÷ middle third', times(growth)],
      [`${atOnce.count} at once ÷ one after the other, in time`, times(atOnce.ratio)],
      [`${atOnce.count} at once, peak of resident memory`, megabytes(atOnce.peakBytes)],
    ];
    const given = memoryMegabytes === null ? 'all the memory of this machine' : `${memoryMegabytes} MB`;
    return table([`a process with ${given}`, ''], rows);
  },
};

/** Resident bytes after the first render, and then after every {@link every} renders. */
async function sampleMemory(
  deployed: Deployed,
  bucket: Bucket,
  through: readonly string[],
  { say, calibrate }: BenchContext,
): Promise<readonly number[]> {
  const handler = startHandler(deployed, bucket.environment, through);
  const resident: number[] = [];
  try {
    for (let render = 1; render <= renders; render += 1) {
      if (render % 250 === 1) say(`render ${render} of ${renders}`);
      const language = languages[render % languages.length] ?? 'en';
      await bucket.clear();
      const { residentBytes } = await handler.call(makeEvent(foundingEdition, language), 201);
      if (render > 1 && render % every !== 0) continue;
      resident.push(residentBytes);
      calibrate();
    }
    return resident;
  } finally {
    await handler.end();
  }
}

/**
 * Makes different briefings in one new process, all at once or in sequence. They are kept in a folder, because a call
 * to S3 would time out while a hundred others are rendered.
 */
async function callMany(
  deployed: Deployed,
  folder: string,
  through: readonly string[],
  atOnce: boolean,
): Promise<ManyCalls> {
  const handler = startHandler(deployed, { BRIEFINGS_FOLDER: folder }, through);
  try {
    for (const language of languages) await handler.call(makeEvent(foundingEdition, language), 201);
    const calls = await handler.callMany(differentEvents(atOnceCount), atOnce);
    const failed = calls.statuses.filter((status) => status !== 201);
    if (failed.length > 0)
      throw new Error(`${failed.length} of ${atOnceCount} answers were ${failed[0]}, expected 201`);
    return calls;
  } finally {
    await handler.end();
  }
}

/** Requests for different briefings, none of the founding edition. */
function differentEvents(count: number): readonly ApiEvent[] {
  const editions: readonly Edition[] = editionsBetween(editionNamed('2021-08'), editionNamed('2026-10'));
  const all = editions.flatMap((edition) => languages.map((language) => makeEvent(edition, language)));
  if (all.length < count) throw new Error(`there are ${all.length} briefings, fewer than ${count}`);
  return all.slice(0, count);
}
