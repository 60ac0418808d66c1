import { languages } from '../../functions/dataset/index.ts';
import { openStarter } from '../cold-start.ts';
import { confine } from '../confinement.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import { type Deployed, entryOf, environmentOf, memoryOf } from '../deployed.ts';
import { type ApiEvent, linkEvent, makeEvent } from '../event.ts';
import { type Bucket, startHandler } from '../handler-process.ts';
import type { BenchContext } from '../measurement.ts';
import { quantile } from '../statistics.ts';
import type { Standing, Usage } from './bill.ts';
import { limitsOf } from './measure-sizes.ts';
import { readLog } from './read-log.ts';

/** What the stack has, and what each kind of call uses. */
export interface UsageFacts {
  readonly standing: Standing;
  /** A warm process makes a briefing and gives a link; a new process makes the month and does the daily check. */
  readonly briefing: Usage;
  readonly link: Usage;
  readonly month: Usage;
  readonly watch: Usage;
}

/** Measures what calls use, with the processor share of the stack's memory size. */
export async function measureUsage(deployed: Deployed, bucket: Bucket, bench: BenchContext): Promise<UsageFacts> {
  bench.say('measuring what calls use');
  const memoryMegabytes = memoryOf(deployed);
  const confinement = confine(limitsOf(memoryMegabytes));
  const through = confinement?.through ?? [];
  try {
    const warm = await measureRequests(deployed, bucket, through, bench);
    await bucket.clear();
    const month = await measureTask(deployed, bucket, through, { task: 'month' });
    const watch = await measureTask(deployed, bucket, through, { task: 'watch' });
    const count = (type: string) => deployed.resources.filter(({ Type }) => Type === type).length;
    const standing = {
      memoryMegabytes,
      alarms: count('AWS::CloudWatch::Alarm'),
      dashboards: count('AWS::CloudWatch::Dashboard'),
      briefingBytes: warm.briefingBytes,
    };
    return { standing, briefing: warm.briefing, link: warm.link, month, watch };
  } finally {
    confinement?.end();
  }
}

async function measureRequests(
  deployed: Deployed,
  bucket: Bucket,
  through: readonly string[],
  { rounds, calibrate }: BenchContext,
) {
  const handler = startHandler(deployed, bucket.environment, through);
  const taken: { make: number[]; link: number[] } = { make: [], link: [] };
  const usage = async (event: ApiEvent, status: number, milliseconds: number[]): Promise<Usage> => {
    await bucket.calls();
    const call = await handler.call(event, status);
    milliseconds.push(call.milliseconds);
    const { bytes, metrics } = readLog(call.log);
    return { milliseconds: call.milliseconds, ...paidCalls(await bucket.calls()), logBytes: bytes, metrics };
  };
  let [briefing, link]: readonly (Usage | null)[] = [null, null];
  let briefingBytes = 0;
  try {
    for (let round = 0; round < 2 * rounds; round += 1) {
      for (const language of languages) {
        calibrate();
        await bucket.clear();
        briefing = await usage(makeEvent(foundingEdition, language), 201, taken.make);
        link = await usage(linkEvent(foundingEdition, language), 200, taken.link);
      }
    }
    briefingBytes = await bucket.storedBytes();
  } finally {
    await handler.end();
  }
  if (!briefing || !link) throw new Error('no round was measured');
  // The first half of the rounds is warm-up.
  const median = (values: readonly number[]) => quantile(values.slice(values.length / 2), 0.5);
  return {
    briefing: { ...briefing, milliseconds: median(taken.make) },
    link: { ...link, milliseconds: median(taken.link) },
    briefingBytes,
  };
}

async function measureTask(
  deployed: Deployed,
  bucket: Bucket,
  through: readonly string[],
  task: object,
): Promise<Usage> {
  await bucket.calls();
  const env = { ...environmentOf(deployed, 'monthly'), ...bucket.environment };
  const starter = openStarter();
  const start = await starter.answer(entryOf(deployed, 'monthly'), task, 200, { env, through }).finally(starter.end);
  const { bytes, metrics } = readLog(start.log);
  return { milliseconds: start.milliseconds, ...paidCalls(await bucket.calls()), logBytes: bytes, metrics };
}

/** Counts calls by their price: a list costs the same as a write, and sessions of roles are free. */
function paidCalls(calls: Readonly<Record<string, number>>): Pick<Usage, 'puts' | 'gets'> {
  const count = (...kinds: readonly string[]) => kinds.reduce((sum, kind) => sum + (calls[kind] ?? 0), 0);
  return { puts: count('PUT', 'LIST'), gets: count('GET', 'HEAD') };
}
