import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The ending of files that hold code compiled by V8. */
const compiledEnding = '.compiled.zst';

/**
 * A digest of a bundle that is the same for each build of the same sources. V8 never compiles to the same bytes twice,
 * so of the compiled code only the Node version is part of the digest.
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
