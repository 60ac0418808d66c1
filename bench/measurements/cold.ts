import { join } from 'node:path';
import { type ColdStart, openStarter } from '../cold-start.ts';
import { foundingEdition } from '../content/our-briefing.ts';
import { buildDeployed, entryOf, environmentOf, type FunctionName } from '../deployed.ts';
import { healthEvent, linkEvent, makeEvent } from '../event.ts';
import { writeFixedProgram } from '../fixed-program.ts';
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

/** Everything that is started: first requests, and what they are compared with. */
type Started = First | 'bare' | 'program';

/** The results for cold starts; times in milliseconds from the start of a process to its end. */
export interface ColdFacts {
  readonly bare: Summary;
  /** The fixed program, see {@link writeFixedProgram}. */
  readonly program: Summary;
  readonly firsts: Readonly<
    Record<
      First,
      {
        readonly ratio: Summary;
        /** Processor time divided by that of a bare Node, over all rounds; null where the system does not report it. */
        readonly cpuRatio: number | null;
        /** Processor time divided by that of the fixed program, to compare machines with; null as above. */
        readonly programRatio: number | null;
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
    'A new process of the deployed bundle until its first answer, over an S3 on this machine, a bare `node -e 0`, and a program that is always the same.',
  measure: async ({ rounds, scratch, say, calibrate }) => {
    const deployed = await buildDeployed(scratch);
    const bucket = await startBucket();
    const starter = openStarter();
    const options = { env: { ...environmentOf(deployed, 'api'), ...bucket.environment } };
    const program = join(scratch, 'fixed-program.mjs');
    await writeFixedProgram(program);
    const taken: Record<Started, ColdStart[]> = { bare: [], program: [], briefing: [], link: [], health: [] };
    try {
      say('measuring');
      // One extra round is not counted: it fills the file system cache.
      for (let round = -1; round < rounds; round += 1) {
        const keep = (name: Started, start: ColdStart) => round >= 0 && taken[name].push(start);
        calibrate();
        keep('bare', await starter.bare());
        calibrate();
        keep('program', await starter.program(program));
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
    const timesOf = (name: Started) => taken[name].map(({ milliseconds }) => milliseconds);
    const factsOf = (name: First) => ({
      ratio: ratioOf(timesOf(name), timesOf('bare')),
      cpuRatio: cpuRatio(taken[name], taken.bare),
      programRatio: cpuRatio(taken[name], taken.program),
      milliseconds: summarise(timesOf(name)),
      residentBytes: summarise(taken[name].map(({ residentBytes }) => residentBytes)),
    });
    return {
      bare: summarise(timesOf('bare')),
      program: summarise(timesOf('program')),
      firsts: { briefing: factsOf('briefing'), link: factsOf('link'), health: factsOf('health') },
      sizes: {
        api: await sizesOf(deployed.folders.api),
        monthly: await sizesOf(deployed.folders.monthly),
        public: await sizesOf(deployed.folders.public),
      },
    };
  },
  toMarkdown: ({ bare, program, firsts: measured, sizes }) => {
    const cpu = (ratio: number | null) => (ratio === null ? '–' : times(ratio));
    const rows = names.map((name) => {
      const { ratio, cpuRatio: ofBare, programRatio: ofProgram, milliseconds, residentBytes } = measured[name];
      const ratios = [times(ratio.median), cpu(ofBare), cpu(ofProgram)];
      return [firsts[name].title, ...ratios, spread(milliseconds), megabytes(residentBytes.median)];
    });
    const starts = [
      ...rows,
      ['nothing: a bare node', times(1), times(1), '–', spread(bare), '–'],
      ['the fixed program', '–', '–', times(1), spread(program), '–'],
    ];
    const functions = Object.entries(sizes).map(([name, { bytes, moduleBytes, zipBytes }]) => [
      name,
      kilobytes(zipBytes),
      kilobytes(bytes),
      kilobytes(moduleBytes),
    ]);
    return [
      table(
        [
          'first answer',
          '÷ bare node',
          'in processor time',
          '÷ the fixed program, in processor time',
          'ms',
          'resident',
        ],
        starts,
      ),
      table(['function', 'zip', 'files', 'of them modules'], functions),
    ].join('\n\n');
  },
};

function cpuRatio(starts: readonly ColdStart[], others: readonly ColdStart[]): number | null {
  const sum = (list: readonly ColdStart[]) =>
    list.reduce((total, { cpuMilliseconds }) => total + (cpuMilliseconds ?? 0), 0);
  return sum(others) === 0 ? null : sum(starts) / sum(others);
}
