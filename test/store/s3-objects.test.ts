import { describe, expect, it } from 'vitest';
import { pathOf } from '../../functions/store/index.ts';
import { bucketStore } from '../s3/buckets.ts';
import { bytes, facts, key } from './briefings.ts';

const fileName = 'gomel-russia-briefing-2021-07-en.pdf';

describe('the objects of an S3 bucket', () => {
  it('has one winner when a hundred write at once, and the first stays', async () => {
    const { store, bucket } = await bucketStore();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => store.put(key('2021-07'), bytes, facts)));
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    expect(await store.put(key('2021-07'), new Uint8Array(3), facts)).toBeNull();
    expect([...bucket.objects.values()].map(({ body }) => body.length)).toEqual([bytes.length]);
  });

  it('says of a briefing that it wrote what a look-up says of it later', async () => {
    const { store } = await bucketStore();
    const written = await store.put(key('2021-07'), bytes, facts);
    expect(written?.created).toBeInstanceOf(Date);
    expect(await store.head(key('2021-07'))).toEqual(written);
  });

  it('dates an object of an earlier release by S3', async () => {
    const { store, bucket } = await bucketStore();
    await store.put(key('2021-07'), bytes, facts);
    const modified = new Date('2026-11-01T06:00:00Z');
    for (const [path, { body, metadata }] of bucket.objects) {
      const { 'x-amz-meta-created': _, ...older } = metadata;
      bucket.objects.set(path, { body, metadata: older, modified });
    }
    expect((await store.head(key('2021-07')))?.created).toEqual(modified);
  });

  it('retries a write when S3 answers that another is in progress', async () => {
    const { store, bucket } = await bucketStore();
    bucket.conflicts = 2;
    expect(await store.put(key('2021-07'), bytes, facts)).not.toBeNull();
    bucket.conflicts = 9;
    await expect(store.put(key('2021-08'), bytes, facts)).rejects.toThrow('the store did not write');
  });

  it('does not replace an object that another writer is replacing', async () => {
    const { store, bucket } = await bucketStore();
    bucket.conflicts = 1;
    expect(await store.objects.put('data/current.json', bytes, { only: 'unchanged', etag: '"a"' })).toBe('refused');
    expect(bucket.calls).toEqual(['PUT data/current.json']);
  });

  it('calls S3 once to write, to look up and to read, and once for each page of a list', async () => {
    const { store, bucket } = await bucketStore();
    const calls = async (work: Promise<unknown>) => {
      const before = bucket.calls.length;
      await work;
      return bucket.calls.slice(before).map((call) => call.split(' ')[0]);
    };
    expect(await calls(store.put(key('2021-07'), bytes, facts))).toEqual(['PUT']);
    expect(await calls(store.head(key('2021-07')))).toEqual(['HEAD']);
    expect(await calls(store.read(key('2021-07')))).toEqual(['GET']);
    expect(await calls(store.list({ limit: 10 }))).toEqual(['GET', 'HEAD']);
    expect(await calls(store.list({ limit: 10 }))).toEqual(['GET']);
    expect(await calls(store.link(key('2021-07'), { expiresInSeconds: 60, fileName }))).toEqual(['POST']);
    expect(await calls(store.link(key('2021-07'), { expiresInSeconds: 60, fileName }))).toEqual([]);
  });

  it('looks a briefing of a list up again once it was deleted and made anew', async () => {
    let clock = new Date('2026-11-01T12:00:00Z');
    const { store, bucket } = await bucketStore(() => clock);
    await store.put(key('2021-07'), bytes, facts);
    const [first] = (await store.list({ limit: 10 })).briefings;
    bucket.objects.delete(pathOf(key('2021-07')));
    expect((await store.list({ limit: 10 })).briefings).toEqual([]);
    clock = new Date('2026-11-02T12:00:00Z');
    await store.put(key('2021-07'), bytes, facts);
    const [second] = (await store.list({ limit: 10 })).briefings;
    expect(second?.created).not.toEqual(first?.created);
  });

  it('lists the newest edition first over all pages of S3', async () => {
    const { store, bucket } = await bucketStore();
    const editions = ['2021-07', '2023-01', '2022-11', '2021-08', '2024-02', '2024-03', '2025-12'];
    for (const edition of editions) await store.put(key(edition), bytes, facts);
    bucket.objects.set('briefings/2021-07/en/notes.txt', { body: Buffer.alloc(0), metadata: {}, modified: new Date() });
    const first = await store.list({ limit: 4 });
    const second = await store.list({ limit: 4, ...(first.next ? { after: first.next } : {}) });
    const listed = [...first.briefings, ...second.briefings].map(({ key: { edition } }) => edition);
    expect(listed).toEqual(editions.toSorted().toReversed());
    expect(second.next).toBeNull();
  });
});

it('a list response that was cut off is an error, not a shorter list', async () => {
  const { store, bucket } = await bucketStore();
  await store.put(key('2021-07'), bytes, facts);
  await store.put(key('2021-08'), bytes, facts);
  const whole = await store.list({ limit: 10 });
  expect(whole.briefings).toHaveLength(2);
  for (const cut of [0, 10, 60, 120, 180, 220]) {
    bucket.cutLists = cut;
    await expect(store.list({ limit: 10 })).rejects.toThrow('the store did not list');
  }
});

describe('a link to S3', () => {
  const made = async () => {
    const { store, bucket } = await bucketStore();
    await store.put(key('2021-07'), bytes, facts);
    return { store, bucket, link: await store.link(key('2021-07'), { expiresInSeconds: 900, fileName }) };
  };

  it('gives the file under its name, and nothing when it was changed', async () => {
    const { link } = await made();
    const file = await fetch(link.url);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      200,
      'application/pdf',
      `attachment; filename="${fileName}"`,
    ]);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from(bytes));
    const other = link.url.replace('/2021-07/', '/2021-08/');
    const named = link.url.replace(encodeURIComponent(fileName), 'virus.exe');
    const longer = link.url.replace('X-Amz-Expires=900', 'X-Amz-Expires=3600');
    for (const changed of [other, named, longer]) {
      expect(changed).not.toBe(link.url);
      expect((await fetch(changed)).status).toBe(403);
    }
  });

  it('carries the request that asked for it into the access log of S3, and no other can be put in its place', async () => {
    const { store } = await made();
    const request = { expiresInSeconds: 900, fileName, requestId: 'request-1' };
    const { url } = await store.link(key('2021-07'), request);
    expect(new URL(url).searchParams.get('x-request-id')).toBe('request-1');
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace('request-1', 'request-2'))).status).toBe(403);
  });

  it('lasts almost as long as was asked, also when the session that signs it is not new', async () => {
    let waited = 0;
    const clock = () => new Date(Date.now() + waited * 1000);
    const { bucket, store } = await bucketStore(clock);
    bucket.now = clock;
    await store.put(key('2021-07'), bytes, facts);
    for (const wait of [0, 120, 600, 1200, 1500]) {
      waited += wait;
      const { expiresAt } = await store.link(key('2021-07'), { expiresInSeconds: 3600, fileName });
      expect((expiresAt.getTime() - clock().getTime()) / 60_000).toBeGreaterThanOrEqual(55);
    }
  });

  it('works until the instant that it states, and not after it', async () => {
    const { link, bucket } = await made();
    bucket.now = () => new Date(link.expiresAt.getTime() - 1);
    expect((await fetch(link.url)).status).toBe(200);
    bucket.now = () => link.expiresAt;
    expect((await fetch(link.url)).status).toBe(403);
  });

  it('never claims to outlast the session that signed it, and a new session is requested in time', async () => {
    let waited = 0;
    const clock = () => new Date(Date.now() + waited * 1000);
    const { bucket, store } = await bucketStore(clock);
    await store.put(key('2021-07'), bytes, facts);
    for (const [wait, expiresInSeconds] of [
      [0, 900],
      [900, 3600],
      [900, 900],
      [900, 60],
      [700, 900],
      [9000, 3600],
    ] as const) {
      waited += wait;
      const asked = clock();
      const link = await store.link(key('2021-07'), { expiresInSeconds, fileName });
      expect(link.expiresAt.getTime()).toBeLessThanOrEqual(clock().getTime() + expiresInSeconds * 1000);
      // Links end at a whole second.
      expect(link.expiresAt.getTime()).toBeGreaterThan(asked.getTime() + 58_000);
      bucket.now = () => new Date(link.expiresAt.getTime() - 1);
      expect((await fetch(link.url)).status).toBe(200);
      bucket.now = clock;
    }
    expect(bucket.calls.filter((call) => call === 'POST ')).toHaveLength(3);
  });

  it('is dated by the clock of S3 when the local one is an hour off', async () => {
    const { store, bucket } = await bucketStore();
    bucket.now = () => new Date(Date.now() + 3_600_000);
    expect(await store.put(key('2021-07'), bytes, facts)).not.toBeNull();
    const { url, expiresAt } = await store.link(key('2021-07'), { expiresInSeconds: 60, fileName });
    expect((await fetch(url)).status).toBe(200);
    expect(expiresAt.getTime()).toBeGreaterThan(bucket.now().getTime());
  });

  it('is signed by the current session while no new one can be had', async () => {
    let waited = 0;
    const clock = () => new Date(Date.now() + waited * 1000);
    const { bucket, store } = await bucketStore(clock);
    bucket.now = clock;
    await store.put(key('2021-07'), bytes, facts);
    const { expiresAt } = await store.link(key('2021-07'), { expiresInSeconds: 3600, fileName });
    waited = 3400;
    bucket.refuseSessions = true;
    const late = await store.link(key('2021-07'), { expiresInSeconds: 900, fileName });
    expect(Math.abs(late.expiresAt.getTime() - expiresAt.getTime())).toBeLessThan(2000);
    waited = 3599;
    await expect(store.link(key('2021-07'), { expiresInSeconds: 900, fileName })).rejects.toThrow('no session');
  });
});
