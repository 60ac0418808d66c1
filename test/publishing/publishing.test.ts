import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DatasetError, loadDataset } from '../../functions/dataset/index.ts';
import {
  currentPointer,
  PublishConflictError,
  PublishedData,
  pointerPath,
  publishPackage,
  rollBack,
} from '../../functions/publishing/index.ts';
import { FolderObjects, type ObjectStore, type VersionedObject } from '../../functions/store/index.ts';
import { packageFiles, withFile, withObservation } from '../package-files.ts';
import { noon, temporaryFolder } from '../services.ts';

/** The package of the repository as another version. */
const versionNamed = (version: string) =>
  withFile('datapackage.json', (text) => text.replace(/"version": "[^"]+"/, `"version": "${version}"`));

async function newObjects() {
  const folder = await temporaryFolder();
  return { folder, objects: new FolderObjects(folder, () => noon) };
}

/** An object store that counts what it is asked for, and how often the answer was that nothing changed. */
class CountingObjects implements ObjectStore {
  reads = 0;
  unchanged = 0;
  private readonly inner: ObjectStore;

  constructor(inner: ObjectStore) {
    this.inner = inner;
  }

  async get(path: string, knownEtag?: string): Promise<VersionedObject | 'unchanged' | null> {
    this.reads += 1;
    const found = await this.inner.get(path, knownEtag);
    if (found === 'unchanged') this.unchanged += 1;
    return found;
  }

  put: ObjectStore['put'] = (...call) => this.inner.put(...call);
}

function dataIn(objects: ObjectStore) {
  const refusals: unknown[] = [];
  const data = new PublishedData({
    objects,
    bundled: async (today) => loadDataset(packageFiles, today),
    now: () => noon,
    refused: (reason) => refusals.push(reason),
  });
  return { data, refusals };
}

describe('publishing a package', () => {
  it('makes it current, and says so when it is current already', async () => {
    const { objects } = await newObjects();
    const first = await publishPackage(versionNamed('2026.1.0'), objects, noon);
    expect(first).toMatchObject({ moved: true, pointer: { version: '2026.1.0', previous: null } });
    const again = await publishPackage(versionNamed('2026.1.0'), objects, noon);
    expect(again).toMatchObject({ moved: false, pointer: { digest: first.pointer.digest } });
  });

  it('stores nothing of a package that fails a check, and tells every problem', async () => {
    const { objects } = await newObjects();
    const broken = withObservation('1792.2,USD', '1972.2,USD');
    await expect(publishPackage(broken, objects, noon)).rejects.toThrow(DatasetError);
    expect(await currentPointer(objects)).toBeNull();
  });

  it('has one winner when two editors publish at the same time, and the other learns who won', async () => {
    const { objects } = await newObjects();
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    const race = await Promise.allSettled(
      ['2026.2.0', '2026.3.0', '2026.4.0', '2026.5.0'].map((version) =>
        publishPackage(versionNamed(version), objects, noon),
      ),
    );
    const won = race.filter(({ status }) => status === 'fulfilled');
    const lost = race.filter((entry) => entry.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(won).toHaveLength(1);
    expect(lost.every((reason) => reason instanceof PublishConflictError)).toBe(true);
    const pointer = (await currentPointer(objects))?.pointer;
    expect(won[0]).toMatchObject({ value: { pointer } });
  });

  it('goes back to the version before, and back again by its digest', async () => {
    const { objects } = await newObjects();
    const first = await publishPackage(versionNamed('2026.1.0'), objects, noon);
    const second = await publishPackage(versionNamed('2026.2.0'), objects, noon);
    expect((await rollBack(null, objects, noon)).pointer).toMatchObject({
      version: '2026.1.0',
      previous: second.pointer.digest,
    });
    expect((await rollBack(second.pointer.digest, objects, noon)).pointer.version).toBe('2026.2.0');
    expect(first.pointer.previous).toBeNull();
  });

  it('does not go back to what is not there or was damaged', async () => {
    const { objects, folder } = await newObjects();
    await expect(rollBack(null, objects, noon)).rejects.toThrow('no published version before');
    const { pointer } = await publishPackage(versionNamed('2026.1.0'), objects, noon);
    await expect(rollBack('0'.repeat(64), objects, noon)).rejects.toThrow('there is no published version');
    const file = join(folder, 'data/versions', pointer.digest, 'observations.csv');
    await writeFile(file, (await readFile(file, 'utf8')).replace('2467.8', '2467.9'));
    await expect(rollBack(pointer.digest, objects, noon)).rejects.toThrow('is damaged');
  });

  it('never overwrites a version', async () => {
    const { objects, folder } = await newObjects();
    const { pointer } = await publishPackage(versionNamed('2026.1.0'), objects, noon);
    const file = join(folder, 'data/versions', pointer.digest, 'sources.csv');
    const before = await readFile(file, 'utf8');
    await writeFile(file, `${before}changed`);
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    expect(await readFile(file, 'utf8')).toBe(`${before}changed`);
  });
});

describe('the data that briefings are made from', () => {
  it('are those that came with the code until some are published', async () => {
    const { objects } = await newObjects();
    const { data, refusals } = dataIn(objects);
    expect((await data.current()).version).toBe(loadDataset(packageFiles, '2026-11-23').version);
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    expect((await data.current()).version).toBe('2026.1.0');
    expect(refusals).toEqual([]);
  });

  it('are read once: after that the store only says that nothing changed', async () => {
    const { objects } = await newObjects();
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    const counting = new CountingObjects(objects);
    const { data } = dataIn(counting);
    const first = await data.current();
    const reads = counting.reads;
    expect(await data.current()).toBe(first);
    expect([counting.reads - reads, counting.unchanged]).toEqual([1, 1]);
  });

  it('stay the last good ones when a published version is damaged, and operators hear of it', async () => {
    const { objects, folder } = await newObjects();
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    const { data, refusals } = dataIn(objects);
    await data.current();
    const { pointer } = await publishPackage(versionNamed('2026.2.0'), objects, noon);
    await writeFile(join(folder, 'data/versions', pointer.digest, 'areas.csv'), '');
    expect((await data.current()).version).toBe('2026.1.0');
    expect(refusals).toHaveLength(1);
  });

  it('are told to be refused at each call until they are mended, for that is how long the trouble lasts', async () => {
    const { objects, folder } = await newObjects();
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    const { pointer } = await publishPackage(versionNamed('2026.2.0'), objects, noon);
    await writeFile(join(folder, 'data/versions', pointer.digest, 'areas.csv'), '');
    const { data, refusals } = dataIn(objects);
    for (let call = 1; call <= 20; call += 1) {
      await data.current();
      expect(refusals).toHaveLength(call);
    }
    await publishPackage(versionNamed('2026.3.0'), objects, noon);
    expect((await data.current()).version).toBe('2026.3.0');
    expect((await data.current()).version).toBe('2026.3.0');
    expect(refusals).toHaveLength(20);
  });

  it('are the version before a damaged one in a process that has seen neither', async () => {
    const { objects, folder } = await newObjects();
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    const { pointer } = await publishPackage(versionNamed('2026.2.0'), objects, noon);
    await writeFile(join(folder, 'data/versions', pointer.digest, 'areas.csv'), '');
    const { data, refusals } = dataIn(objects);
    expect((await data.current()).version).toBe('2026.1.0');
    expect(refusals).toHaveLength(1);
  });

  it.each([
    ['is not JSON', '{'],
    ['names no version', '{"digest":"../../etc"}'],
    ['names a version that is not there', JSON.stringify({ digest: 'a'.repeat(64), previous: null })],
  ])('are those that came with the code when the pointer %s', async (_, text) => {
    const { objects } = await newObjects();
    await objects.put(pointerPath, Buffer.from(text), { only: 'new' });
    const { data, refusals } = dataIn(objects);
    expect((await data.current()).version).toBe(loadDataset(packageFiles, '2026-11-23').version);
    expect(refusals).toHaveLength(1);
  });

  it('are the last good ones while the store does not answer', async () => {
    const { objects } = await newObjects();
    await publishPackage(versionNamed('2026.1.0'), objects, noon);
    let isDown = false;
    const flaky: ObjectStore = {
      get: (...call) => (isDown ? Promise.reject(new Error('down')) : objects.get(...call)),
      put: (...call) => objects.put(...call),
    };
    const { data, refusals } = dataIn(flaky);
    await data.current();
    isDown = true;
    expect((await data.current()).version).toBe('2026.1.0');
    expect(refusals).toHaveLength(1);
  });
});
