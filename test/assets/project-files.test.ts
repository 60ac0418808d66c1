import { copyFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectFolder } from '../../functions/assets/index.ts';
import { temporaryFolder } from '../folders.ts';

it('files that editors and operating systems leave behind are no templates and no brands', async () => {
  const folder = await temporaryFolder();
  for (const name of ['functions', 'templates'])
    await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  await copyFile(join(projectFolder, 'package.json'), join(folder, 'package.json'));
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  const sections = join(folder, 'templates/sections');
  for (const name of ['.DS_Store', '.cover.hbs.swp', 'cover.hbs~', '.#trade.hbs', 'Thumbs.db']) {
    await writeFile(join(sections, name), 'not a template');
  }
  for (const name of ['old', 'folder.hbs']) await mkdir(join(sections, name));
  const bin = join(folder, 'templates/brand/.Trashes');
  await cp(join(folder, 'templates/brand/default'), bin, { recursive: true });
  await writeFile(join(folder, 'templates/brand/.DS_Store'), '');
  const copy = await import(pathToFileURL(join(folder, 'functions/assets/index.ts')).href);
  expect(copy.brandNames()).toEqual(['default', 'sozh-chamber']);
  expect([...copy.readTemplates().keys()].filter((name: string) => /[^a-z]/.test(name))).toEqual([]);
});
