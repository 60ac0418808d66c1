import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Saves within this time count as one: editors write a file in several steps. In milliseconds. */
const settle = 120;

/** How often a missing folder is looked for, in milliseconds. */
const retry = 1000;

/** Files that editors and systems leave beside ours, and installed packages. */
const passing = /^\.|~$|\.(part|swp|tmp)$|^node_modules$/;

/**
 * Watches the files of folders, each under its display name: calls back with the path of the file that was
 * saved last, `data/observations.csv`, once for saves that belong together. Gives a function that ends it.
 *
 * We watch each folder separately and compare its contents: on Linux, a recursive `fs.watch` follows the files
 * that were there, and misses one that was replaced by renaming, which is how many editors save.
 */
export function watchFiles(folders: ReadonlyMap<string, string>, saved: (file: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];
  const lookIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  const open = (folder: string): readonly FSWatcher[] => {
    try {
      return [watch(folder, () => lookIn(settle)).on('error', () => lookIn(retry))];
    } catch {
      lookIn(retry); // it has just gone
      return [];
    }
  };
  /** Watches the folders first and then reads them, so that nothing is missed in between. */
  const renew = (): Files => {
    const old = watchers;
    watchers = [...folders.values()].flatMap(foldersIn).flatMap(open);
    for (const watcher of old) watcher.close();
    return filesIn(folders);
  };
  let files = renew();
  function look(): void {
    const before = files;
    files = renew();
    const file = newestChange(before, files);
    if (file !== null) saved(file);
  }
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** When each file was written, with its size and inode, which tell it from a replacement. */
type Files = ReadonlyMap<string, { readonly written: number; readonly mark: string }>;

function filesIn(folders: ReadonlyMap<string, string>): Files {
  return new Map(
    [...folders].flatMap(([called, folder]) =>
      foldersIn(folder).flatMap((inner) =>
        entriesOf(inner).flatMap((entry) => {
          const found = entry.isDirectory() ? undefined : statSync(join(inner, entry.name), { throwIfNoEntry: false });
          const name = `${called}${join(inner, entry.name).slice(folder.length).replaceAll('\\', '/')}`;
          return found
            ? [[name, { written: found.mtimeMs, mark: `${found.mtimeMs} ${found.size} ${found.ino}` }] as const]
            : [];
        }),
      ),
    ),
  );
}

/** A folder and those in it, at any depth. */
function foldersIn(folder: string): readonly string[] {
  const inner = entriesOf(folder).filter((entry) => entry.isDirectory());
  return [folder, ...inner.flatMap((entry) => foldersIn(join(folder, entry.name)))];
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !passing.test(name));
  } catch {
    return []; // it is not there, or not any more
  }
}

/** Of the changed files the one written last, else one that was removed; null when nothing changed. */
function newestChange(before: Files, after: Files): string | null {
  const changed = [...after].filter(([name, { mark }]) => before.get(name)?.mark !== mark);
  const [newest] = changed.toSorted(([, a], [, b]) => b.written - a.written);
  return newest?.[0] ?? [...before.keys()].find((name) => !after.has(name)) ?? null;
}
