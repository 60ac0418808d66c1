import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';

it('makeFolder makes missing folders, also when many ask at the same time', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'a/b/c/d');
  await Promise.all(Array.from({ length: 50 }, () => makeFolder(path)));
  expect((await stat(path)).isDirectory()).toBe(true);
  await makeFolder(path);
});

it('makeFolder names the file that is in the way', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'a/b'), '');
  await expect(makeFolder(join(folder, 'a/b'))).rejects.toMatchObject({ code: 'EEXIST', path: join(folder, 'a/b') });
  await expect(makeFolder(join(folder, 'a/b/c'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

it.skipIf(process.platform !== 'linux')('makeFolder ends where Node’s own way tries for ever', async () => {
  await expect(makeFolder('/proc/a/b')).rejects.toMatchObject({ code: 'ENOENT', path: '/proc/a' });
});
