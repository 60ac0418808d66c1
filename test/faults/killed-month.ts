import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { MonthlyResult } from '../../functions/monthly/run.ts';
import { briefingsPrefix, keyOf } from '../../functions/store/index.ts';
import { childEnvironment } from '../child-environment.ts';
import { awsAt, BucketServer } from '../s3/bucket-server.ts';
import { open } from '../s3/open.ts';
import { type Call, FaultProxy } from './fault-proxy.ts';

/** When the process of a run is killed: around its n-th call to S3. */
export interface Kill {
  readonly call: number;
  readonly moment: 'before it arrives' | 'half way' | 'after it was done';
}

/** The state after a month. */
export interface Month {
  /** The SHA-256 of each briefing, by path. */
  readonly briefings: ReadonlyMap<string, string>;
  /** The results of the run that was not killed. */
  readonly results: readonly MonthlyResult[];
  /** The calls of the killed run, or of the only one. */
  readonly calls: readonly Call[];
}

/** Makes the month in an S3 of its own. With `kill`, a first process is killed at that moment. */
export async function monthInS3(kill?: Kill): Promise<Month> {
  const bucket = new BucketServer();
  const upstream = await open(bucket.listen());
  const proxy = new FaultProxy(bucket, upstream.address);
  const between = await open(proxy.listen());
  const environment = { BUCKET: 'bucket', ...awsAt(between.address) };
  const calls: Call[] = [];
  try {
    proxy.meddle = (call) => void calls.push(call);
    if (kill) {
      const child = start(environment);
      proxy.meddle = (call, { forward }) => {
        calls.push(call);
        if (calls.length !== kill.call) return undefined;
        return end(child, kill.moment, forward);
      };
      await once(child, 'close');
      proxy.heal();
    }
    const results = await finish(start(environment));
    const made = [...bucket.objects].filter(([path]) => path.startsWith(briefingsPrefix));
    const digests = made.map(([path, { body }]) => [path, sha256(body)] as const);
    return { briefings: new Map(digests.toSorted()), results, calls };
  } finally {
    between.close();
    upstream.close();
  }
}

async function end(child: ChildProcess, moment: Kill['moment'], forward: (part?: number) => Promise<unknown>) {
  if (moment === 'half way') await forward(0.5).catch(() => null);
  if (moment === 'after it was done') await forward();
  child.kill('SIGKILL');
}

/**
 * Makes the month in a folder. With `kill`, a first process is killed some milliseconds after a file that matches
 * `sign`.
 */
export async function monthInFolder(folder: string, kill?: { readonly sign: RegExp; readonly delay: number }) {
  const environment = { BRIEFINGS_FOLDER: folder };
  if (kill) {
    const child = start(environment);
    while (child.exitCode === null && !(await filesIn(folder)).some((file) => kill.sign.test(file))) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await new Promise((resolve) => setTimeout(resolve, kill.delay));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
  const results = await finish(start(environment));
  const made = (await filesIn(folder)).filter((file) => keyOf(file) !== null).toSorted();
  const digests = made.map(async (file) => [file, sha256(await readFile(join(folder, file)))] as const);
  return { briefings: new Map(await Promise.all(digests)), results };
}

function start(environment: Readonly<Record<string, string>>) {
  const script = fileURLToPath(new URL('month.ts', import.meta.url));
  const env = { ...childEnvironment, POWERTOOLS_LOG_LEVEL: 'SILENT', ...environment };
  return spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function finish(child: ReturnType<typeof start>): Promise<readonly MonthlyResult[]> {
  const output = await text(child.stdout);
  const line = output.split('\n').find((candidate) => candidate.startsWith('RESULTS '));
  if (!line) throw new Error(`the month ended without results: ${output}`);
  return JSON.parse(line.slice('RESULTS '.length)) as MonthlyResult[];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder, { recursive: true }).catch(() => []);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
