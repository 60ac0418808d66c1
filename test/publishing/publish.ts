import { loadDataset, type PackageFiles } from '../../functions/dataset/index.ts';
import {
  type MoveOptions,
  PublishedData,
  type PublishOptions,
  publishPackage,
} from '../../functions/publishing/index.ts';
import { FolderObjects, type ObjectStore } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon, packageFiles, withFile } from '../package-files.ts';

/** The version of the checks with which packages are published in tests. */
export const checks = 'checks of the editor';

/** Who moves the pointer in tests, and from which data of the code. */
export const mover: Omit<MoveOptions, 'objects'> = {
  ...{ now: noon, checks, by: 'anna', message: null },
  bundled: async () => packageFiles,
};

/** Publishes a package without printing it. */
export function publish(files: PackageFiles, objects: ObjectStore, changes: Partial<PublishOptions> = {}) {
  return publishPackage(files, { ...mover, objects, force: false, prove: async () => {}, ...changes });
}

/** The package of the repository with another version. */
export const versionNamed = (version: string) =>
  withFile('datapackage.json', (text) => text.replace(/"version": "[^"]+"/, `"version": "${version}"`));

/** An empty store of objects in a folder that is removed after the test. */
export async function newObjects() {
  const folder = await temporaryFolder();
  return { folder, objects: new FolderObjects(folder, { now: () => noon }) };
}

/** The data of a process, with the reasons of its refusals; it makes all checks itself, unless they are those of the editor. */
export function dataIn(objects: ObjectStore, checks = 'checks of the function') {
  const refusals: unknown[] = [];
  const data = new PublishedData({
    objects,
    bundled: async (today) => loadDataset(packageFiles, today),
    now: () => noon,
    checks,
    refused: (reason) => refusals.push(reason),
    unavailable: () => {},
  });
  return { data, refusals };
}

/** A store with some methods replaced. */
export function over(inner: ObjectStore, methods: Partial<ObjectStore>): ObjectStore {
  return Object.assign(Object.create(inner) as ObjectStore, methods);
}
