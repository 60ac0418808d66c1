import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptSubset } from '../../functions/assets/subset-cache.ts';
import { temporaryFolder } from '../folders.ts';

/** A function that gives a text and counts its calls. */
function maker(text: string) {
  let times = 0;
  const make = async () => {
    times += 1;
    return new TextEncoder().encode(text);
  };
  return { make, times: () => times };
}

it('a font that was subset is not subset again', async () => {
  const [folder, { make, times }] = [await temporaryFolder(), maker('subset')];
  const [made, kept] = [await keptSubset(['font'], make, folder), await keptSubset(['font'], make, folder)];
  expect([times(), Buffer.from(kept).toString()]).toEqual([1, 'subset']);
  expect(kept).toEqual(made);
});

it('another font, other characters or other options are subset again', async () => {
  const [folder, { make, times }] = [await temporaryFolder(), maker('subset')];
  for (const from of [['font', 'ab'], ['fonts', 'ab'], ['font', 'abc'], ['fontab']]) {
    await keptSubset(from, make, folder);
  }
  expect(times()).toBe(4);
});

it.each([
  ['cut off', (file: string) => truncate(file, 35)],
  ['empty', (file: string) => truncate(file, 0)],
  ['something else', (file: string) => writeFile(file, 'x'.repeat(50))],
])('a kept font that is %s is subset again, and then kept', async (_, spoil) => {
  const [folder, { make, times }] = [await temporaryFolder(), maker('subset')];
  await keptSubset(['font'], make, folder);
  for (const name of await readdir(folder)) await spoil(join(folder, name));
  expect(Buffer.from(await keptSubset(['font'], make, folder)).toString()).toBe('subset');
  await keptSubset(['font'], make, folder);
  expect(times()).toBe(2);
});

it('a font is subset even if the cache cannot be written', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  const { make } = maker('subset');
  expect(Buffer.from(await keptSubset(['font'], make, file)).toString()).toBe('subset');
  expect(await readFile(file, 'utf8')).toBe('');
});

it('concurrent subsetting of a font leaves one complete file', async () => {
  const [folder, { make }] = [await temporaryFolder(), maker('subset')];
  const all = await Promise.all(Array.from({ length: 20 }, () => keptSubset(['font'], make, folder)));
  expect(new Set(all.map((bytes) => Buffer.from(bytes).toString()))).toEqual(new Set(['subset']));
  expect(await readdir(folder)).toHaveLength(1);
});
