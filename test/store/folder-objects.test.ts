import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BriefingStore, FolderObjects, StoreUnavailableError } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon } from '../package-files.ts';
import { bytes, facts, key } from './briefings.ts';

const link = { expiresInSeconds: 900, fileName: 'briefing.pdf', contentType: 'application/pdf' };

const objectsIn = (folder: string, now = () => noon) => new FolderObjects(folder, { now });

describe('a folder of objects', () => {
  it('says of a briefing that it wrote what a look-up says of it later', async () => {
    const store = new BriefingStore(objectsIn(await temporaryFolder()));
    const written = await store.put(key('2021-07'), bytes, facts);
    expect(written?.created).toBeInstanceOf(Date);
    expect(await store.head(key('2021-07'))).toEqual(written);
  });

  it('has one winner when many processes write at once, and no drafts are left', async () => {
    const folder = await temporaryFolder();
    const stores = [1, 2].map(() => new BriefingStore(objectsIn(folder)));
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => stores[index % 2]?.put(key('2021-07'), bytes, facts)),
    );
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    const files = await readdir(join(folder, 'briefings/2021-07/en'));
    expect(files.toSorted()).toEqual(['0123456789abcdef.pdf', '0123456789abcdef.pdf.json']);
    const kept = await readFile(join(folder, 'briefings/2021-07/en/0123456789abcdef.pdf.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual(facts);
  });

  it('keeps the secret of links readable only by its owner', async () => {
    const folder = await temporaryFolder();
    await objectsIn(folder).sign('a.pdf', link);
    expect((await stat(join(folder, 'link-secret'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'link-secret'))).toHaveLength(32);
  });

  it('signs with the same secret in all processes', async () => {
    const folder = await temporaryFolder();
    const processes = Array.from({ length: 50 }, () => objectsIn(folder));
    const links = await Promise.all(processes.map((objects) => objects.sign('a.pdf', link)));
    expect(new Set(links.map(({ url }) => url)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['link-secret']);
  });

  it('leaves nothing of an object that could not be written, as on a full disk: not even its facts', async () => {
    const folder = await temporaryFolder();
    const unwritable = {} as Uint8Array; // the write fails in the middle, after the folder was made
    const description = { contentType: 'application/pdf', facts: '{}' };
    const put = objectsIn(folder).put('briefings/a.pdf', unwritable, { only: 'new' }, description);
    await expect(put).rejects.toThrow(StoreUnavailableError);
    expect(await readdir(join(folder, 'briefings'))).toEqual([]);
  });

  it('is unavailable while it cannot be written, and can be retried', async () => {
    const folder = join(await temporaryFolder(), 'taken');
    const objects = objectsIn(folder);
    await writeFile(folder, 'a file where the folder should be');
    await expect(objects.put('a', bytes, { only: 'new' })).rejects.toThrow(StoreUnavailableError);
    await expect(objects.list('a/')).rejects.toThrow(StoreUnavailableError);
    await expect(objects.sign('a', link)).rejects.toThrow(StoreUnavailableError);
    await rm(folder);
    expect(await objects.list('a/')).toEqual([]);
    expect((await objects.sign('a', link)).url).toContain('/files/a?');
  });
});

describe('a signed link', () => {
  const made = async () => {
    let now = noon;
    const objects = objectsIn(await temporaryFolder(), () => now);
    const { url, expiresAt } = await objects.sign('briefings/2021-07/en/0123456789abcdef.pdf', link);
    const { pathname, searchParams: query } = new URL(url);
    const wait = (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    };
    return { objects, path: pathname.replace('/files/', ''), query, expiresAt, wait };
  };
  const changed = (query: URLSearchParams, name: string, value: string) => {
    const copy = new URLSearchParams(query);
    copy.set(name, value);
    return copy;
  };

  it('permits one file under one name until it expires', async () => {
    const { objects, path, query, expiresAt, wait } = await made();
    expect(expiresAt).toEqual(new Date(noon.getTime() + 900_000));
    wait(899_999);
    expect(await objects.verify(path, query)).toMatchObject({ path, fileName: 'briefing.pdf' });
    wait(1);
    expect(await objects.verify(path, query)).toBe('expired');
  });

  it('is refused when any part of it is changed', async () => {
    const { objects, path, query } = await made();
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
    for (const [file, search] of forged) expect(await objects.verify(file, search)).toBe('forged');
  });
});
