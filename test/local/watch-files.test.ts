import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { watchFiles } from '../../functions/local/watch-files.ts';
import { temporaryFolder } from '../folders.ts';

let folder: string;
let saved: string[];

beforeEach(async () => {
  folder = await temporaryFolder();
  saved = [];
  await mkdir(join(folder, 'sections'));
  await writeFile(join(folder, 'messages.csv'), 'one');
  await writeFile(join(folder, 'sections/trade.hbs'), 'one');
  onTestFinished(watchFiles(new Map([['templates', folder]]), (file) => void saved.push(file)));
});

/** Waits until the saves are those, and a while longer for one too many. */
async function heard(...files: readonly string[]): Promise<void> {
  await expect.poll(() => saved, { timeout: 5000 }).toEqual(files);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(saved.splice(0)).toEqual(files);
}

/** Saves as `sed -i` and many editors do: another file takes the place of the old one. */
async function renameOver(file: string, content: string): Promise<void> {
  await writeFile(join(folder, `${file}.new~`), content);
  await rename(join(folder, `${file}.new~`), join(folder, file));
}

describe('a watched file', () => {
  it.each(['messages.csv', 'sections/trade.hbs'])(
    'is heard of each time that another is renamed over it: %s',
    async (file) => {
      for (const content of ['two', 'three', 'four']) {
        await renameOver(file, content);
        await heard(`templates/${file}`);
      }
      await writeFile(join(folder, file), 'five');
      await heard(`templates/${file}`);
    },
  );

  it('is heard of when it is new, deleted and there again', async () => {
    await writeFile(join(folder, 'sections/new.hbs'), 'one');
    await heard('templates/sections/new.hbs');
    await rm(join(folder, 'sections/new.hbs'));
    await heard('templates/sections/new.hbs');
    await writeFile(join(folder, 'sections/new.hbs'), 'two');
    await heard('templates/sections/new.hbs');
  });

  it('is heard of in a folder that is new, and in one that took the place of another', async () => {
    await mkdir(join(folder, 'brand'));
    await writeFile(join(folder, 'brand/brand.json'), 'one');
    await heard('templates/brand/brand.json');
    await renameOver('brand/brand.json', 'two');
    await heard('templates/brand/brand.json');
    await rename(join(folder, 'sections'), `${folder}-old`);
    onTestFinished(() => rm(`${folder}-old`, { recursive: true }));
    await mkdir(join(folder, 'sections'));
    await writeFile(join(folder, 'sections/trade.hbs'), 'two');
    await heard('templates/sections/trade.hbs');
    await renameOver('sections/trade.hbs', 'three');
    await heard('templates/sections/trade.hbs');
  });

  it('is heard of once for saves that belong together, and not for what editors leave beside it', async () => {
    for (const name of ['.messages.csv.swp', 'messages.csv~', '.DS_Store', 'x.tmp'])
      await writeFile(join(folder, name), 'x');
    await writeFile(join(folder, '4913'), '');
    await rm(join(folder, '4913'));
    await heard();
    await writeFile(join(folder, 'messages.csv'), 'tw');
    await writeFile(join(folder, 'messages.csv'), 'two');
    await heard('templates/messages.csv');
  });

  it('is heard of again when the whole folder was away', async () => {
    await rename(folder, `${folder}-away`);
    await heard('templates/messages.csv');
    await rename(`${folder}-away`, folder);
    await expect.poll(() => saved.length, { timeout: 5000 }).toBeGreaterThan(0);
    saved.length = 0;
    await renameOver('messages.csv', 'two');
    await heard('templates/messages.csv');
  });
});
