import type { Script as CompiledScript } from 'node:vm';

// Imports of these would read all their exports, and some exports load further modules when they are read.
const { readFileSync } = process.getBuiltinModule('node:fs');
const { join } = process.getBuiltinModule('node:path');
const { Script } = process.getBuiltinModule('node:vm');

/**
 * V8 flags to set before a part is loaded. V8 accepts compiled code only with the flags under which it was compiled,
 * and this includes the code of Node's own modules. Lambda sets `--expose-gc`, which is reset here. The flags of
 * `print.js` keep a warm process small: the heap grows by only a third before it is collected, the optimising compiler
 * frees its memory at once, and it inlines no functions.
 */
const flags = new Map([
  ['answer.js', ['--no-expose-gc']],
  ['print.js', ['--heap-growing-percent=30', '--no-maglev-destroy-on-background', '--no-maglev-inlining']],
]);

/** A part of a bundle: a function that runs it as a CommonJS module in a folder. */
type Part = (exports: object, require: (id: string) => unknown, module: { exports: object }, folder: string) => void;

const folder = import.meta.dirname;
const modules = new Map<string, object>();

/** The scripts of the loaded parts by file name, from which the build writes the code cache. */
export const scripts = new Map<string, CompiledScript>();

/**
 * Loads a part of a bundle once, with its code cache so that V8 does not parse or compile it again. When V8 refuses the
 * cache (other version or processor), it compiles the part as usual and a warning is logged. Node's own compile cache
 * is no option: it accepts only files of the same user, and Lambda runs as another user than the build.
 */
export function load(file: string): object {
  const known = modules.get(file);
  if (known) return known;
  for (const flag of flags.get(file) ?? []) process.getBuiltinModule('node:v8').setFlagsFromString(flag);
  const filename = join(folder, file);
  const source = unpacked(`${filename}.zst`)?.toString();
  if (source === undefined) throw new Error(`${filename}.zst is not in the bundle; build it again`);
  const cachedData = unpacked(`${filename}.compiled.zst`);
  const script = new Script(source, { filename, ...(cachedData ? { cachedData } : {}) });
  if (script.cachedDataRejected) {
    console.warn(JSON.stringify({ level: 'WARN', message: 'compiled code refused', file, node: process.version }));
  }
  scripts.set(file, script);
  const module = { exports: {} };
  modules.set(file, module.exports);
  const part = script.runInThisContext() as Part;
  part(module.exports, (id) => (id.startsWith('./') ? load(id.slice(2)) : builtin(id)), module, folder);
  modules.set(file, module.exports);
  return module.exports;
}

/** A file without its compression; null where there is none, as of a code cache that could not be built. */
function unpacked(path: string): Buffer | null {
  const packed = readIfThere(path);
  if (!packed) return null;
  // One large chunk, because Node would otherwise join many small ones.
  return process.getBuiltinModule('node:zlib').zstdDecompressSync(packed, { chunkSize: 2 ** 20 });
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A module of Node. A bundle has no other modules. Throws when Node does not have it. */
function builtin(id: string): object {
  const module = process.getBuiltinModule(id) as object | undefined;
  if (!module) throw new Error(`a bundle has no module ${id}`);
  return module;
}

/** The Lambda entry, which is the one in `answer.js`. */
export const { handler } = load('answer.js') as { handler: (event: unknown) => Promise<unknown> };
