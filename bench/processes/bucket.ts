import { setTimeout } from 'node:timers/promises';
import { checks } from '#renderer';
import { projectFolder } from '../../functions/assets/from-files.ts';
import { readFolder } from '../../functions/dataset/index.ts';
import { publishPackage } from '../../functions/publishing/index.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import { Shares } from '../../functions/shares/index.ts';
import { briefingsPrefix, terminalTimeouts } from '../../functions/store/index.ts';
import { SesServer } from '../../test/monthly/ses-server.ts';
import { awsAt, BucketServer } from '../../test/s3/bucket-server.ts';
import { open } from '../../test/s3/open.ts';
import { RoundTrips, type Trips } from '../../test/s3/round-trips.ts';
import { answerQuestions } from '../process.ts';

/** How far away AWS is: what it takes longer than this machine, in milliseconds. */
export interface Distance {
  /** For each request. */
  readonly request: number;
  /** For each new connection, with TLS. */
  readonly connection: number;
}

/** The number of calls to AWS by kind. */
export type Calls = Readonly<Record<string, number>>;

// An S3, and an SES, in their own process, so that their work does not count as the caller's.
const bucket = new BucketServer();
const { address } = await open(bucket.listen());
const ses = new SesServer();
const { address: sesAddress } = await open(ses.listen());

let trips: RoundTrips | null = null;

/**
 * Publishes the data of the project, and makes a share of an edition in English; gives the path of its page. The bucket
 * becomes one that the functions may list in part only, as far away as AWS.
 */
async function moveAway({ distance, edition }: { readonly distance: Distance; readonly edition: string }) {
  Object.assign(process.env, awsAt(address));
  const objects = openS3Objects('bench', process.env, () => new Date(), terminalTimeouts);
  const now = new Date();
  const files = await readFolder(`${projectFolder}data`);
  await publishPackage(files, {
    ...{ objects, now, checks, by: 'bench', message: null, force: false },
    bundled: async () => files,
    prove: async () => {},
  });
  const endsAt = new Date(now.getTime() + 86_400_000);
  const asked = { edition, language: 'en', label: 'bench', endsAt, reader: null } as const;
  const { token } = await new Shares(objects).create(asked, now);
  bucket.hidesMissing = true;
  bucket.pageLength = 1000;
  trips = new RoundTrips([bucket, ses], async (isNew) => {
    await setTimeout(distance.request + (isNew ? distance.connection : 0));
  });
  return `/s/${token}`;
}

answerQuestions({
  moveAway,
  /** What was waited for since the last time. */
  trips: (): Trips | undefined => trips?.take(),
  /** Removes the briefings, and the notes about them. */
  clearBriefings: () => {
    for (const path of bucket.objects.keys()) if (path.startsWith(briefingsPrefix)) bucket.objects.delete(path);
    return true;
  },
  environment: () => ({ ...awsAt(address), AWS_ENDPOINT_URL_SESV2: sesAddress, BUCKET: 'bench' }),
  /** Removes all objects and resets the counts. */
  clear: () => {
    bucket.objects.clear();
    bucket.calls.length = 0;
    return true;
  },
  /** The size of all objects in bytes. */
  storedBytes: () => bucket.objects.values().reduce((sum, { body }) => sum + body.length, 0),
  calls: (): Calls => {
    // A GET of the bucket itself is a list.
    const kinds = bucket.calls.map((call) => (call === 'GET ' ? 'LIST' : (call.split(' ')[0] ?? '')));
    bucket.calls.length = 0;
    return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]));
  },
});
