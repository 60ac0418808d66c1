import { languages } from '../../functions/dataset/index.ts';
import { openStarter } from '../cold-start.ts';
import { confine, type Limits } from '../confinement.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import { type Deployed, entryOf, environmentOf } from '../deployed.ts';
import { makeEvent } from '../event.ts';
import { type Bucket, type Call, startHandler } from '../handler-process.ts';
import type { BenchContext } from '../measurement.ts';

import { type Summary, summarise } from '../statistics.ts';

/** The sizes of memory that are tried, in MB. */
const sizes = [512, 1024, 1769, 3008] as const;

/** A function of this size has one processor, others in proportion. */
const oneProcessor = 1769;

/** What was found out about one size of memory; times in milliseconds. */
export interface SizeFacts {
  readonly memoryMegabytes: number;
  /** A briefing by a warm process, and by a new one from its start. */
  readonly warm: Summary;
  readonly cold: Summary;
}

/** The sizes, and whether they were measured under the limits of Lambda or worked out from the processor's time. */
export interface SizesFacts {
  readonly how: 'limits' | 'model';
  readonly sizes: readonly SizeFacts[];
}

/** What a function of a size of memory may use. */
export function limitsOf(memoryMegabytes: number): Limits {
  return { processors: processorsOf(memoryMegabytes), memoryMegabytes };
}

/** The processors of a function of a size of memory. */
export function processorsOf(memoryMegabytes: number): number {
  return memoryMegabytes / oneProcessor;
}

/** Measures a briefing at each size of memory, under as much of a processor as Lambda gives. */
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
  // Without limits one thread is taken to be slowed in proportion to what it computes.
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
