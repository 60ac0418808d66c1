import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { zstdDecompressSync } from 'node:zlib';

/** A part of a bundle: a function that runs it as a CommonJS module in a folder. */
type Part = (exports: object, require: (id: string) => unknown, module: { exports: object }, folder: string) => void;

const folder = import.meta.dirname;
const requireBuiltin = createRequire(import.meta.url);
const modules = new Map<string, object>();

/** The scripts of the parts that were loaded, by file: the build keeps what V8 has compiled of them. */
export const scripts = new Map<string, Script>();

// V8 takes compiled code only under the flags that it was compiled under, and Lambda starts Node with this one.
setFlagsFromString('--no-expose-gc');

/**
 * Loads a part of a bundle, once, together with its compiled code, so that nothing of it is parsed or compiled again.
 * Where V8 refuses the compiled code, of another version or processor, it compiles as it would without, and says so.
 */
function load(file: string): object {
  const known = modules.get(file);
  if (known) return known;
  const filename = join(folder, file);
  const packed = readIfThere(`${filename}.compiled.zst`);
  const cachedData = packed && zstdDecompressSync(packed);
  const script = new Script(readFileSync(filename, 'utf8'), { filename, ...(cachedData ? { cachedData } : {}) });
  if (script.cachedDataRejected) {
    console.warn(JSON.stringify({ level: 'WARN', message: 'compiled code refused', file, node: process.version }));
  }
  scripts.set(file, script);
  const module = { exports: {} };
  modules.set(file, module.exports);
  const part = script.runInThisContext() as Part;
  part(module.exports, (id) => (id.startsWith('./') ? load(id.slice(2)) : requireBuiltin(id)), module, folder);
  modules.set(file, module.exports);
  return module.exports;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Lambda entry: that of the part which answers. */
export const { handler } = load('answer.js') as { handler: (event: unknown) => Promise<unknown> };
