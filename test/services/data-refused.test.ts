import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { rollBack } from '../../functions/publishing/index.ts';
import { servicesFromEnvironment } from '../../functions/services/index.ts';
import { FolderObjects } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon } from '../package-files.ts';
import { mover, publish, versionNamed } from '../publishing/publish.ts';

/** The values of a metric in the lines that CloudWatch reads. */
function measuredAs(name: string): readonly number[] {
  const values: number[] = [];
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    const value: unknown = JSON.parse(String(line))[name];
    if (value !== undefined) values.push(Number(value));
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => {
    written.mockRestore();
    stderr.mockRestore();
  });
  return values;
}

it('refused data are reported with each call that uses older data, until current data are read', async () => {
  const folder = await temporaryFolder();
  const environment = { BRIEFINGS_FOLDER: folder };
  const objects = new FolderObjects(folder, { now: () => noon });
  await publish(versionNamed('2026.1.0'), objects);
  const measured = measuredAs('DataRefused');
  const services = servicesFromEnvironment(environment);
  await services.serving();
  await services.serving();
  expect(measured).toEqual([0]);
  const { pointer } = await publish(versionNamed('2026.2.0'), objects);
  await writeFile(join(folder, 'data/versions', pointer.digest ?? '', 'areas.csv'), '');
  for (let call = 0; call < 3; call += 1) expect((await services.serving()).dataset.version).toBe('2026.1.0');
  expect(measured).toEqual([0, 1, 1, 1]);
  // A new process, such as that of the daily check, knows of no better data.
  await servicesFromEnvironment(environment).serving();
  expect(measured).toEqual([0, 1, 1, 1, 1]);
  await rollBack('previous', { ...mover, objects });
  await services.serving();
  await services.serving();
  expect(measured).toEqual([0, 1, 1, 1, 1, 0]);
});
