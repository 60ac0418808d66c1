import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import { currentPointer, PublishedData, pointerPath, rollBack } from '../../functions/publishing/index.ts';
import { FolderObjects, type ObjectStore, StoreUnavailableError } from '../../functions/store/index.ts';
import { noon, packageFiles, withProducts } from '../package-files.ts';
import { checks, dataIn, mover, newObjects, over, publish, versionNamed } from './publish.ts';

/** A folder of objects that counts reads, and responses that nothing has changed. */
class CountingObjects extends FolderObjects {
  reads = 0;
  unchanged = 0;

  override async get(path: string, knownEtag?: string): ReturnType<ObjectStore['get']> {
    this.reads += 1;
    const found = await super.get(path, knownEtag);
    if (found === 'unchanged') this.unchanged += 1;
    return found;
  }
}

/** A store that cannot read some objects. */
function failing(inner: ObjectStore, cannotRead: (path: string) => boolean): ObjectStore {
  return over(inner, {
    get: (path, etag) =>
      cannotRead(path) ? Promise.reject(new StoreUnavailableError('the store did not read')) : inner.get(path, etag),
  });
}

describe('the data that briefings are made from', () => {
  it('are those that came with the code until others are published', async () => {
    const { objects } = await newObjects();
    const { data, refusals } = dataIn(objects);
    expect((await data.serving()).dataset.version).toBe(loadDataset(packageFiles, '2026-11-23').version);
    await publish(versionNamed('2026.1.0'), objects);
    expect((await data.serving()).dataset.version).toBe('2026.1.0');
    expect(refusals).toEqual([]);
  });

  it('are read once: after that the store only says that nothing changed', async () => {
    const { objects, folder } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const counting = new CountingObjects(folder, { now: () => noon });
    const { data } = dataIn(counting);
    const first = await data.serving();
    const reads = counting.reads;
    expect(await data.serving()).toBe(first);
    expect([counting.reads - reads, counting.unchanged]).toEqual([1, 1]);
  });

  it('are not checked again by the checks that they passed when they were published', async () => {
    const { objects, folder } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const { pointer } = await publish(versionNamed('2026.2.0'), objects);
    // Only one that checks reads the files: it finds one missing.
    await writeFile(join(folder, 'data/versions', pointer.digest ?? '', 'areas.csv'), '');
    const version = async (by?: string) => (await dataIn(objects, by).data.serving()).dataset.version;
    expect([await version(checks), await version('checks of a later release')]).toEqual(['2026.2.0', '2026.1.0']);
  });

  it('say the same, checked again or not, after a publication and after a roll-back', async () => {
    const { objects } = await newObjects();
    for (const move of [
      () => publish(withProducts(), objects),
      () => publish(versionNamed('2099.1.0'), objects, { force: true }),
      () => rollBack('previous', { ...mover, objects }),
    ]) {
      await move();
      const [again, remembered] = await Promise.all(
        [dataIn(objects), dataIn(objects, checks)].map(({ data }) => data.serving()),
      );
      expect(remembered).toEqual(again);
      expect((await currentPointer(objects))?.pointer.checked?.checks).toBe(checks);
    }
  });

  it('are read in one call when they passed the same checks', async () => {
    const { objects, folder } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const counting = new CountingObjects(folder, { now: () => noon });
    expect((await dataIn(counting, checks).data.serving()).dataset.version).toBe('2026.1.0');
    expect(counting.reads).toBe(1);
  });

  it('are checked again where the copy of what was checked is gone or damaged', async () => {
    const { objects, folder } = await newObjects();
    const { pointer } = await publish(versionNamed('2026.1.0'), objects);
    const changed = { ...pointer.checked, rows: pointer.checked?.rows.replace('2467.8', '2467.9') };
    expect(changed.rows).not.toBe(pointer.checked?.rows);
    for (const checked of [changed, { checks, sha256: pointer.checked?.sha256 }, null]) {
      await writeFile(join(folder, pointerPath), JSON.stringify({ ...pointer, checked }));
      const { data, refusals } = dataIn(objects, checks);
      const { dataset } = await data.serving();
      expect([dataset.observations[0]?.value, refusals]).toEqual([2467.8, []]);
    }
  });

  it('are refused with the day when their latest publication is not yet out, checked before or not', async () => {
    const { objects } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const before = new PublishedData({
      objects,
      checks,
      bundled: async (today) => loadDataset(packageFiles, today),
      now: () => new Date('2025-01-01T12:00:00Z'),
      refused: () => {},
      unavailable: () => {},
    });
    await expect(before.serving()).rejects.toThrow('not after today (2025-01-01)');
  });

  it('stay the last good ones when a published version is damaged, and operators are notified', async () => {
    const { objects, folder } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const { data, refusals } = dataIn(objects);
    await data.serving();
    const { pointer } = await publish(versionNamed('2026.2.0'), objects);
    await writeFile(join(folder, 'data/versions', pointer.digest ?? '', 'areas.csv'), '');
    expect((await data.serving()).dataset.version).toBe('2026.1.0');
    expect(refusals).toHaveLength(1);
  });

  it('are the version before a damaged one in a new process', async () => {
    const { objects, folder } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const { pointer } = await publish(versionNamed('2026.2.0'), objects);
    await writeFile(join(folder, 'data/versions', pointer.digest ?? '', 'areas.csv'), '');
    const { data, refusals } = dataIn(objects);
    expect((await data.serving()).dataset.version).toBe('2026.1.0');
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
    expect((await data.serving()).dataset.version).toBe(loadDataset(packageFiles, '2026-11-23').version);
    expect(refusals).toHaveLength(1);
  });

  it('are the last ones read, for readers, while the store does not answer, and are marked so', async () => {
    const { objects } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    let isDown = false;
    const { data, refusals } = dataIn(failing(objects, () => isDown));
    await data.serving();
    isDown = true;
    expect(await data.serving()).toMatchObject({ state: 'unavailable', dataset: { version: '2026.1.0' } });
    expect(refusals).toEqual([]);
  });

  it.each([
    ['the pointer', (path: string) => path === pointerPath],
    ['one file of the version', (path: string) => path.endsWith('areas.csv')],
  ])(
    'are not guessed for new briefings while %s cannot be read, and are right again afterwards',
    async (_, cannotRead) => {
      const { objects } = await newObjects();
      await publish(versionNamed('2026.1.0'), objects);
      let isDown = true;
      const { data } = dataIn(failing(objects, (path) => isDown && cannotRead(path)));
      await expect(data.required()).rejects.toThrow(StoreUnavailableError);
      expect(await data.serving()).toMatchObject({ state: 'unavailable', digest: null });
      isDown = false;
      expect(await data.required()).toMatchObject({ state: 'current', dataset: { version: '2026.1.0' } });
    },
  );

  it('are refused at each call while the current version cannot be used', async () => {
    const { objects, folder } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const { pointer } = await publish(versionNamed('2026.2.0'), objects);
    const file = join(folder, 'data/versions', pointer.digest ?? '', 'areas.csv');
    const whole = await readFile(file);
    await writeFile(file, '');
    const { data, refusals } = dataIn(objects);
    for (let look = 1; look <= 3; look += 1) {
      expect(await data.serving()).toMatchObject({ state: 'refused', dataset: { version: '2026.1.0' } });
      expect(refusals).toHaveLength(look);
    }
    await writeFile(file, whole);
    expect(await data.serving()).toMatchObject({ state: 'current', dataset: { version: '2026.2.0' } });
  });
});
