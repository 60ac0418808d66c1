import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { languages } from '../../../functions/dataset/index.ts';
import { renditions } from '../../../functions/store/index.ts';
import { Checks } from '../checks.ts';
import { needDocker } from '../docker.ts';
import { makeLambdaImage, needSamCli } from '../lambda-image.ts';
import { awsAt, type Moto, motoPackages, startMoto } from '../moto.ts';
import { needPython, runToEnd } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** Follows the README's section on the SAM CLI: the API in Docker, a link, its file, the scheduled event. */
export const sam: Stage = {
  name: 'sam',
  about: 'The SAM CLI runs the synthesised stack in Docker, under AWS’s own runtime client, over a local S3.',
  async run(context: StageContext): Promise<Outcome> {
    const { tools, shared, scratch, say } = context;
    const docker = await needDocker(scratch, say);
    try {
      const samPrograms = await needSamCli(shared, say);
      const motoPrograms = await needPython(join(tools, 'moto'), motoPackages, say);
      await makeLambdaImage(join(shared, 'image'), samPrograms, say);
      const moto = await startMoto(motoPrograms, scratch, docker.gateway);
      try {
        return await tryOut(context, samPrograms, moto);
      } finally {
        await moto.end();
      }
    } finally {
      await docker.end();
    }
  },
};

const bucket = 'briefings';

async function tryOut({ say }: StageContext, samPrograms: string, { endpoint }: Moto): Promise<Outcome> {
  const checks = new Checks();
  const client = new S3Client({
    endpoint,
    forcePathStyle: true,
    region: 'us-east-1',
    credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const env = {
    ...awsAt(endpoint),
    BUCKET: bucket,
    PATH: `${samPrograms}:${process.env.PATH}`,
    SAM_SKIP_PULL_IMAGE: '1',
    SAM_CLI_TELEMETRY: '0',
  };
  say('invoking the functions with the events of test/events');
  let log = '';
  const invoke = async (name: 'api' | 'monthly', event: string) => {
    const args = ['run', 'sam', '--', '--invoke', name, '--event', `test/events/${event}.json`];
    const { code, out, err } = await runToEnd('npm', args, { env });
    log += err;
    const last = out.trim().split('\n').at(-1) ?? '';
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err.slice(-2000)}`);
    return JSON.parse(last);
  };
  const month = await invoke('monthly', 'month');
  const all = 2 * languages.length * renditions.length;
  checks.expect('the scheduled event makes all files of two editions', month.results?.length === all, month);
  const watched = await invoke('monthly', 'watch');
  checks.expect('the watch then misses none', watched.missing?.length === 0, watched);
  const one = await invoke('monthly', 'briefing');
  checks.expect('an event of the backfill makes its briefing', one.outcome === 'made', one);
  const created = await invoke('api', 'create-briefing');
  checks.expect('the event of a POST is answered with 201', created.statusCode === 201, created);
  const got = await invoke('api', 'get-briefing');
  checks.expect('the event of a GET is answered with 200', got.statusCode === 200, got);
  const isTaken = /answered/.test(log) && !/compiled code refused/.test(log);
  checks.expect('the runtime takes what V8 compiled when the functions were built', isTaken, log.slice(-2000));

  say('serving the API');
  const port = 3100;
  const server = spawn('npm', ['run', 'sam', '--', '--port', String(port)], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    await untilServing(server);
    await tryApi(`http://127.0.0.1:${port}`, checks);
  } finally {
    // The process group contains npm, our command and the SAM CLI, all started here.
    if (server.pid) process.kill(-server.pid, 'SIGINT');
  }
  return checks.outcome();
}

async function tryApi(api: string, checks: Checks): Promise<void> {
  const post = () =>
    fetch(`${api}/briefings`, { method: 'POST', body: JSON.stringify({ edition: '2022-11', language: 'en' }) });
  const made = await post();
  const briefing = (await made.json()) as { readonly url: string; readonly sha256: string; readonly pages: number };
  checks.expect('POST /briefings makes a briefing: 201', made.status === 201, briefing);
  const file = await fetch(briefing.url);
  const pdf = new Uint8Array(await file.arrayBuffer());
  const digest = createHash('sha256').update(pdf).digest('hex');
  checks.expect('its link gives the PDF whose digest was told', digest === briefing.sha256, digest);
  checks.expect('the second time it is there: 200', (await post()).status === 200);
  const moved = await fetch(`${api}/briefings/2022-11/en`, {
    headers: { accept: 'application/pdf' },
    redirect: 'manual',
  });
  checks.expect('who asks for a PDF is sent to it: 303', moved.status === 303, moved.status);
  const list = (await (await fetch(`${api}/briefings?limit=3`)).json()) as { readonly briefings: readonly object[] };
  checks.expect('the list has what was made', list.briefings.length === 3, list);
  const wrong = await fetch(`${api}/briefings/2022-11/de`);
  checks.expect('a wrong language is a problem: 422', wrong.status === 422, wrong.status);
}

/** Waits until the SAM CLI reports that it serves. */
async function untilServing(server: ChildProcess): Promise<void> {
  let told = '';
  const onData = (chunk: Buffer) => {
    told += chunk.toString();
  };
  server.stdout?.on('data', onData);
  server.stderr?.on('data', onData);
  for (let tries = 0; tries < 600; tries += 1) {
    if (told.includes('Running on')) return;
    if (server.exitCode !== null) break;
    await pause(200);
  }
  throw new Error(`sam local start-api did not begin to serve:\n${told.slice(-2000)}`);
}
