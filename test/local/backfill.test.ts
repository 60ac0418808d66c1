import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { awsAt, BucketServer } from '../s3/bucket-server.ts';
import { listening } from '../s3/buckets.ts';
import { type End, StateMachineServer } from './state-machine-server.ts';

const script = fileURLToPath(new URL('../../functions/local/backfill.ts', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command with some variables. */
async function backfill(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<Outcome> {
  try {
    return {
      code: 0,
      ...(await promisify(execFile)(process.execPath, [script, ...args], { env: { ...process.env, ...variables } })),
    };
  } catch (error) {
    return error as Outcome;
  }
}

/** Where the map says that its results are. */
const written: End = {
  status: 'SUCCEEDED',
  output: JSON.stringify({ ResultWriterDetails: { Bucket: 'bucket', Key: 'backfills/one/manifest.json' } }),
};

/** Runs the command against a state machine that ends in a way, with its results in a bucket, file by file. */
async function backfillThat(end: End, files: Readonly<Record<string, unknown>>, ...args: readonly string[]) {
  const machine = new StateMachineServer(end);
  const bucket = new BucketServer();
  for (const [name, value] of Object.entries(files)) {
    bucket.objects.set(name, { body: Buffer.from(JSON.stringify(value)), metadata: {}, modified: new Date() });
  }
  const [states, s3] = [await listening(machine.listen()), await listening(bucket.listen())];
  const places = { AWS_ENDPOINT_URL_SFN: states, AWS_ENDPOINT_URL_S3: s3, BACKFILL_ARN: 'Backfill' };
  return { ...(await backfill(args, { ...awsAt(s3), ...places })), inputs: machine.inputs };
}

const manifestOf = (files: Readonly<Record<string, readonly string[]>>) => ({
  DestinationBucket: 'bucket',
  ResultFiles: Object.fromEntries(
    Object.entries(files).map(([status, keys]) => [status, keys.map((Key) => ({ Key, Size: 1 }))]),
  ),
});

const range = ['--from', '2021-07', '--to', '2021-08', '--language', 'en'];

describe('npm run backfill', () => {
  it('asks for every edition in every language, and ends with 0 when all are there', async () => {
    const items = ['2021-12', '2022-01'].flatMap((edition) =>
      ['en', 'ru', 'be'].map((language) => ({ edition, language })),
    );
    const results = items.map((item, at) => ({ ...item, outcome: at === 0 ? 'was there' : 'made' }));
    const { code, stdout, inputs } = await backfillThat(
      written,
      {
        'backfills/one/manifest.json': manifestOf({
          SUCCEEDED: ['backfills/one/SUCCEEDED_0.json', 'backfills/one/SUCCEEDED_1.json'],
          FAILED: [],
          PENDING: [],
        }),
        'backfills/one/SUCCEEDED_0.json': results.slice(0, 2),
        'backfills/one/SUCCEEDED_1.json': results.slice(2),
      },
      ...['--from', '2021-12', '--to', '2022-01'],
    );
    expect(inputs).toEqual([{ items }]);
    expect(stdout).toContain('6 briefings are being made by arn:aws:states:');
    expect(stdout).toContain('5 made, 1 were there, 0 failed.\n');
    expect(code).toBe(0);
  });

  it('lists what failed with its reason, and ends with 1', async () => {
    const cause = { errorType: 'StoreUnavailableError', errorMessage: 'the store did not "write"', trace: ['at x'] };
    const { code, stdout, stderr } = await backfillThat(
      written,
      {
        'backfills/one/manifest.json': manifestOf({
          SUCCEEDED: ['backfills/one/SUCCEEDED_0.json'],
          FAILED: ['backfills/one/FAILED_0.json'],
        }),
        'backfills/one/SUCCEEDED_0.json': [
          { edition: '2021-07', language: 'en', outcome: 'failed', error: JSON.stringify(cause) },
        ],
        'backfills/one/FAILED_0.json': [
          {
            Input: '{"edition":"2021-08","language":"en"}',
            Status: 'TIMED_OUT',
            Error: 'States.Timeout',
            Cause: 'It took too long.',
          },
        ],
      },
      ...range,
    );
    expect(stdout).toContain('0 made, 0 were there, 2 failed.\n');
    expect(stdout).toContain('2021-07 en: the store did not "write"\n');
    expect(stdout).toContain('2021-08 en: States.Timeout: It took too long.\n');
    expect(stderr).toBe('Not every briefing is there. Correct what failed and run this again: the rest is kept.\n');
    expect(code).toBe(1);
  });

  it('does not take silence for success: a briefing without a result is not there', async () => {
    const { code, stdout } = await backfillThat(
      written,
      {
        'backfills/one/manifest.json': manifestOf({ SUCCEEDED: ['backfills/one/SUCCEEDED_0.json'] }),
        'backfills/one/SUCCEEDED_0.json': [{ edition: '2021-07', language: 'en', outcome: 'made' }],
      },
      ...range,
    );
    expect(stdout).toContain('1 made, 0 were there, 0 failed.');
    expect(code).toBe(1);
  });

  it.each<[End, string]>([
    [{ status: 'FAILED', error: 'States.ResultWriterFailed', cause: 'no bucket' }, 'FAILED: States.ResultWriterFailed'],
    [{ status: 'ABORTED' }, 'The run ended as ABORTED'],
    [{ status: 'TIMED_OUT' }, 'The run ended as TIMED_OUT'],
  ])('says how a run ended that did not succeed: %o', async (end, reason) => {
    const { code, stderr } = await backfillThat(end, {}, ...range);
    expect(stderr).toContain(reason);
    expect(code).toBe(1);
  });

  it.each([
    [[], '--from is missing: expected YYYY-MM.'],
    [['--from', '2021', '--to', '2021-08'], '--from "2021": expected YYYY-MM.'],
    [['--from', '2021-08', '--to', '2021-07'], 'the first edition is later than the last'],
    [[...range, '--language', 'de'], '--language "de": expected one of en, ru, be, all.'],
    [range, 'BACKFILL_ARN is not set'],
  ])('ends with 2 on %o, and says why', async (args, reason) => {
    const { code, stdout, stderr } = await backfill(args, { BACKFILL_ARN: '' });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
