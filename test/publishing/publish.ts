import type { PackageFiles } from '../../functions/dataset/index.ts';
import { type MoveOptions, type PublishOptions, publishPackage } from '../../functions/publishing/index.ts';
import type { ObjectStore } from '../../functions/store/index.ts';
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
