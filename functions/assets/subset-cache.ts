import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const ownFolder = join(modules, '.cache/gomel-briefing/fonts');

/**
 * The result of `make`, cached in `node_modules/.cache` under a digest of its inputs and of the installed packages. An
 * incomplete file is made again. Where nothing can be cached, everything is made every time.
 */
export async function keptSubset(
  from: readonly (string | Uint8Array)[],
  make: () => Promise<Uint8Array>,
  folder = ownFolder,
): Promise<Uint8Array> {
  const installed = await readFile(join(modules, '.package-lock.json')).catch(() => null);
  if (!installed) return make();
  const hash = createHash('sha256');
  for (const part of [installed, ...from]) hash.update(digestOf(part));
  const file = join(folder, hash.digest('hex'));
  const kept = await readFile(file).catch(() => null);
  if (kept && digestOf(kept.subarray(32)).equals(kept.subarray(0, 32))) return new Uint8Array(kept.subarray(32));
  const made = await make();
  await keep(file, Buffer.concat([digestOf(made), made])).catch(() => {}); // the cache only saves time
  return made;
}

/** Other processes see the whole file or none. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${randomUUID()}.part`;
  await writeFile(part, bytes);
  await rename(part, file);
}

function digestOf(part: string | Uint8Array): Buffer {
  return createHash('sha256').update(part).digest();
}
