import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { languages } from '../../functions/dataset/index.ts';
import { writeSupplies } from '../content/write-supplies.ts';
import { describePeers, type PeerFacts, type Running } from '../describe-peers.ts';
import { digits, kilobytes, part, spread, table } from '../markdown.ts';
import type { BenchContext, Measurement } from '../measurement.ts';
import type { Print } from '../peers/host.ts';
import { host, installPackages, moduleOf, ours, type PeerEntry, peers } from '../peers/index.ts';
import { type Answerer, startAnswerer } from '../process.ts';

/** The results of each tool by name, and the reasons of those that could not be measured. */
export interface PeersFacts {
  readonly measured: Readonly<Record<string, PeerFacts>>;
  readonly failed: Readonly<Record<string, string>>;
}

/** Measures our render and that of other tools in one run, with the same words, tables and charts. */
export const peersMeasurement: Measurement<PeersFacts> = {
  name: 'peers',
  about: 'One print of the same words, tables and charts, warm, by this project and by other tools.',
  measure: async (bench) => {
    await installPackages(bench.say).catch((error: Error) => bench.say(`npm: ${error.message}`));
    const failed: Record<string, string> = {};
    const running = await startAll(bench, failed);
    try {
      await warmAndMeasure(bench, running, failed);
      return {
        measured: await describePeers(
          bench,
          running.filter(({ entry }) => failed[entry.name] === undefined),
        ),
        failed,
      };
    } finally {
      await Promise.all(running.map(({ answerer }) => answerer.end()));
    }
  },
  toMarkdown: ({ measured, failed }) => {
    const rows = Object.entries(measured).map(([name, facts]) => [
      name.startsWith(ours) ? facts.title : `${facts.title} ${facts.version}`,
      part(facts.ratio.median),
      spread(facts.milliseconds),
      kilobytes(facts.bytes),
      String(facts.pages),
      facts.elements > 0 ? `${facts.elements} elements` : 'no',
      facts.claims.join(', ') || '–',
      verdict(facts.archival),
      verdict(facts.accessible),
      `${digits(facts.coverage * 100)} %`,
    ]);
    const heads = [
      'tool',
      'ours ÷ it',
      'ms',
      'file',
      'pages',
      'tagged',
      'claims',
      'PDF/A-3a',
      'PDF/UA-1',
      'characters',
    ];
    const reasons = Object.entries(failed).map(([name, reason]) => `- ${name} could not be measured: ${reason}`);
    return [table(heads, rows), ...reasons].join('\n\n');
  },
};

async function startAll(bench: BenchContext, failed: Record<string, string>): Promise<readonly Running[]> {
  bench.say('writing the content out of our pages');
  const supplies = await writeSupplies(bench.scratch);
  const running: Running[] = [];
  for (const entry of peers) {
    try {
      await entry.install?.(bench.tools, bench.say);
      const scratch = join(bench.scratch, entry.name);
      await mkdir(scratch, { recursive: true });
      const file = join(scratch, 'supplies.json');
      await writeFile(file, JSON.stringify({ ...supplies, scratch, tools: bench.tools }));
      // React would be slower in development mode.
      const env = { NODE_ENV: 'production' };
      const answerer = startAnswerer(host, { args: [moduleOf(entry), file], env });
      await answerer.ask('ready');
      running.push({ entry, answerer, milliseconds: [] });
    } catch (error) {
      failed[entry.name] = fail(error, entry, bench);
    }
  }
  return running;
}

/** A tool counts as warm after this many prints, when V8 has finished optimising, or after this time. */
const warm = { prints: 90, milliseconds: 20_000 } as const;

/**
 * How long to wait before a turn, in milliseconds. Garbage collection and other clean-up of the previous tool end in
 * it.
 */
const settled = 500;

/**
 * Warms up all tools, then measures them in turns, so that what slows the machine slows all of them. A turn waits until
 * the previous tool has cleaned up, prints once in each language without measuring, and then prints once in each
 * language measured. The unmeasured prints fill the processor caches and the heap again.
 */
async function warmAndMeasure(
  bench: BenchContext,
  running: readonly Running[],
  failed: Record<string, string>,
): Promise<void> {
  const turn = async ({ entry, answerer }: Running, take: (answer: Answerer) => Promise<void>) => {
    if (failed[entry.name] !== undefined) return;
    await take(answerer).catch((error: unknown) => {
      failed[entry.name] = fail(error, entry, bench);
    });
  };
  bench.say(`warming up ${running.length} tools`);
  for (const tool of running) await turn(tool, warmUp);
  bench.say('measuring');
  for (let round = 0; round < bench.rounds; round += 1) {
    for (const tool of rotated(running, round)) {
      await turn(tool, async (answerer) => {
        await setTimeout(settled);
        bench.calibrate();
        for (const language of languages) await answerer.ask<Print>('print', { language });
        for (const language of languages) {
          const print = await answerer.ask<Print>('print', { language });
          tool.milliseconds.push(print.milliseconds);
        }
      });
    }
  }
}

async function warmUp(answerer: Answerer): Promise<void> {
  const until = performance.now() + warm.milliseconds;
  for (let print = 0; print < warm.prints && performance.now() < until; print += 1) {
    await answerer.ask<Print>('print', { language: languages[print % languages.length] });
  }
}

/** The tools in rotation: each round begins with another one. */
function rotated<T>(list: readonly T[], round: number): readonly T[] {
  const first = ((round % list.length) + list.length) % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

function fail(error: unknown, { name }: PeerEntry, { say }: BenchContext): string {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  say(`${name} cannot be measured: ${reason}`);
  return reason;
}

function verdict(isCompliant: boolean | null): string {
  if (isCompliant === null) return 'not checked';
  return isCompliant ? 'valid' : 'no';
}
