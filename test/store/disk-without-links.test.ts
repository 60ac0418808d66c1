import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BriefingStore, FolderObjects } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon } from '../package-files.ts';
import { bytes, facts, key } from './briefings.ts';

const refusal = vi.hoisted(() => ({ code: 'EPERM' }));

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  link: () => Promise.reject(Object.assign(new Error(`${refusal.code}: no links here`), { code: refusal.code })),
}));

describe.each(['EPERM', 'ENOTSUP', 'ENOSYS'])('a folder on a disk without hard links, which says %s', (code) => {
  let folder: string;
  const objects = () => new FolderObjects(folder, { now: () => noon });

  beforeEach(async () => {
    refusal.code = code;
    folder = await temporaryFolder();
  });

  it('keeps one of the briefings that many write at once, and nothing beside it', async () => {
    const stores = [objects(), objects()].map((each) => new BriefingStore(each));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => stores[index % 2]?.put(key('2021-07'), bytes, facts)),
    );
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    const files = await readdir(join(folder, 'briefings/2021-07/en'));
    expect(files.toSorted()).toEqual(['0123456789abcdef.pdf', '0123456789abcdef.pdf.json']);
  });

  it('signs with one secret, whichever process makes it', async () => {
    const request = { expiresInSeconds: 900, fileName: 'briefing.pdf' };
    const links = await Promise.all(Array.from({ length: 20 }, () => objects().sign('a.pdf', request)));
    expect(new Set(links.map(({ url }) => url)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['link-secret']);
  });

  it('replaces an object only if it has not changed', async () => {
    const [text, other] = [Buffer.from('one'), Buffer.from('two')];
    expect(await objects().put('current', text, { only: 'new' })).not.toBe('refused');
    expect(await objects().put('current', other, { only: 'new' })).toBe('refused');
    const found = await objects().get('current');
    const etag = found === null || found === 'unchanged' ? '' : found.etag;
    expect(await objects().put('current', other, { only: 'unchanged', etag })).not.toBe('refused');
    expect(await objects().put('current', text, { only: 'unchanged', etag })).toBe('refused');
    expect(await readFile(join(folder, 'current'), 'utf8')).toBe('two');
  });

  it('goes on after a writer that died', async () => {
    await writeFile(join(folder, 'current.claim'), '');
    const before = new Date(noon.getTime() - 60_000);
    await utimes(join(folder, 'current.claim'), before, before);
    expect(await objects().put('current', Buffer.from('one'), { only: 'new' })).not.toBe('refused');
  });
});
