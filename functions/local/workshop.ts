import { watch } from 'node:fs';
import { relative } from 'node:path';
import type { Services } from '../api/services.ts';
import { DatasetError, type Problem } from '../dataset/index.ts';
import { reasonOf } from './terminal.ts';

/** What became of a saved file: briefings are made with it, or it was refused and the last good one serves. */
export interface Saved {
  /** The path of the file in the project. */
  readonly file: string;
  readonly milliseconds: number;
  readonly problem: { readonly problems: readonly Problem[]; readonly text: string } | null;
}

/** What is read anew when a file is saved. */
export type Reload = () => Promise<Partial<Services>>;

/** Saves within this time are one: editors write a file in several steps. In milliseconds. */
const settle = 120;

/**
 * The services of the local server as they are now. A saved file is read at once; one that is refused changes nothing,
 * and whoever listens hears what is wrong with it.
 */
export class Workshop {
  private services: Services;
  private readonly reload: Reload;
  private readonly listeners = new Set<(saved: Saved) => void>();
  private timer: NodeJS.Timeout | undefined;

  constructor(services: Services, reload: Reload) {
    this.services = services;
    this.reload = reload;
  }

  /** The services with which the next request is answered. */
  current(): Services {
    return this.services;
  }

  /** Calls back for every saved file; gives a function that ends it. */
  listen(listener: (saved: Saved) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Watches folders of the project; gives a function that ends it. */
  watch(project: string, folders: readonly string[]): () => void {
    const watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, (_, name) => {
        if (!name || /(^|\/)\.|~$|\.(part|swp|tmp)$/.test(name)) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.saved(`${relative(project, folder)}/${name}`), settle);
      }),
    );
    return () => {
      clearTimeout(this.timer);
      for (const watcher of watchers) watcher.close();
    };
  }

  /** Reads everything anew after a file was saved. */
  async saved(file: string): Promise<Saved> {
    const begun = performance.now();
    const problem = await this.reload().then(
      (changed) => {
        this.services = { ...this.services, ...changed };
        return null;
      },
      (error: unknown) => ({
        problems: error instanceof DatasetError ? error.problems : [],
        text: reasonOf(error),
      }),
    );
    const saved = { file, milliseconds: Math.round(performance.now() - begun), problem };
    for (const listener of this.listeners) listener(saved);
    return saved;
  }
}
