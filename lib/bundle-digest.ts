import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How the file ends that keeps what V8 compiled. */
const compiledEnding = '.compiled.zst';

/**
 * A digest of a bundle, the same for each build of the same sources. What V8 compiles is never the same bytes twice, so
 * it is not read: of it the digest holds for which Node it was compiled.
 */
export function bundleDigest(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).toSorted();
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = path.endsWith(compiledEnding)
      ? `compiled by Node ${process.version} for ${process.arch}`
      : readFileSync(join(folder, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
