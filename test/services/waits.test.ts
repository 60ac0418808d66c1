import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checks } from '#renderer';
import { answering as answerApi } from '../../functions/api/answering.ts';
import { answering as answerPublic } from '../../functions/public/answering.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import { servicesFromEnvironment } from '../../functions/services/index.ts';
import { Shares } from '../../functions/shares/index.ts';
import { renditions, terminalTimeouts } from '../../functions/store/index.ts';
import { event } from '../api/call.ts';
import { packageFiles } from '../package-files.ts';
import { wording } from '../public/call.ts';
import { publish } from '../publishing/publish.ts';
import { awsAt, BucketServer } from '../s3/bucket-server.ts';
import { listening } from '../s3/buckets.ts';
import { countRounds, type RoundTrips } from '../s3/round-trips.ts';

const edition = '2021-07';

/** A bucket as the functions see it: they may list a part of it alone, so S3 does not say what is missing. */
let bucket: BucketServer;
let trips: RoundTrips;

beforeEach(async () => {
  bucket = new BucketServer();
  bucket.hidesMissing = true;
  bucket.pageLength = 1000;
  const address = await listening(bucket.listen());
  for (const [name, value] of Object.entries({ ...awsAt(address), BUCKET: 'bucket' })) vi.stubEnv(name, value);
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
  trips = countRounds(bucket);
  return () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  };
});

/** A new process: one of its own of the API and of the public pages, in which nothing is known and no connection is open. */
function newProcess() {
  const [api, pages] = [answerApi(servicesFromEnvironment()), answerPublic(servicesFromEnvironment(), wording)];
  return async (address: string, request: Parameters<typeof event>[1] = {}) => {
    const asked = event(address, request);
    const { statusCode } = await (address.startsWith('/s/') ? pages(asked) : api(asked));
    return { status: statusCode, inSeries: trips.take().inSeries };
  };
}

const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });

/** Publishes the data of the repository, so that a new process has to read them. */
async function publishData(): Promise<void> {
  const objects = openS3Objects('bucket', process.env, () => new Date(), terminalTimeouts);
  await publish(packageFiles, objects, { checks, now: new Date() });
  trips.take();
}

async function shareOfEdition(): Promise<string> {
  const objects = openS3Objects('bucket', process.env, () => new Date(), terminalTimeouts);
  const endsAt = new Date(Date.now() + 86_400_000);
  const asked = { edition, language: 'en', label: 'A reader', endsAt, reader: null } as const;
  const { token } = await new Shares(objects).create(asked, new Date());
  trips.take();
  return `/s/${token}`;
}

const remedy = 'a call waits for one that it does not need: begin it earlier (see functions/store/early-objects.ts)';

describe.each([
  ['with the data that come with the code', async () => {}],
  ['with published data', publishData],
])('%s', (_, publishFirst) => {
  it('a new briefing waits for three calls one after another in a new process, and for two in one that has answered before', async () => {
    await publishFirst();
    const send = newProcess();
    const sent = [];
    for (const language of ['en', 'ru']) sent.push(await send('/briefings', post({ edition, language })));
    expect(sent, remedy).toEqual([
      { status: 201, inSeries: 3 },
      { status: 201, inSeries: 2 },
    ]);
  });

  it('a briefing that is there, its link and its web page wait for two calls in a new process, and for one in one that has answered before', async () => {
    await publishFirst();
    const make = newProcess();
    for (const format of ['pdf', 'html']) await make('/briefings', post({ edition, format }));
    const link = { address: `/briefings/${edition}/en`, request: {} };
    const again = { address: '/briefings', request: post({ edition }) };
    const page = { ...link, request: { headers: { accept: 'text/html' } } };
    for (const { address, request } of [again, link, page]) {
      const send = newProcess();
      expect([await send(address, request), await send(address, request)], remedy).toEqual([
        { status: 200, inSeries: 2 },
        { status: 200, inSeries: 1 },
      ]);
    }
  });

  it('the page of a share and its file wait for two calls, in any process', async () => {
    await publishFirst();
    const make = newProcess();
    for (const { form, format } of renditions) await make('/briefings', post({ edition, form, format }));
    const address = await shareOfEdition();
    const send = newProcess();
    const sent = [await send(address), await send(address), await send(`${address}/pdf`)];
    expect(sent, remedy).toEqual([
      { status: 200, inSeries: 2 },
      { status: 200, inSeries: 2 },
      { status: 303, inSeries: 2 },
    ]);
  });
});

it('a list and its links wait for two calls, in any process', async () => {
  const make = newProcess();
  for (const language of ['en', 'ru', 'be']) await make('/briefings', post({ edition, language }));
  const send = newProcess();
  expect([await send('/briefings'), await send('/briefings')], remedy).toEqual([
    { status: 200, inSeries: 2 },
    { status: 200, inSeries: 2 },
  ]);
});

it('a request after a publication waits once more, and is answered with the new data', async () => {
  const send = newProcess();
  await send('/briefings', post({ edition }));
  await publishData();
  expect((await send(`/briefings/${edition}/en`)).status).toBe(200);
});
