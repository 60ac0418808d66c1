import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { childEnvironment } from '../child-environment.ts';
import { temporaryFolder } from '../folders.ts';
import { awsAt, BucketServer } from '../s3/bucket-server.ts';
import { listening } from '../s3/buckets.ts';

interface Told {
  readonly prints: number;
  readonly answers: readonly { readonly statusCode: number; readonly body: string }[];
}

/** Starts a process with a store, ready for requests. */
async function racer(store: Readonly<Record<string, string>>) {
  const env = { ...childEnvironment, POWERTOOLS_LOG_LEVEL: 'SILENT', ...store };
  const child = spawn(process.execPath, [fileURLToPath(new URL('racer.ts', import.meta.url))], { env });
  onTestFinished(() => void child.kill());
  await lineOf(child, 'READY');
  return async () => {
    const answers = lineOf(child, 'ANSWERS ');
    child.stdin.write('go\n');
    return JSON.parse(await answers) as Told;
  };
}

/** Waits for the line of a process that starts with `beginning`, and gives the rest of it. */
function lineOf(child: ChildProcessWithoutNullStreams, beginning: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text
        .split('\n')
        .find((candidate, index, all) => candidate.startsWith(beginning) && index < all.length - 1);
      if (line !== undefined) resolve(line.slice(beginning.length));
    });
    child.stderr.on('data', (chunk: Buffer) => reject(new Error(chunk.toString())));
  });
}

const folder = async () => {
  const place = await temporaryFolder();
  const files = async () =>
    (await readdir(join(place, 'briefings'), { recursive: true })).filter((file) => /\.\w+$/.test(file));
  return {
    environment: { BRIEFINGS_FOLDER: place },
    pdfs: async () => (await files()).filter((file) => !file.endsWith('.json')),
  };
};

const s3 = async () => {
  const bucket = new BucketServer();
  const environment = { BUCKET: 'bucket', ...awsAt(await listening(bucket.listen())) };
  return { environment, pdfs: async () => [...bucket.objects.keys()] };
};

it.each([
  ['a folder', folder],
  ['S3', s3],
])('two processes that are asked a hundred times each at once make one briefing in %s', async (_, open) => {
  const { environment, pdfs } = await open();
  const racers = await Promise.all([racer(environment), racer(environment)]);
  const reports = await Promise.all(racers.map((run) => run()));
  const answers = reports.flatMap((one) => one.answers);
  const statuses = answers.map(({ statusCode }) => statusCode).toSorted();
  expect(statuses).toEqual([...Array(199).fill(200), 201]);
  const bodies = answers.map(({ body }) => {
    const { url: _, expiresAt: __, ...rest } = JSON.parse(body) as { url: string; expiresAt: string };
    return JSON.stringify(rest);
  });
  expect(new Set(bodies).size).toBe(1);
  expect(await pdfs()).toEqual([expect.stringMatching(/2021-07\/be\/[0-9a-f]{16}\.pdf$/)]);
  for (const { prints } of reports) expect(prints).toBeLessThanOrEqual(1);
});
