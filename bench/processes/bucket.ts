import { awsAt, BucketServer } from '../../test/s3/bucket-server.ts';
import { open } from '../../test/s3/open.ts';
import { answerQuestions } from '../process.ts';

/** How many calls of a kind AWS was sent. */
export type Calls = Readonly<Record<string, number>>;

// An S3 in a process of its own: its work is not that of who calls it.
const bucket = new BucketServer();
const { address } = await open(bucket.listen());

answerQuestions({
  environment: () => ({ ...awsAt(address), BUCKET: 'bench' }),
  /** Forgets all objects, and how many calls there were. */
  clear: () => {
    bucket.objects.clear();
    bucket.calls.length = 0;
    return true;
  },
  /** The bytes of all objects. */
  storedBytes: () => bucket.objects.values().reduce((sum, { body }) => sum + body.length, 0),
  calls: (): Calls => {
    // A list is a GET of the bucket itself.
    const kinds = bucket.calls.map((call) => (call === 'GET ' ? 'LIST' : (call.split(' ')[0] ?? '')));
    bucket.calls.length = 0;
    return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]));
  },
});
