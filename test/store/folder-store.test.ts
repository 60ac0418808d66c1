import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderStore, keyOf, pathOf, StoreUnavailableError, verifyLink } from '../../functions/store/index.ts';
import { folderStore, temporaryFolder } from '../folders.ts';
import { noon } from '../package-files.ts';

const key = (edition: string, language = 'en', digest = '0123456789abcdef') => ({ edition, language, digest });
const facts = {
  title: 'A title',
  pages: 8,
  sha256: 'ab',
  data: { version: '1.0.0', newestPeriod: '2020', newestPublished: '2021-07-27', newFigures: 22 },
};
const bytes = new TextEncoder().encode('%PDF-1.7 a briefing');

describe('a folder store', () => {
  it('gives back what it was given', async () => {
    const store = await folderStore();
    expect(await store.head(key('2021-07'))).toBeNull();
    expect(await store.put(key('2021-07'), bytes, facts)).toBe('created');
    expect(await store.head(key('2021-07'))).toMatchObject({ ...facts, bytes: bytes.length });
    expect(Buffer.from((await store.read(key('2021-07'))) ?? '')).toEqual(Buffer.from(bytes));
  });

  it('keeps the first of two briefings under one key, and says so', async () => {
    const store = await folderStore();
    await store.put(key('2021-07'), bytes, facts);
    expect(await store.put(key('2021-07'), new Uint8Array(3), facts)).toBe('existed');
    expect((await store.head(key('2021-07')))?.bytes).toBe(bytes.length);
  });

  it('has one winner when a hundred write at once, and no drafts are left', async () => {
    const folder = await temporaryFolder();
    const stores = [1, 2].map(() => new FolderStore(folder, { now: () => noon, address: () => '' }));
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => stores[index % 2]?.put(key('2021-07'), bytes, facts)),
    );
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    const files = await readdir(join(folder, 'briefings/2021-07/en'));
    expect(files.toSorted()).toEqual(['0123456789abcdef.pdf', '0123456789abcdef.pdf.json']);
  });

  it('lists the newest edition first, a page at a time, and goes on where the page ended', async () => {
    const store = await folderStore();
    for (const edition of ['2021-07', '2023-01', '2022-11'])
      for (const language of ['en', 'ru']) await store.put(key(edition, language), bytes, facts);
    const first = await store.list({ limit: 4 });
    const second = await store.list({ limit: 4, ...(first.next ? { after: first.next } : {}) });
    const names = [...first.briefings, ...second.briefings].map(
      ({ key: { edition, language } }) => `${edition} ${language}`,
    );
    expect(names).toEqual(['2023-01 en', '2023-01 ru', '2022-11 en', '2022-11 ru', '2021-07 en', '2021-07 ru']);
    expect(second.next).toBeNull();
    const russian = await store.list({ limit: 10, edition: '2022-11', language: 'ru' });
    expect(russian.briefings.map(({ key: { edition } }) => edition)).toEqual(['2022-11']);
  });

  it('lists nothing but briefings', async () => {
    const folder = await temporaryFolder();
    const store = new FolderStore(folder, { now: () => noon, address: () => '' });
    await store.put(key('2021-07'), bytes, facts);
    await writeFile(join(folder, 'briefings/2021-07/en/notes.txt'), 'x');
    expect((await store.list({ limit: 10 })).briefings).toHaveLength(1);
  });

  it('keeps the secret of its links where only its owner can read it, and the same for every process', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [1, 2].map(() => new FolderStore(folder, { now: () => noon, address: () => '' }));
    expect(await one?.secretOfFolder()).toEqual(await other?.secretOfFolder());
    expect((await stat(join(folder, 'link-secret'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'link-secret'))).toHaveLength(32);
  });
});

it('all processes over a new folder sign with one secret, whichever makes it', async () => {
  const folder = await temporaryFolder();
  const stores = Array.from({ length: 50 }, () => new FolderStore(folder, { now: () => noon, address: () => '' }));
  const secrets = await Promise.all(stores.map((store) => store.secretOfFolder()));
  expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
  expect(await readdir(folder)).toEqual(['link-secret']);
  expect((await stat(join(folder, 'link-secret'))).mode & 0o777).toBe(0o600);
});

it('a folder that cannot be written is a store that does not answer, and is tried again', async () => {
  const folder = await temporaryFolder();
  const [file, store] = [
    join(folder, 'taken'),
    new FolderStore(join(folder, 'taken'), { now: () => noon, address: () => '' }),
  ];
  await writeFile(file, 'a file where the folder should be');
  await expect(store.put(key('2021-07'), bytes, facts)).rejects.toThrow(StoreUnavailableError);
  await expect(store.secretOfFolder()).rejects.toThrow(StoreUnavailableError);
  await rm(file);
  expect(await store.secretOfFolder()).toHaveLength(32);
});

describe('a signed link', () => {
  const made = async () => {
    const store = await folderStore();
    const { url, expiresAt } = await store.link(key('2021-07'), { expiresInSeconds: 900, fileName: 'briefing.pdf' });
    const { pathname, searchParams } = new URL(url);
    return {
      secret: await store.secretOfFolder(),
      path: pathname.replace('/files/', ''),
      query: searchParams,
      expiresAt,
    };
  };
  const changed = (query: URLSearchParams, name: string, value: string) => {
    const copy = new URLSearchParams(query);
    copy.set(name, value);
    return copy;
  };

  it('allows its one file under its one name until it says', async () => {
    const { secret, path, query, expiresAt } = await made();
    expect(expiresAt).toEqual(new Date(noon.getTime() + 900_000));
    const before = new Date(expiresAt.getTime() - 1);
    expect(verifyLink(secret, path, query, before)).toMatchObject({ path, fileName: 'briefing.pdf' });
    expect(verifyLink(secret, path, query, expiresAt)).toBe('expired');
  });

  it('is refused when any part of it is changed', async () => {
    const { secret, path, query } = await made();
    const signature = query.get('signature') ?? '';
    const flipped = (signature.startsWith('0') ? '1' : '0') + signature.slice(1);
    const forged = [
      [path, changed(query, 'signature', flipped)],
      [path, changed(query, 'signature', '')],
      [path, changed(query, 'expires', '9999999999')],
      [path, changed(query, 'name', 'other.pdf')],
      [path.replace('/en/', '/ru/'), query],
      [path, new URLSearchParams()],
    ] as const;
    for (const [file, search] of forged) expect(verifyLink(secret, file, search, noon)).toBe('forged');
  });
});

it('keyOf reads only paths of briefings', () => {
  expect(keyOf(pathOf(key('2021-07')))).toEqual(key('2021-07'));
  for (const path of ['briefings/../../etc/passwd', 'briefings/2021-13/en/0123456789abcdef.pdf', 'link-secret', '']) {
    expect(keyOf(path)).toBeNull();
  }
});
