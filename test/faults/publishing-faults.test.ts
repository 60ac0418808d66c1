import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  currentPointer,
  DamagedVersionError,
  type Pointer,
  PublishConflictError,
  type Published,
  pointerPath,
  readVersion,
  rollBack,
} from '../../functions/publishing/index.ts';
import { openS3Objects } from '../../functions/s3/index.ts';
import { type ObjectStore, StoreUnavailableError, terminalTimeouts } from '../../functions/store/index.ts';
import { mover, publish, versionNamed } from '../publishing/publish.ts';
import { awsAt, BucketServer, type StoredObject } from '../s3/bucket-server.ts';
import { open } from '../s3/open.ts';
import { type Exchange, FaultProxy, faults, refusals } from './fault-proxy.ts';

beforeAll(() => {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = awsAt('');
  const variables = { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});

afterAll(() => void vi.unstubAllEnvs());

/** What goes wrong with one call: no answer, a lost answer, a refusal of S3. */
const all = {
  '503 SlowDown': faults['503 SlowDown'],
  'reset before the call arrives': faults['reset before the call arrives'],
  'reset after it was done': faults['reset after it was done'],
  ...refusals,
};
type Fault = keyof typeof all;

/** What an editor does, with the version that is current when it is done, after two versions were published. */
const moves: Readonly<Record<string, readonly [move: (objects: ObjectStore) => Promise<Published>, version: string]>> =
  {
    'publish a third version': [
      (objects) => publish(versionNamed('2026.3.0'), objects, { now: new Date() }),
      '2026.3.0',
    ],
    'roll back to the first version': [
      (objects) => rollBack('previous', { ...mover, now: new Date(), objects }),
      '2026.1.0',
    ],
  };

/** A row of the table: which call of a move fails, how, and whether each try of it does. */
interface Run {
  readonly call: number;
  readonly fault: Fault;
  readonly always: boolean;
}

/** What became of a move. */
interface Row extends Run {
  readonly named: string;
  readonly error: unknown;
  readonly before: Pointer | undefined;
  readonly pointer: Pointer | undefined;
  readonly afterwards: string;
}

const openAt = (address: string) =>
  openS3Objects('bucket', { AWS_ENDPOINT_URL: address }, () => new Date(), terminalTimeouts);

/** The objects of a bucket in which two versions were published. */
const stored = new Map<string, StoredObject>();

beforeAll(async () => {
  const bucket = new BucketServer();
  const { address, close } = await open(bucket.listen());
  const now = new Date(Date.now() - 60_000);
  for (const version of ['2026.1.0', '2026.2.0']) await publish(versionNamed(version), openAt(address), { now });
  close();
  for (const [path, object] of bucket.objects) stored.set(path, object);
});

/** A bucket with two versions, behind a proxy. */
async function prepare() {
  const bucket = new BucketServer();
  for (const [path, object] of stored) bucket.objects.set(path, object);
  const upstream = await open(bucket.listen());
  const proxy = new FaultProxy(bucket, upstream.address);
  const between = await open(proxy.listen());
  const close = () => {
    between.close();
    upstream.close();
  };
  return { bucket, proxy, direct: openAt(upstream.address), objects: openAt(between.address), close };
}

/** The calls that a move makes, in order, such as `PUT data/current.json`. */
async function callsOf(name: string): Promise<readonly string[]> {
  const { bucket, objects, close } = await prepare();
  await moves[name]?.[0](objects);
  close();
  return [...bucket.calls];
}

async function runFault(name: string, { call, fault, always }: Run): Promise<Row> {
  const { proxy, direct, objects, close } = await prepare();
  const move = moves[name]?.[0] ?? Promise.reject;
  try {
    const before = (await currentPointer(direct))?.pointer;
    let arrived = 0;
    let spoilt = '';
    proxy.meddle = (kind, exchange: Exchange) => {
      const { socket } = exchange;
      if (socket.destroyed) return undefined;
      const isTurn = arrived === call || (always && spoilt === kind && arrived > call);
      arrived += 1;
      if (!isTurn) return undefined;
      spoilt = kind;
      return all[fault](exchange);
    };
    const error: unknown = await move(objects).then(
      () => null,
      (reason: unknown) => reason,
    );
    proxy.heal();
    const pointer = (await currentPointer(direct))?.pointer;
    if (pointer?.digest) await readVersion(pointer.digest, direct);
    // Once more, as the editor would: a roll-back that was done is not done twice.
    if (pointer?.digest === before?.digest) await move(objects);
    const afterwards = (await currentPointer(direct))?.pointer.version ?? '';
    return { call, fault, always, named: `${fault} at call ${call}`, error, before, pointer, afterwards };
  } finally {
    close();
  }
}

/** What is wrong with a row: the command has to tell the truth, and nothing may be lost. */
function wrongWith(row: Row, version: string): readonly string[] {
  const { error, before, pointer, afterwards, named } = row;
  const hasMoved = pointer?.version === version;
  const isUnknown = error instanceof StoreUnavailableError && error.message.startsWith('It is not known whether');
  const explained = [StoreUnavailableError, PublishConflictError, DamagedVersionError];
  const claims: Readonly<Record<string, boolean>> = {
    'it says that it was done, and it was not': error !== null || hasMoved,
    'it says that it failed, and it was done': error === null || !hasMoved || isUnknown,
    'the pointer is neither the old nor the new one': hasMoved || pointer?.digest === before?.digest,
    'it fails with an error that no editor understands':
      error === null || explained.some((type) => error instanceof type),
    'one failure of the network is not survived': row.always || error === null || row.fault.startsWith('412'),
    'it does not work when the store is well again': afterwards === version,
    'the history has lost a version': pointer?.moves.length === (hasMoved ? 3 : 2),
  };
  return Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [`${named}: ${claim} (${String(error)})`]));
}

it.each(Object.keys(moves))(
  'whichever call fails while an editor wants to %s, the command tells the truth and nothing is lost',
  async (name) => {
    const calls = await callsOf(name);
    expect(calls.at(-1)).toBe(`PUT ${pointerPath}`);
    const runs = calls.flatMap((call, index) =>
      (Object.keys(all) as Fault[])
        // Only a write can be refused.
        .filter((fault) => call.startsWith('PUT') || !(fault in refusals))
        .flatMap((fault) => {
          const once = { call: index, fault, always: false };
          const isRetried = call === `PUT ${pointerPath}`;
          return isRetried ? [once, { ...once, always: true }] : [once];
        }),
    );
    const wrong: string[] = [];
    // Some at a time: each has two servers of its own.
    for (let at = 0; at < runs.length; at += 8) {
      const rows = await Promise.all(runs.slice(at, at + 8).map((run) => runFault(name, run)));
      wrong.push(...rows.flatMap((row) => wrongWith(row, moves[name]?.[1] ?? '')));
    }
    expect(wrong).toEqual([]);
  },
);
