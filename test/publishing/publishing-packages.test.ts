import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DatasetError, type PackageFiles } from '../../functions/dataset/index.ts';
import {
  currentPointer,
  PublishConflictError,
  type Published,
  pointerPath,
  rollBack,
  withBase,
} from '../../functions/publishing/index.ts';
import { packageFiles, withFile, withObservation, withProducts } from '../package-files.ts';
import { dataIn, mover, newObjects, over, publish, versionNamed } from './publish.ts';

/** Rows of the observations, by the value that they begin with. */
type Located = Readonly<Record<'exports' | 'imports', string>>;
const rowValues = { exports: '675.6', imports: '1792.2' } as const;

/** The package of the repository made from a version, with another version and other places in the source for some rows. */
function basedOn({ pointer: { digest } }: Published, version: string, located: Partial<Located>): PackageFiles {
  const changes = Object.entries(located).map(([row, place]) => [rowValues[row as keyof Located], place] as const);
  const text = changes.reduce(
    (csv, [value, place]) => csv.replace(new RegExp(`(,${value},.*),paragraph 7,`), `$1,${place},`),
    new TextDecoder().decode(packageFiles.get('observations.csv')),
  );
  return new Map([
    ...withBase(versionNamed(version), digest ?? ''),
    ['observations.csv', new TextEncoder().encode(text)],
  ]);
}

/** The descriptor of the repository's package with another version. */
const versionFile = (version: string) =>
  new TextEncoder().encode(
    new TextDecoder()
      .decode(packageFiles.get('datapackage.json'))
      .replace(/"version": "[^"]+"/, `"version": "${version}"`),
  );

describe('publishing a package', () => {
  it('that was fetched and left as it was reports that it is current already', async () => {
    const { objects } = await newObjects();
    const first = await publish(versionNamed('2027.1.0'), objects);
    const fetched = new Map(versionNamed('2027.1.0'));
    const descriptor = JSON.parse(new TextDecoder().decode(fetched.get('datapackage.json'))) as object;
    const based = JSON.stringify({ ...descriptor, base: first.pointer.digest });
    fetched.set('datapackage.json', new TextEncoder().encode(based));
    expect(await publish(fetched, objects)).toMatchObject({ moved: false, pointer: { digest: first.pointer.digest } });
  });

  it('makes it current, and reports when it already was', async () => {
    const { objects } = await newObjects();
    const first = await publish(versionNamed('2026.1.0'), objects);
    expect(first).toMatchObject({ moved: true, pointer: { version: '2026.1.0', history: [] } });
    const again = await publish(versionNamed('2026.1.0'), objects);
    expect(again).toMatchObject({ moved: false, pointer: { digest: first.pointer.digest } });
  });

  it('stores nothing of a package that fails a check, and lists every problem', async () => {
    const { objects } = await newObjects();
    const broken = withObservation('1792.2,USD', '1972.2,USD');
    await expect(publish(broken, objects)).rejects.toThrow(DatasetError);
    expect(await currentPointer(objects)).toBeNull();
  });

  it('has one winner when two editors publish at the same time, and names the winner to the other', async () => {
    const { objects } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const race = await Promise.allSettled(
      ['2026.2.0', '2026.3.0', '2026.4.0', '2026.5.0'].map((version) => publish(versionNamed(version), objects)),
    );
    const won = race.filter(({ status }) => status === 'fulfilled');
    const lost = race.filter((entry) => entry.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(won).toHaveLength(1);
    expect(lost.every((reason) => reason instanceof PublishConflictError)).toBe(true);
    const pointer = (await currentPointer(objects))?.pointer;
    expect(won[0]).toMatchObject({ value: { pointer } });
  });

  it('can be rolled back version by version to the data of the code, and to any version by its digest', async () => {
    const { objects } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const second = await publish(versionNamed('2026.2.0'), objects);
    const back = () => rollBack('previous', { ...mover, objects });
    expect((await back()).pointer.version).toBe('2026.1.0');
    expect((await back()).pointer).toMatchObject({ digest: null, version: 'bundled' });
    await expect(back()).rejects.toThrow('there is nothing before them');
    const again = await rollBack({ digest: second.pointer.digest ?? '' }, { ...mover, objects });
    expect(again.pointer.version).toBe('2026.2.0');
    expect(again.pointer.history.map(({ version }) => version)).not.toContain('2026.2.0');
  });

  it('records which versions were withdrawn, so that no briefing from them is served', async () => {
    const { objects } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const { pointer } = await publish(versionNamed('2026.2.0'), objects);
    await rollBack('previous', { ...mover, objects });
    const { withdrawn } = await dataIn(objects).data.serving();
    expect(withdrawn.map(({ digest }) => digest)).toEqual([pointer.digest]);
  });

  it('refuses what would undo the work of others, each with its remedy, unless it is forced', async () => {
    const { objects } = await newObjects();
    const morning = await publish(versionNamed('2026.10.0'), objects);
    await publish(basedOn(morning, '2026.11.1', { exports: 'page 8' }), objects, { by: 'boris' });
    const late = basedOn(morning, '2026.11.0', { imports: 'page 9' });
    await expect(publish(late, objects)).rejects.toThrow(
      /made from the version [0-9a-f]{12}, and 2026\.11\.1 .*\n- its version 2026\.11\.0 is not higher than 2026\.11\.1/,
    );
    const withoutRow = withFile('observations.csv', (text) => text.replace(/^companies,.*\n/m, ''));
    const gutted = new Map([...withoutRow, ['datapackage.json', versionFile('2026.12.0')]]);
    await expect(publish(gutted, objects)).rejects.toThrow(
      /1 of the current rows of observations\.csv are not in it: companies _Z BY-HO RU/,
    );
    const { overridden } = await publish(gutted, objects, { force: true });
    expect(overridden).toHaveLength(1);
  });

  it.each([
    [
      'ten times the companies',
      'companies,_Z,BY-HO,RU,2024-07,3610,PN,0,0',
      'companies 3610 in row 72 after 361 in row 19',
    ],
    ['a tenth of them', 'companies,_Z,BY-HO,RU,2024-07,36,PN,0,0', 'companies 36 in row 72 after 361 in row 19'],
    ['less than ten times the companies', 'companies,_Z,BY-HO,RU,2024-07,3600,PN,0,0', null],
    [
      'a thousand times the investment of a year',
      'investment,_Z,BY-HO,RU,2021,515200.0,USD,6,1',
      'investment 515200000000 in row 72 after 515200000 in row 18',
    ],
    ['as much in thousands as before in millions', 'investment,_Z,BY-HO,RU,2021,515200,USD,3,0', null],
    ['investment of a half-year, beside years and quarters', 'investment,_Z,BY-HO,RU,2021-S1,5.2,USD,6,1', null],
  ])('asks about %s', async (_, row, says) => {
    const { objects } = await newObjects();
    await publish(versionNamed('2026.10.0'), objects);
    const more = withFile('observations.csv', (text) => `${text}${row},exact,A,gp-2024-07-05,text,\n`);
    const files = new Map([...more, ['datapackage.json', versionFile('2026.11.0')]]);
    const asked = await publish(files, objects).then(
      () => null,
      (error: Error) => error.message,
    );
    if (says === null) expect(asked).toBeNull();
    else expect(asked).toContain(`${says}: look at the digits and unit_mult in observations.csv`);
  });

  it.each([
    ['goes on with its own last publication is taken', 'page 9', 'anna', []],
    ['takes back what it changed itself is refused', 'paragraph 7', 'anna', ['other_base']],
    ['goes on with the publication of someone else is refused', 'page 9', 'boris', ['other_base']],
  ])('a file that %s', async (_, exports, first, objections) => {
    const { objects } = await newObjects();
    const morning = await publish(versionNamed('2026.10.0'), objects);
    await publish(basedOn(morning, '2026.11.0', { exports: 'page 8' }), objects, { by: first });
    const mended = basedOn(morning, '2026.11.1', { exports });
    const { overridden } = await publish(mended, objects, { force: true });
    expect(overridden.map(({ code }) => code)).toEqual(objections);
  });

  it('takes a package with products after one without, loses no row by that, and goes back to the older form', async () => {
    const { objects } = await newObjects();
    const older = await publish(versionNamed('2026.1.0'), objects);
    const descriptor = versionFile('2026.2.0');
    await publish(new Map([...withProducts(), ['datapackage.json', descriptor]]), objects);
    const back = await rollBack('previous', { ...mover, objects });
    expect(back.pointer.digest).toBe(older.pointer.digest);
  });

  it('stores nothing of a package that cannot be printed', async () => {
    const { objects } = await newObjects();
    const prove = () => Promise.reject(new Error('no glyph for Ł'));
    await expect(publish(versionNamed('2026.1.0'), objects, { prove })).rejects.toThrow('no glyph');
    expect(await currentPointer(objects)).toBeNull();
  });

  it('recognises its own pointer when the answer to its write was lost', async () => {
    const { objects } = await newObjects();
    const lossy = over(objects, {
      put: async (path, ...rest) => {
        const outcome = await objects.put(path, ...rest);
        return path === pointerPath ? 'refused' : outcome;
      },
    });
    const { pointer, moved } = await publish(versionNamed('2026.1.0'), lossy);
    expect([moved, pointer.version]).toEqual([true, '2026.1.0']);
  });

  it('does not make a version with a missing file current', async () => {
    const { objects } = await newObjects();
    const holed = over(objects, {
      put: async (path, ...rest) => (path.endsWith('areas.csv') ? 'refused' : objects.put(path, ...rest)),
    });
    await expect(publish(versionNamed('2026.1.0'), holed)).rejects.toThrow('is damaged');
    expect(await currentPointer(objects)).toBeNull();
  });

  it('does not roll back to a missing or damaged version', async () => {
    const { objects, folder } = await newObjects();
    await expect(rollBack('previous', { ...mover, objects })).rejects.toThrow('Nothing was published');
    const { pointer } = await publish(versionNamed('2026.1.0'), objects);
    await expect(rollBack({ digest: '0'.repeat(64) }, { ...mover, objects })).rejects.toThrow(
      'there is no published version',
    );
    const file = join(folder, 'data/versions', pointer.digest ?? '', 'observations.csv');
    await writeFile(file, (await readFile(file, 'utf8')).replace('2467.8', '2467.9'));
    await expect(rollBack({ digest: pointer.digest ?? '' }, { ...mover, objects })).rejects.toThrow('is damaged');
  });

  it('never overwrites a version', async () => {
    const { objects, folder } = await newObjects();
    const { pointer } = await publish(versionNamed('2026.1.0'), objects);
    const file = join(folder, 'data/versions', pointer.digest ?? '', 'sources.csv');
    const before = await readFile(file, 'utf8');
    await writeFile(file, `${before}changed`);
    await publish(versionNamed('2026.1.0'), objects);
    expect(await readFile(file, 'utf8')).toBe(`${before}changed`);
  });
});
