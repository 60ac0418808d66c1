import { describe, expect, it } from 'vitest';
import { keyOf, pathOf, StoreUnavailableError } from '../../functions/store/index.ts';
import { folderStore } from '../folders.ts';
import { bucketStore } from '../s3/buckets.ts';
import { bytes, facts, key } from './briefings.ts';

describe.each([
  ['a folder', () => folderStore()],
  ['an S3 bucket', async () => (await bucketStore()).store],
])('a store in %s', (_, open) => {
  it('gives back what was stored', async () => {
    const store = await open();
    expect(await store.head(key('2021-07'))).toBeNull();
    expect(await store.read(key('2021-07'))).toBeNull();
    expect(await store.put(key('2021-07'), bytes, facts)).not.toBeNull();
    expect(await store.head(key('2021-07'))).toMatchObject({ ...facts, key: key('2021-07'), bytes: bytes.length });
    expect(Buffer.from((await store.read(key('2021-07'))) ?? '')).toEqual(Buffer.from(bytes));
  });

  it('keeps the first of two briefings with the same key, and reports it', async () => {
    const store = await open();
    await store.put(key('2021-07'), bytes, facts);
    expect(await store.put(key('2021-07'), new Uint8Array(3), facts)).toBeNull();
    expect((await store.head(key('2021-07')))?.bytes).toBe(bytes.length);
  });

  it('has one winner when a hundred write at once', async () => {
    const store = await open();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => store.put(key('2021-07'), bytes, facts)));
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
  });

  it('lists the newest edition first, a page at a time', async () => {
    const store = await open();
    for (const edition of ['2021-07', '2023-01', '2022-11', '2025-12'])
      for (const language of ['en', 'ru']) await store.put(key(edition, language), bytes, facts);
    const first = await store.list({ limit: 5 });
    const second = await store.list({ limit: 5, ...(first.next ? { after: first.next } : {}) });
    const names = [...first.briefings, ...second.briefings].map(
      ({ key: { edition, language } }) => `${edition} ${language}`,
    );
    expect(names).toEqual([
      ...['2025-12 en', '2025-12 ru', '2023-01 en', '2023-01 ru'],
      ...['2022-11 en', '2022-11 ru', '2021-07 en', '2021-07 ru'],
    ]);
    expect(second.next).toBeNull();
    const russian = await store.list({ limit: 10, edition: '2022-11', language: 'ru' });
    expect(russian.briefings.map(({ key: { edition } }) => edition)).toEqual(['2022-11']);
    expect((await store.list({ limit: 10, language: 'ru' })).briefings).toHaveLength(4);
  });

  it('lists only briefings', async () => {
    const store = await open();
    await store.put(key('2021-07'), bytes, facts);
    await store.objects.put('briefings/2021-07/notice/sent.json', bytes, { only: 'new' });
    await store.objects.put('briefings/2021-07/en/notes.txt', bytes, { only: 'new' });
    await store.objects.put(pathOf(key('2021-08')), bytes, { only: 'new' });
    expect(await store.head(key('2021-08'))).toBeNull();
    expect((await store.list({ limit: 10 })).briefings.map((briefing) => briefing.key)).toEqual([key('2021-07')]);
  });

  it('does not give facts that cannot be parsed', async () => {
    const store = await open();
    const description = { contentType: 'application/pdf', facts: '{"title":' };
    await store.objects.put(pathOf(key('2021-07')), bytes, { only: 'new' }, description);
    await expect(store.head(key('2021-07'))).rejects.toThrow(StoreUnavailableError);
  });
});

it('keyOf reads only paths of briefings', () => {
  expect(keyOf(pathOf(key('2021-07')))).toEqual(key('2021-07'));
  for (const path of ['briefings/../../etc/passwd', 'briefings/2021-13/en/0123456789abcdef.pdf', 'link-secret', '']) {
    expect(keyOf(path)).toBeNull();
  }
});
