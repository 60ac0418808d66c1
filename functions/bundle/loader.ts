import type { Script as CompiledScript } from 'node:vm';

// An `import` of these would read every export of theirs, and load with it what some exports load when they are read.
const { readFileSync } = process.getBuiltinModule('node:fs');
const { join } = process.getBuiltinModule('node:path');
const { Script } = process.getBuiltinModule('node:vm');

/**
 * Flags of V8 from a part on. It takes compiled code only under the flags that it was compiled under, that of Node's own
 * modules as well. Lambda sets one, which is taken back. Those of the part that prints keep a process that goes on
 * small: its heap grows by a third before it is cleared, and what compiled a function is given back at once, instead of
 * when a hundred more are compiled, and is less where no other function is compiled into it.
 */
const flags = new Map([
  ['answer.js', ['--no-expose-gc']],
  ['print.js', ['--heap-growing-percent=30', '--no-maglev-destroy-on-background', '--no-maglev-inlining']],
]);

/** A part of a bundle: a function that runs it as a CommonJS module in a folder. */
type Part = (exports: object, require: (id: string) => unknown, module: { exports: object }, folder: string) => void;

const folder = import.meta.dirname;
const modules = new Map<string, object>();

/** The scripts of the parts that were loaded, by file: the build keeps what V8 has compiled of them. */
export const scripts = new Map<string, CompiledScript>();

/**
 * Loads a part of a bundle, once, together with its compiled code, so that nothing of it is parsed or compiled again.
 * Where V8 refuses the compiled code, of another version or processor, it compiles as it would without, and says so.
 * Node's own compile cache takes only what the same user has written, and Lambda runs as another than the build.
 */
export function load(file: string): object {
  const known = modules.get(file);
  if (known) return known;
  for (const flag of flags.get(file) ?? []) process.getBuiltinModule('node:v8').setFlagsFromString(flag);
  const filename = join(folder, file);
  const cachedData = compiledCode(`${filename}.compiled.zst`);
  const script = new Script(readFileSync(filename, 'utf8'), { filename, ...(cachedData ? { cachedData } : {}) });
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

/** What V8 has compiled of a part, where the build has kept it. */
function compiledCode(path: string): Buffer | null {
  const packed = readIfThere(path);
  if (!packed) return null;
  // Unpacked in one piece, where Node would join many small ones.
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

/** A module of Node: there are no others beside a bundle. */
function builtin(id: string): object {
  const module = process.getBuiltinModule(id) as object | undefined;
  if (!module) throw new Error(`a bundle has no module ${id}`);
  return module;
}

/** Lambda entry: that of the part which answers. */
export const { handler } = load('answer.js') as { handler: (event: unknown) => Promise<unknown> };
