import { expect, it } from 'vitest';
import { DatasetError, describe, type PackageFiles } from '../../functions/dataset/index.ts';
import { currentPointer } from '../../functions/publishing/index.ts';
import { FolderObjects } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon, packageFiles, withFile, withObservation } from '../package-files.ts';
import { publish, versionNamed } from './publish.ts';

/** The package with the Russian name of its first publisher changed. */
const publisher = (text: string) => withFile('sources.csv', (csv) => csv.replace('БЕЛТА', text));

/** Packages that no page can show, with the cell that each is refused for. */
const poisoned: Readonly<Record<string, readonly [files: PackageFiles, place: RegExp]>> = {
  'a letter without a glyph': [publisher('Łódź'), /^sources\.csv, row 2, publisher_ru: "Łódź"/],
  'a Ukrainian letter': [publisher('Київ'), /^sources\.csv, row 2, publisher_ru: "Київ"/],
  'an emoji': [publisher('БЕЛТА 📈'), /^sources\.csv, row 2, publisher_ru: /],
  'a full-width colon': [publisher('БЕЛТА：'), /^sources\.csv, row 2, publisher_ru: /],
  'a mark of direction': [publisher('БЕЛ\u202eТА'), /^sources\.csv, row 2, publisher_ru: /],
  'a control character': [publisher('БЕЛ\u0007ТА'), /^sources\.csv, row 2, publisher_ru: /],
  'the character NUL': [publisher('БЕЛ\u0000ТА'), /^sources\.csv, row 2, publisher_ru: /],
  'an accent that joins no letter': [publisher('БЕЛТ\u0301А'), /^sources\.csv, row 2, publisher_ru: /],
  'a name longer than its place': [publisher('Т'.repeat(61)), /^sources\.csv, row 2, publisher_ru: /],
  'a value of 25 digits': [
    withObservation(',2467.8,', `,${'2467'.padEnd(25, '8')},`),
    /^observations\.csv, row 2, value: "24678888/,
  ],
  'a value as computers write large ones': [
    withObservation(',2467.8,', ',1e+25,'),
    /^observations\.csv, row 2, value: "1e\+25"/,
  ],
  'a version of 1,900 digits': [versionNamed(`2026.11.${'0'.repeat(1900)}`), /^datapackage\.json, version: /],
};

it.each(Object.entries(poisoned))(
  'a package with %s is refused with its cell, and the store stays empty',
  async (_, [files, place]) => {
    const objects = new FolderObjects(await temporaryFolder(), { now: () => noon });
    const refused: unknown = await publish(files, objects, { force: true }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatasetError);
    expect((refused as DatasetError).problems.map(describe)).toContainEqual(expect.stringMatching(place));
    expect(await objects.list('data/')).toEqual([]);
  },
);

it('letters and accents that stand apart, as macOS saves them, are one and the same version when they are joined', async () => {
  const objects = new FolderObjects(await temporaryFolder(), { now: () => noon });
  const apart = new Map(
    [...packageFiles].map(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes).normalize('NFD');
      return [name, new TextEncoder().encode(text)] as const;
    }),
  );
  expect(apart.get('sources.csv')).not.toEqual(packageFiles.get('sources.csv'));
  const { pointer } = await publish(apart, objects);
  const joined = await publish(packageFiles, objects);
  expect([joined.moved, joined.pointer.digest]).toEqual([false, pointer.digest]);
  expect((await currentPointer(objects))?.pointer.digest).toBe(pointer.digest);
});
