import { awsAt, BucketServer } from '../../test/s3/bucket-server.ts';
import { open } from '../../test/s3/open.ts';
import { answerQuestions } from '../process.ts';

/** The number of calls to AWS by kind. */
export type Calls = Readonly<Record<string, number>>;

// An S3 in its own process, so that its work does not count as the caller's.
const bucket = new BucketServer();
const { address } = await open(bucket.listen());

answerQuestions({
  environment: () => ({ ...awsAt(address), BUCKET: 'bench' }),
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
