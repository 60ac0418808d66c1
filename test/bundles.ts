import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { projectFolder } from '../functions/assets/index.ts';
import { buildBundles, ownArchitecture } from '../functions/bundle/build-bundle.ts';

const folder = join(projectFolder, 'node_modules/.cache/gomel-briefing/bundles');

let built: Promise<string> | undefined;

/** The folder with the bundles of the current code for this machine. They are built once for all tests and runs. */
export function builtBundles(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const place = join(folder, await digestOfSources());
  if (await isThere(place)) return place;
  await mkdir(folder, { recursive: true });
  await removeOld();
  const part = await mkdtemp(join(folder, 'part-'));
  await buildBundles(part, 'default', ownArchitecture ?? 'arm64');
  try {
    await rename(part, place);
  } catch (error) {
    if (!(await isThere(place))) throw error;
    await rm(part, { recursive: true }); // another process was first
  }
  return place;
}

/** A digest of everything that bundles depend on: sources, installed packages, and the version of Node. */
async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  const files = ['package.json', 'node_modules/.package-lock.json'];
  for (const part of ['functions', 'templates', 'data']) {
    const entries = await readdir(join(projectFolder, part), { recursive: true, withFileTypes: true });
    const found = entries.filter((entry) => entry.isFile());
    files.push(...found.map(({ parentPath, name }) => join(parentPath, name).slice(projectFolder.length)).toSorted());
  }
  for (const file of files) {
    const bytes = await readFile(join(projectFolder, file));
    hash.update(`${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Removes bundles older than an hour, which belong to earlier sources. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name));
    if (mtimeMs < Date.now() - 3_600_000) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** The source of a part of a bundle, which stands there compressed. */
export async function sourceOf(folder: string, part: string): Promise<string> {
  return zstdDecompressSync(await readFile(join(folder, `${part}.zst`))).toString();
}

const isThere = (place: string) =>
  stat(place).then(
    () => true,
    () => false,
  );
