import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleDigest } from '../../lib/bundle-digest.ts';
import { temporaryFolder } from '../folders.ts';

async function bundleWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

it('the digest of a bundle does not depend on the code that V8 compiled', async () => {
  const folder = await bundleWith({ 'index.mjs': 'a', 'print.js': 'b', 'print.js.compiled.zst': 'once' });
  const digest = bundleDigest(folder);
  await writeFile(join(folder, 'print.js.compiled.zst'), 'once more');
  expect(bundleDigest(folder)).toBe(digest);
  await rm(join(folder, 'print.js.compiled.zst'));
  expect(bundleDigest(folder)).not.toBe(digest);
});

it.each([
  ['a byte', { 'index.mjs': 'a', 'print.js': 'c' }],
  ['a name', { 'index.mjs': 'a', 'prints.js': 'b' }],
  ['a file more', { 'index.mjs': 'a', 'print.js': 'b', 'data.json': '' }],
  ['a byte in another file', { 'index.mjs': 'ab', 'print.js': '' }],
])('%s changes the digest of a bundle', async (_, files) => {
  const built = await bundleWith({ 'index.mjs': 'a', 'print.js': 'b' });
  expect(bundleDigest(await bundleWith(files))).not.toBe(bundleDigest(built));
});
