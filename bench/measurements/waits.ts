import { languages } from '../../functions/dataset/index.ts';
import { fullPdf, renditionOf, renditions } from '../../functions/store/index.ts';
import type { Trips } from '../../test/s3/round-trips.ts';
import { type ColdStarter, openStarter } from '../cold-start.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import { buildDeployed, type Deployed, entryOf, environmentOf, type FunctionName } from '../deployed.ts';
import { linkEvent, listEvent, makeEvent, pageEvent } from '../event.ts';
import { type Bucket, type HandlerProcess, startBucket, startHandler } from '../handler-process.ts';
import { digits, spread, table } from '../markdown.ts';
import type { BenchContext, Measurement } from '../measurement.ts';
import type { Distance } from '../processes/bucket.ts';
import { quantile, type Summary, summarise } from '../statistics.ts';

/** Something that a person, or the schedule, waits for. */
interface Scenario {
  readonly title: string;
  readonly name: FunctionName;
  readonly event: object;
  readonly status: number;
  /** Whether it makes briefings that are not there yet. */
  readonly makes: boolean;
  /** What the operator has set besides. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * How long something was waited for: medians over the rounds. Of the calls one after another it is the fewest: a call that
 * a busy machine delays can seem to wait for others, and none can seem not to.
 */
export interface Wait extends Trips {
  readonly milliseconds: Summary;
}

/** The results for everything that is waited for. */
export interface WaitsFacts {
  readonly distance: Distance;
  /** In a new process, from its start to its end, and in one that has answered the same before. */
  readonly waits: readonly { readonly title: string; readonly cold: Wait; readonly warm: Wait }[];
}

/** A sender, and a reader in each language. */
const mails = {
  MAIL_SENDER: 'sender@example.org',
  MAIL_READERS: languages.map((language) => `${language}:${language}@example.org`).join(','),
};

/** What is waited for; `share` is the path of the page of a share. */
function scenariosWith(share: string): readonly Scenario[] {
  const there = { name: 'api', status: 200, makes: false } as const;
  const made = { name: 'api', status: 201, makes: true } as const;
  const month = { name: 'monthly', status: 200, makes: true, event: { task: 'month' } } as const;
  const sheet = renditionOf('sheet', 'pdf') ?? fullPdf;
  return [
    { ...there, title: 'a briefing that is there', event: makeEvent(foundingEdition, 'en') },
    { ...there, title: 'a link', event: linkEvent(foundingEdition, 'en') },
    { ...there, title: 'the web page', event: pageEvent(`/briefings/${foundingEdition}/en`) },
    { ...there, title: 'the page of a share', name: 'public', event: pageEvent(share) },
    { ...there, title: 'the list', event: listEvent },
    { ...made, title: 'a new briefing', event: makeEvent(foundingEdition, 'en') },
    { ...made, title: 'the sheet, new', event: makeEvent(foundingEdition, 'en', sheet) },
    { ...month, title: 'the month: two editions in three languages and all forms' },
    { ...month, title: 'the same, and a mail to three readers', settings: mails },
  ];
}

/** Measures what is waited for when S3 and STS are as far away as on AWS. */
export const waitsMeasurement: Measurement<WaitsFacts> = {
  name: 'waits',
  about: 'Requests to the deployed bundles over an S3 and STS that are as far away as on AWS.',
  measure: async (bench) => {
    const deployed = await buildDeployed(bench.scratch);
    const bucket = await startBucket();
    const starter = openStarter();
    try {
      const share = await bucket.moveAway(bench.distance, foundingEdition);
      await makeAll(deployed, bucket);
      const waits: WaitsFacts['waits'][number][] = [];
      for (const scenario of scenariosWith(share)) {
        bench.say(scenario.title);
        const cold = await measureCold(scenario, deployed, bucket, starter, bench);
        waits.push({ title: scenario.title, cold, warm: await measureWarm(scenario, deployed, bucket, bench) });
      }
      return { distance: bench.distance, waits };
    } finally {
      await Promise.all([bucket.end(), starter.end()]);
    }
  },
  toMarkdown: waitsTable,
};

/** The table of what is waited for. */
export function waitsTable({ distance, waits }: WaitsFacts): string {
  const cells = ({ milliseconds, inSeries, calls, connections }: Wait) => [
    spread(milliseconds),
    ...[inSeries, calls, connections].map(String),
  ];
  const heads = [
    `S3 ${digits(distance.request)} ms away, a new connection ${digits(distance.connection)} ms more`,
    ...['new process, ms', 'calls one after another', 'calls', 'connections'],
    ...['later, ms', 'calls one after another', 'calls', 'new connections'],
  ];
  return table(
    heads,
    waits.map(({ title, cold, warm }) => [title, ...cells(cold), ...cells(warm)]),
  );
}

/** Makes all files of the founding edition. */
async function makeAll(deployed: Deployed, bucket: Bucket): Promise<void> {
  const maker = startHandler(deployed, bucket.environment);
  try {
    for (const language of languages) {
      for (const rendition of renditions) await maker.call(makeEvent(foundingEdition, language, rendition), 201);
    }
  } finally {
    await maker.end();
  }
}

function measureCold(
  { name, event, status, makes, settings }: Scenario,
  deployed: Deployed,
  bucket: Bucket,
  starter: ColdStarter,
  bench: BenchContext,
): Promise<Wait> {
  const options = { env: { ...environmentOf(deployed, name), ...bucket.environment, ...settings } };
  const ask = () => starter.answer(entryOf(deployed, name), event, status, options);
  return repeat(ask, makes, 1, bucket, bench);
}

async function measureWarm(
  { name, event, status, makes, settings }: Scenario,
  deployed: Deployed,
  bucket: Bucket,
  bench: BenchContext,
): Promise<Wait> {
  const handler: HandlerProcess = startHandler(deployed, { ...bucket.environment, ...settings }, [], name);
  try {
    return await repeat(() => handler.call(event, status), makes, bench.rounds, bucket, bench);
  } finally {
    await handler.end();
  }
}

/** Waits for the same again and again; the first `uncounted` times warm up caches, of files or of the process. */
async function repeat(
  ask: () => Promise<{ readonly milliseconds: number }>,
  makes: boolean,
  uncounted: number,
  bucket: Bucket,
  { rounds, calibrate }: BenchContext,
): Promise<Wait> {
  const taken: (Trips & { readonly milliseconds: number })[] = [];
  for (let round = -uncounted; round < rounds; round += 1) {
    calibrate();
    if (makes) await bucket.clearBriefings();
    await bucket.trips();
    const { milliseconds } = await ask();
    const trips = await bucket.trips();
    if (round >= 0) taken.push({ ...trips, milliseconds });
  }
  const median = (count: keyof Trips) =>
    quantile(
      taken.map((one) => one[count]),
      0.5,
    );
  return {
    milliseconds: summarise(taken.map(({ milliseconds }) => milliseconds)),
    calls: median('calls'),
    inSeries: Math.min(...taken.map(({ inSeries }) => inSeries)),
    connections: median('connections'),
  };
}
