import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyInWords } from '../../functions/local/move-words.ts';
import { currentPointer, pointerPath, rollBack } from '../../functions/publishing/index.ts';
import { noon, withFile } from '../package-files.ts';
import { mover, newObjects, publish, versionNamed } from './publish.ts';

/** A version with one value corrected and one row more than the package of the repository. */
const corrected = (version: string) =>
  new Map([
    ...versionNamed(version),
    ...[...withFile('observations.csv', changeRows)].filter(([name]) => name === 'observations.csv'),
  ]);

function changeRows(csv: string): string {
  const documents = csv.split('\n').find((row) => row.includes(',2024-07,441,PN,')) ?? '';
  const added = documents.replace(',2024-07,441,', ',2024-06,439,');
  return `${csv.replace(',2024-07,441,PN,', ',2024-07,442,PN,')}${added}\n`;
}

describe('the history of the data', () => {
  it('tells of each move who made it, when, why, and in how many rows the version differs from the one before', async () => {
    const { objects } = await newObjects();
    const later = new Date('2026-11-24T06:30:00Z');
    await publish(versionNamed('2026.1.0'), objects, { message: 'The first' });
    await publish(corrected('2026.2.0'), objects, { by: 'boris', message: 'Documents of July', now: later });
    expect((await currentPointer(objects))?.pointer.moves).toMatchObject([
      {
        ...{ kind: 'published', version: '2026.2.0', by: 'boris', message: 'Documents of July' },
        ...{ at: later.toISOString(), changes: { added: 1, changed: 1, removed: 0 } },
      },
      {
        ...{ kind: 'published', version: '2026.1.0', by: 'anna', message: 'The first' },
        ...{ at: noon.toISOString(), changes: { added: 0, changed: 0, removed: 0 } },
      },
    ]);
  });

  it('keeps every move when a version is published and two are rolled back, and says what was withdrawn', async () => {
    const { objects } = await newObjects();
    const first = await publish(versionNamed('2026.1.0'), objects);
    const second = await publish(corrected('2026.2.0'), objects);
    const back = (message: string) => rollBack('previous', { ...mover, objects, by: 'boris', message });
    await back('The count was right');
    await back('All of it was wrong');
    const pointer = (await currentPointer(objects))?.pointer;
    expect(pointer && historyInWords(pointer).split('\n')).toEqual([
      '2026-11-23 15:00  bundled, current',
      '  rolled back by boris: All of it was wrong',
      '  Rows: 0 added, 0 changed, 0 removed.',
      '',
      '2026-11-23 15:00  2026.1.0, withdrawn',
      `  ${first.pointer.digest}`,
      '  rolled back by boris: The count was right',
      '  Rows: 0 added, 1 changed, 1 removed.',
      '',
      '2026-11-23 15:00  2026.2.0, withdrawn',
      `  ${second.pointer.digest}`,
      '  published by anna',
      '  Rows: 1 added, 1 changed, 0 removed.',
      '',
      '2026-11-23 15:00  2026.1.0, withdrawn',
      `  ${first.pointer.digest}`,
      '  published by anna',
      '  Rows: 0 added, 0 changed, 0 removed.',
    ]);
  });

  it('goes on from pointers of earlier releases, which tell only the versions', async () => {
    const { folder, objects } = await newObjects();
    await publish(versionNamed('2026.1.0'), objects);
    const { pointer } = await publish(versionNamed('2026.2.0'), objects);
    const { moves: _, ...earlier } = pointer;
    await writeFile(join(folder, pointerPath), JSON.stringify(earlier));
    const next = await publish(versionNamed('2026.3.0'), objects, { message: 'With a reason' });
    expect(next.pointer.moves.map(({ version, by, message }) => [version, by, message])).toEqual([
      ['2026.3.0', 'anna', 'With a reason'],
      ['2026.2.0', null, null],
      ['2026.1.0', null, null],
    ]);
    const oldest = { digest: pointer.digest, version: '2026.2.0', since: pointer.since };
    await writeFile(join(folder, pointerPath), JSON.stringify({ ...oldest, previous: pointer.history[0]?.digest }));
    const found = (await currentPointer(objects))?.pointer;
    expect(found && historyInWords(found)).toMatch(/^2026-11-23 15:00 {2}2026\.2\.0, current\n(.|\n)*\n\nearlier/);
  });

  it('has no count where the version before cannot be read', async () => {
    const { folder, objects } = await newObjects();
    const { pointer } = await publish(versionNamed('2026.1.0'), objects);
    await writeFile(join(folder, 'data/versions', pointer.digest ?? '', 'areas.csv'), '');
    const next = await publish(versionNamed('2026.2.0'), objects);
    expect([next.before, next.pointer.moves[0]?.changes]).toEqual([null, null]);
  });
});
