import { languages } from '../../functions/dataset/index.ts';
import { openStarter } from '../cold-start.ts';
import { confine, type Limits } from '../confinement.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import { type Deployed, entryOf, environmentOf } from '../deployed.ts';
import { makeEvent } from '../event.ts';
import { type Bucket, type Call, startHandler } from '../handler-process.ts';
import type { BenchContext } from '../measurement.ts';

import { type Summary, summarise } from '../statistics.ts';

/** The memory sizes to measure, in MB. */
const sizes = [512, 1024, 1769, 3008] as const;

/** The memory size with one full processor, in MB. Other sizes get a proportional share. */
const oneProcessor = 1769;

/** The measurements of one memory size; times in milliseconds. */
export interface SizeFacts {
  readonly memoryMegabytes: number;
  /** A briefing by a warm process, and by a new one including its start. */
  readonly warm: Summary;
  readonly cold: Summary;
}

/** The memory sizes, and whether they were measured under Lambda's limits or calculated from processor time. */
export interface SizesFacts {
  readonly how: 'limits' | 'model';
  readonly sizes: readonly SizeFacts[];
}

/** The limits of a function with a memory size. */
export function limitsOf(memoryMegabytes: number): Limits {
  return { processors: processorsOf(memoryMegabytes), memoryMegabytes };
}

/** The number of processors of a function with a memory size. */
export function processorsOf(memoryMegabytes: number): number {
  return memoryMegabytes / oneProcessor;
}

/** Measures a briefing at each memory size, with the processor share that Lambda gives. */
export async function measureSizes(deployed: Deployed, bucket: Bucket, bench: BenchContext): Promise<SizesFacts> {
  let how: SizesFacts['how'] = 'limits';
  const measured: SizeFacts[] = [];
  for (const memoryMegabytes of sizes) {
    bench.say(`measuring ${memoryMegabytes} MB`);
    const confinement = confine(limitsOf(memoryMegabytes));
    if (!confinement) how = 'model';
    try {
      measured.push(await measureSize(memoryMegabytes, confinement?.through ?? null, deployed, bucket, bench));
    } finally {
      confinement?.end();
    }
  }
  return { how, sizes: measured };
}

async function measureSize(
  memoryMegabytes: number,
  through: readonly string[] | null,
  deployed: Deployed,
  bucket: Bucket,
  { rounds, calibrate }: BenchContext,
): Promise<SizeFacts> {
  const handler = startHandler(deployed, bucket.environment, through ?? []);
  const starter = openStarter();
  const env = { ...environmentOf(deployed, 'api'), ...bucket.environment };
  const [warm, cold]: [number[], number[]] = [[], []];
  // Without limits, assume that the time of one thread grows in proportion to its processor time.
  const slowed = ({ milliseconds, cpuMilliseconds }: Pick<Call, 'milliseconds' | 'cpuMilliseconds'>) =>
    through ? milliseconds : Math.max(milliseconds, cpuMilliseconds / processorsOf(memoryMegabytes));
  try {
    for (let round = -rounds; round < rounds; round += 1) {
      for (const language of languages) {
        calibrate();
        await bucket.clear();
        const call = await handler.call(makeEvent(foundingEdition, language), 201);
        if (round >= 0) warm.push(slowed(call));
      }
    }
    for (let round = 0; round < rounds; round += 1) {
      calibrate();
      await bucket.clear();
      const event = makeEvent(foundingEdition, 'en');
      const options = { env, through: through ?? [] };
      const { milliseconds } = await starter.answer(entryOf(deployed, 'api'), event, 201, options);
      cold.push(through ? milliseconds : milliseconds / Math.min(1, processorsOf(memoryMegabytes)));
    }
  } finally {
    await Promise.all([handler.end(), starter.end()]);
  }
  return { memoryMegabytes, warm: summarise(warm), cold: summarise(cold) };
}
