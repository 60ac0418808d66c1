import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checks } from '#renderer';
import { answering as answerApi } from '../../functions/api/answering.ts';
import { languages } from '../../functions/dataset/index.ts';
import { openMailTarget } from '../../functions/monthly/mail-target.ts';
import { runMonthly } from '../../functions/monthly/run.ts';
import { answering as answerPublic } from '../../functions/public/answering.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import { servicesFromEnvironment } from '../../functions/services/index.ts';
import { Shares } from '../../functions/shares/index.ts';
import { renditions, terminalTimeouts } from '../../functions/store/index.ts';
import { event } from '../api/call.ts';
import budget from '../budget.json' with { type: 'json' };
import { SesServer } from '../monthly/ses-server.ts';
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
    const begun = bucket.calls.length;
    const { statusCode } = await (address.startsWith('/s/') ? pages(asked) : api(asked));
    return { status: statusCode, inSeries: trips.take().inSeries, calls: bucket.calls.slice(begun) };
  };
}

/** A reader in each language, as a setting names them. */
const readers = languages.map((language) => `${language}:${language}@example.org`).join(',');

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

/** What a request was answered with, and what it waited for. */
type Sent = Awaited<ReturnType<ReturnType<typeof newProcess>>>;

type Budgeted = keyof typeof budget.callsInSeries;

/** What to do when something waits for other calls than the budget says. */
function remedyFor(what: Budgeted, sent: readonly Pick<Sent, 'inSeries' | 'calls'>[]): string {
  const told = sent.map(({ inSeries, calls }) => `${inSeries}: ${calls.join(', ')}`).join(' – then ');
  return `${what} waits for calls one after another: test/budget.json has ${budget.callsInSeries[what].join(' in a new process, then ')} (callsInSeries), now ${told}. A call waits for one that it does not need: begin it earlier (see functions/store/early-objects.ts).`;
}

/**
 * Expects the first answer of a new process and a later one to have the status, and to wait for as many calls one after
 * another as the budget says.
 */
function expectWaits(what: Budgeted, status: number, sent: readonly Sent[]): void {
  const allowed = budget.callsInSeries[what].map((inSeries) => [status, inSeries]);
  expect(
    sent.map((one) => [one.status, one.inSeries]),
    remedyFor(what, sent),
  ).toEqual(allowed);
}

describe.each([
  ['with the data that come with the code', async () => {}],
  ['with published data', publishData],
])(
  '%s, calls one after another are within their budget in a new process and in one that has answered before',
  (_, publishFirst) => {
    it('for a new briefing', async () => {
      await publishFirst();
      const send = newProcess();
      const sent = [];
      for (const language of ['en', 'ru']) sent.push(await send('/briefings', post({ edition, language })));
      expectWaits('a new briefing', 201, sent);
    });

    it('for a briefing that is there, its link and its web page', async () => {
      await publishFirst();
      const make = newProcess();
      for (const format of ['pdf', 'html']) await make('/briefings', post({ edition, format }));
      const link = `/briefings/${edition}/en`;
      const asked = [
        ['a briefing that is there', '/briefings', post({ edition })],
        ['a link', link, {}],
        ['a web page that is there', link, { headers: { accept: 'text/html' } }],
      ] as const;
      for (const [what, address, request] of asked) {
        const send = newProcess();
        expectWaits(what, 200, [await send(address, request), await send(address, request)]);
      }
    });

    it('for the page of a share and its file', async () => {
      await publishFirst();
      const make = newProcess();
      for (const { form, format } of renditions) await make('/briefings', post({ edition, form, format }));
      const address = await shareOfEdition();
      const asked = [
        ['the page of a share', address, 200],
        ['the file of a share', `${address}/pdf`, 303],
      ] as const;
      for (const [what, path, status] of asked) {
        const send = newProcess();
        expectWaits(what, status, [await send(path), await send(path)]);
      }
    });
  },
);

it('a list and its links wait for as many calls one after another as the budget says', async () => {
  const make = newProcess();
  for (const language of ['en', 'ru', 'be']) await make('/briefings', post({ edition, language }));
  const send = newProcess();
  expectWaits('a list with its links', 200, [await send('/briefings'), await send('/briefings')]);
});

it('the month and its mails wait for as many calls one after another as the budget says', async () => {
  const ses = new SesServer();
  const address = await listening(ses.listen());
  trips = countRounds(bucket, ses);
  const settings = { AWS_ENDPOINT_URL_SESV2: address, MAIL_SENDER: 'sender@example.org', MAIL_READERS: readers };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const services = await servicesFromEnvironment().required();
  await runMonthly(services, null, openMailTarget(process.env));
  const made = bucket.objects.keys().filter((path) => renditions.some(({ ending }) => path.endsWith(ending)));
  expect([[...made].length, ses.taken.length]).toEqual([2 * languages.length * renditions.length, languages.length]);
  const sent = { inSeries: trips.take().inSeries, calls: bucket.calls };
  const [most] = budget.callsInSeries['the month and its mails'];
  expect(sent.inSeries, remedyFor('the month and its mails', [sent])).toBe(most);
});

it('a request after a publication waits once more, and is answered with the new data', async () => {
  const send = newProcess();
  await send('/briefings', post({ edition }));
  await publishData();
  expect((await send(`/briefings/${edition}/en`)).status).toBe(200);
});
