import { type ColdStart, openStarter } from '../cold-start.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import { buildDeployed, entryOf, environmentOf, type FunctionName } from '../deployed.ts';
import { healthEvent, linkEvent, makeEvent } from '../event.ts';
import { startBucket } from '../handler-process.ts';
import { kilobytes, megabytes, spread, table, times } from '../markdown.ts';
import type { Measurement } from '../measurement.ts';
import { ratioOf, type Summary, summarise } from '../statistics.ts';
import { type CodeSizes, sizesOf } from '../zip-size.ts';

/** The first requests that are measured. */
const firsts = {
  briefing: { event: makeEvent(foundingEdition, 'en'), status: 201, title: 'a briefing, printed and stored' },
  link: { event: linkEvent(foundingEdition, 'en'), status: 200, title: 'a link to a briefing that is there' },
  health: { event: healthEvent, status: 200, title: 'the versions' },
} as const;
type First = keyof typeof firsts;
const names = Object.keys(firsts) as readonly First[];

/** The results for cold starts; times in milliseconds from the start of a process to its end. */
export interface ColdFacts {
  readonly bare: Summary;
  readonly firsts: Readonly<
    Record<
      First,
      {
        readonly ratio: Summary;
        /** Processor time divided by that of a bare Node, over all rounds; null where the system does not report it. */
        readonly cpuRatio: number | null;
        readonly milliseconds: Summary;
        readonly residentBytes: Summary;
      }
    >
  >;
  readonly sizes: Readonly<Record<FunctionName, CodeSizes>>;
}

/** Measures the first request to a new process. */
export const coldMeasurement: Measurement<ColdFacts> = {
  name: 'cold',
  about:
    'A new process of the deployed bundle until its first answer, over an S3 on this machine, and a bare `node -e 0`.',
  measure: async ({ rounds, scratch, say, calibrate }) => {
    const deployed = await buildDeployed(scratch);
    const bucket = await startBucket();
    const starter = openStarter();
    const options = { env: { ...environmentOf(deployed, 'api'), ...bucket.environment } };
    const taken: Record<First | 'bare', ColdStart[]> = { bare: [], briefing: [], link: [], health: [] };
    try {
      say('measuring');
      // One extra round is not counted: it fills the file system cache.
      for (let round = -1; round < rounds; round += 1) {
        const keep = (name: First | 'bare', start: ColdStart) => round >= 0 && taken[name].push(start);
        calibrate();
        keep('bare', await starter.bare());
        await bucket.clear();
        for (const name of names) {
          calibrate();
          const { event, status } = firsts[name];
          keep(name, await starter.answer(entryOf(deployed, 'api'), event, status, options));
        }
      }
    } finally {
      await Promise.all([bucket.end(), starter.end()]);
    }
    const timesOf = (name: First | 'bare') => taken[name].map(({ milliseconds }) => milliseconds);
    const factsOf = (name: First) => ({
      ratio: ratioOf(timesOf(name), timesOf('bare')),
      cpuRatio: cpuRatio(taken[name], taken.bare),
      milliseconds: summarise(timesOf(name)),
      residentBytes: summarise(taken[name].map(({ residentBytes }) => residentBytes)),
    });
    return {
      bare: summarise(timesOf('bare')),
      firsts: { briefing: factsOf('briefing'), link: factsOf('link'), health: factsOf('health') },
      sizes: {
        api: await sizesOf(deployed.folders.api),
        monthly: await sizesOf(deployed.folders.monthly),
        public: await sizesOf(deployed.folders.public),
      },
    };
  },
  toMarkdown: ({ bare, firsts: measured, sizes }) => {
    const rows = names.map((name) => {
      const { ratio, cpuRatio: ofCpu, milliseconds, residentBytes } = measured[name];
      const cpu = ofCpu === null ? '–' : times(ofCpu);
      return [firsts[name].title, times(ratio.median), cpu, spread(milliseconds), megabytes(residentBytes.median)];
    });
    const starts = [...rows, ['nothing: a bare node', times(1), times(1), spread(bare), '–']];
    const functions = Object.entries(sizes).map(([name, { bytes, moduleBytes, zipBytes }]) => [
      name,
      kilobytes(zipBytes),
      kilobytes(bytes),
      kilobytes(moduleBytes),
    ]);
    return [
      table(['first answer', '÷ bare node', 'in processor time', 'ms', 'resident'], starts),
      table(['function', 'zip', 'files', 'of them modules'], functions),
    ].join('\n\n');
  },
};

function cpuRatio(starts: readonly ColdStart[], bare: readonly ColdStart[]): number | null {
  const sum = (list: readonly ColdStart[]) =>
    list.reduce((total, { cpuMilliseconds }) => total + (cpuMilliseconds ?? 0), 0);
  return sum(bare) === 0 ? null : sum(starts) / sum(bare);
}
