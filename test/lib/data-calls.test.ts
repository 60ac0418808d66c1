import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { currentPointer, readVersion, rollBack } from '../../functions/publishing/index.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import { terminalTimeouts } from '../../functions/store/index.ts';
import { mover, publish, versionNamed } from '../publishing/publish.ts';
import { awsAt, BucketServer } from '../s3/bucket-server.ts';
import { open } from '../s3/open.ts';
import type { Received } from '../s3/signature.ts';
import { type Document, isAllowed, matches, type PolicyCall } from './policy.ts';
import { beforeTemplates, propertiesOf, written } from './templates.ts';

beforeTemplates();

/** The name of the bucket in the policies, as `written` gives it. */
const bucket = 'StoreBucket';

/** What every call over our connections has, so that no denial of insecure ones is about it. */
const secure = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

const call = (action: string, key: string, keys: PolicyCall['keys'] = {}): PolicyCall => ({
  action: `s3:${action}`,
  resource: key === '' ? bucket : `${bucket}/${key}`,
  keys: { ...secure, ...(action === 'PutObject' ? { 's3:ObjectCreationOperation': 'true' } : {}), ...keys },
});

/** A request to S3 as its policies see it. */
function callOf({ method, path, query, headers }: Received): PolicyCall {
  const key = decodeURIComponent(path.split('/').slice(2).join('/'));
  if (query.has('list-type')) return call('ListBucket', '', { 's3:prefix': query.get('prefix') ?? '' });
  if (method === 'GET') return call('GetObject', key);
  if (method !== 'PUT') throw new Error(`no policy of ours is about ${method} ${path}`);
  const conditions = ['if-match', 'if-none-match'].flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[`s3:${name}`, value] as const];
  });
  return call('PutObject', key, Object.fromEntries(conditions));
}

/** The calls of two publications, a fetch, a history and two roll-backs, in an empty bucket. */
const calls: PolicyCall[] = [];

beforeAll(async () => {
  const server = new BucketServer();
  const { address, close } = await open(server.listen());
  for (const [name, value] of Object.entries(awsAt(address))) vi.stubEnv(name, value);
  const objects = openS3Objects(bucket, process.env, () => new Date(), terminalTimeouts);
  const now = new Date();
  await publish(versionNamed('2026.1.0'), objects, { now });
  await publish(versionNamed('2026.2.0'), objects, { now });
  await readVersion((await currentPointer(objects))?.pointer.digest ?? '', objects);
  await rollBack('previous', { ...mover, now, objects });
  await rollBack('bundled', { ...mover, now, objects });
  close();
  calls.push(...server.received.map(callOf));
  // For an object that is not there S3 answers 403 to who may list a prefix alone, and then the store lists it.
  calls.push(call('ListBucket', '', { 's3:prefix': 'data/current.json' }));
});

afterAll(() => void vi.unstubAllEnvs());

/** The statements of a policy of the stack, and those of the bucket, which bind everyone. */
function statementsOf(name: string) {
  const own = propertiesOf<{ readonly PolicyDocument: Document }>('AWS::IAM::ManagedPolicy')[`Policies${name}`];
  const ofBuckets = Object.values(
    propertiesOf<{ readonly Bucket: unknown; readonly PolicyDocument: Document }>('AWS::S3::BucketPolicy'),
  );
  const ofBucket = ofBuckets.find(({ Bucket }) => written(Bucket) === bucket);
  if (!own || !ofBucket) throw new Error(`the stack has no policy ${name}, or none of its bucket`);
  return {
    own: own.PolicyDocument.Statement,
    all: [...own.PolicyDocument.Statement, ...ofBucket.PolicyDocument.Statement],
  };
}

const onlyNew = { 's3:if-none-match': '*' };
const onlyUnchanged = { 's3:if-match': '"a"' };

/** What nobody of these three may do. */
const forbidden: Readonly<Record<string, PolicyCall>> = {
  'writes the pointer whatever it was': call('PutObject', 'data/current.json'),
  'writes over a version': call('PutObject', 'data/versions/a/areas.csv'),
  'replaces a file of a version that was read': call('PutObject', 'data/versions/a/areas.csv', onlyUnchanged),
  'writes other objects beside the data': call('PutObject', 'data/other.json', onlyNew),
  'deletes data': call('DeleteObject', 'data/current.json'),
  'deletes an old version of an object': call('DeleteObjectVersion', 'data/current.json'),
  'writes a briefing': call('PutObject', 'briefings/2026-11/en/a.pdf', onlyNew),
  'deletes a briefing': call('DeleteObject', 'briefings/2026-11/en/a.pdf'),
  'reads a briefing past its link': call('GetObject', 'briefings/2026-11/en/a.pdf'),
  'reads a share': call('GetObject', 'shares/a.json'),
  'writes a share': call('PutObject', 'shares/a.json', onlyNew),
  'lists the bucket': call('ListBucket', '', { 's3:prefix': '' }),
  'lists readers': call('ListBucket', '', { 's3:prefix': 'unsubscribed/' }),
  'changes the policy of the bucket': call('PutBucketPolicy', ''),
};

describe('the policy of editors', () => {
  it('allows every call of publishing, fetching, looking at the history and rolling back', () => {
    expect(calls.length).toBeGreaterThan(20);
    const { all } = statementsOf('Editor');
    expect(calls.filter((one) => !isAllowed(one, all))).toEqual([]);
  });

  it('has no statement about the data that none of these calls needs', () => {
    const ofData = statementsOf('Editor').own.filter(({ Action }) =>
      [Action].flat().some((one) => one.startsWith('s3:')),
    );
    expect(ofData.filter((statement) => !calls.some((one) => matches(one, statement)))).toEqual([]);
  });
});

describe.each(['Reader', 'Operator'])('the policy of each %s', (name) => {
  it('allows none of the calls of an editor', () => {
    const { all } = statementsOf(name);
    expect(calls.filter((one) => isAllowed(one, all))).toEqual([]);
  });
});

it.each(['Reader', 'Editor', 'Operator'])('no %s does more in the bucket than its work', (name) => {
  const { all } = statementsOf(name);
  const allowed = Object.entries(forbidden).flatMap(([what, one]) => (isAllowed(one, all) ? [what] : []));
  expect(allowed).toEqual([]);
});

it('an operator removes the notes of a mail and that a reader wants no more, as docs/runbook.md says', () => {
  const { all } = statementsOf('Operator');
  const needed = [
    call('ListBucket', '', { 's3:prefix': 'briefings/2026-11/notice/' }),
    call('DeleteObject', 'briefings/2026-11/notice/0a1b-sent.json'),
    call('DeleteObject', 'unsubscribed/0a1b.json'),
  ];
  expect(needed.filter((one) => !isAllowed(one, all))).toEqual([]);
});
