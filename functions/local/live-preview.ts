import { basename, dirname, join } from 'node:path';
import { projectFolder } from '../assets/index.ts';
import { editionsOf, type Renderer } from '../briefings/index.ts';
import { reasonOf } from '../cli/index.ts';
import type { Edition, Language } from '../dataset/index.ts';
import { pointerPath } from '../publishing/index.ts';
import type { Services } from '../services/index.ts';
import { affectedPages } from './affected-pages.ts';
import { type Diagnostic, diagnosticsOf, type Places } from './diagnostics.ts';
import { type PageCatalogue, readPageCatalogue } from './page-catalogue.ts';
import { differingPages, type PagePrint, type PrintStep, pagePrint, watched } from './page-prints.ts';
import { watchFiles } from './watch-files.ts';

/** The outcome of a save: briefings are made with the file, or it was refused and the last good one serves. */
export interface Saved {
  /** The path of the file in the project. */
  readonly file: string;
  /** When the file had been checked, in ISO 8601. */
  readonly at: string;
  readonly milliseconds: number;
  /** For each open edition: the pages that changed, and how many it has now. */
  readonly changed: readonly OpenPages[];
  readonly problem: Diagnostics | null;
  /** The published version that serves instead of the saved file; null when the file itself is used. */
  readonly instead: string | null;
}

/** What is wrong with a saved file, and the pages of the open editions that the first problem affects. */
export interface Diagnostics {
  readonly problems: readonly Diagnostic[];
  readonly text: string;
  readonly fed: readonly OpenPages[];
}

/** Some pages of an open edition. */
export interface OpenPages extends OpenEdition {
  readonly pages: readonly number[];
  readonly of: number;
}

/** An edition that is open in a browser, in a language. */
export interface OpenEdition {
  readonly edition: Edition;
  readonly language: Language;
}

/** What is read again when a file is saved. */
export type Reload = (file: string) => Promise<Partial<Services>>;

/** Is told of saved files and of the steps of a print. */
export type Listener = (...event: ['saved', Saved] | ['step', PrintStep]) => void;

/** How many saves are remembered, for pages that are opened later. */
const remembered = 20;

/**
 * The current services of the local server. A saved file is read and used for a print at once; one that is refused
 * changes nothing, and the listeners are told what is wrong with it.
 */
export class LivePreview {
  private services: Services;
  /** The same services, with a renderer that does not report its steps. */
  private quiet: Services;
  private page: PageCatalogue;
  private readonly reload: Reload;
  private readonly places: Places;
  private readonly listeners = new Map<Listener, OpenEdition | null>();
  private busy: Promise<unknown> = Promise.resolve();
  /** The pages of the open editions, made with the files in use. */
  private prints = new Map<string, PagePrint>();
  private readonly saves: Saved[] = [];
  /** When the server started, and since when the current files are in use. */
  readonly started: Date;
  private good: Date;

  constructor(
    services: Services,
    reload: Reload,
    places: Places = { project: projectFolder, data: `${projectFolder}data`, dataName: 'data' },
  ) {
    this.quiet = services;
    this.services = this.followed(services);
    this.page = readPageCatalogue();
    this.reload = reload;
    this.places = places;
    this.started = services.now();
    this.good = this.started;
  }

  /** The services with which the next request is answered. */
  current(): Services {
    return this.services;
  }

  /** The renderer that is in use; it tells nobody of its steps. */
  loadRenderer(): Promise<Renderer> {
    return this.quiet.loadRenderer();
  }

  /** The messages of the page that are in use. */
  catalogue(): PageCatalogue {
    return this.page;
  }

  /** The published version of the data that serves; null where they come from files. */
  published(): string | null {
    return this.quiet.dataDigest === null ? null : this.quiet.dataset.version;
  }

  /** The saves, newest first; since when the files are in use; and the published version, if the data come from one. */
  history() {
    const [started, good] = [this.started.toISOString(), this.good.toISOString()];
    return { started, good, published: this.published(), saves: this.saves.toReversed() };
  }

  /**
   * Calls back for every saved file and step; gives a function that ends it. Changed pages are reported for the
   * edition that the listener has open.
   */
  listen(listener: Listener, open: OpenEdition | null = null): () => void {
    this.listeners.set(listener, open);
    return () => this.listeners.delete(listener);
  }

  /** How many listeners there are. */
  listening(): number {
    return this.listeners.size;
  }

  /** Watches folders of the project; gives a function that ends it. */
  watch(folders: ReadonlyMap<string, string>): () => void {
    return watchFiles(folders, (file) => void this.saved(file));
  }

  /** Uses data that are published or rolled back while we run, in a folder of objects; gives a function that ends it. */
  watchPublished(folder: string): () => void {
    const pointer = join(folder, pointerPath);
    return watchFiles(new Map([['published', dirname(pointer)]]), (file) => {
      if (basename(file) === basename(pointer)) void this.saved(file);
    });
  }

  /** Reads everything again after a save, and prints the open editions with it. Saves are handled in turn. */
  saved(file: string): Promise<Saved> {
    const verdict = this.busy.then(() => this.judge(file));
    this.busy = verdict.catch(() => {});
    return verdict;
  }

  private async judge(file: string): Promise<Saved> {
    const opens = this.opens();
    for (const open of opens) {
      if (this.prints.has(nameOf(open))) continue;
      // Without an earlier print nothing is known to change. It fails where the file was broken before the first one.
      const print = await this.printOf(open, this.quiet).catch(() => null);
      if (print) this.prints.set(nameOf(open), print);
    }
    const wasRefused = this.saves.at(-1)?.problem != null;
    const served = this.quiet.dataDigest;
    const before = this.prints;
    const begun = performance.now();
    const since = () => Math.round(performance.now() - begun);
    const save = await this.tryOut(file, opens).then(
      (after) => {
        this.prints = after;
        this.good = this.services.now();
        if (wasRefused) this.quiet.logger.warn(`${file} is in order again; pages are made with it.`);
        if (this.quiet.dataDigest !== served) this.quiet.logger.warn(`From now on, pages come from ${this.origin()}.`);
        return { milliseconds: since(), changed: changesOf(opens, before, after), problem: null };
      },
      async (error: unknown) => {
        const milliseconds = since();
        this.quiet.logger.warn(`${file} was refused, the last good files serve.\n${reasonOf(error)}`);
        return { milliseconds, changed: [], problem: await this.refusalOf(error, file, opens) };
      },
    );
    const instead = file.startsWith(`${this.places.dataName}/`) ? this.published() : null;
    if (instead !== null) {
      this.quiet.logger.warn(`${file} is not read: pages come from the published version ${instead} of the data.`);
    }
    const saved = { file, at: this.services.now().toISOString(), ...save, instead };
    this.saves.push(saved);
    this.saves.splice(0, this.saves.length - remembered);
    this.tell('saved', saved);
    return saved;
  }

  /** Prints with the files on the disk: the open editions, and the two that between them have every section. */
  private async tryOut(file: string, opens: readonly OpenEdition[]): Promise<Map<string, PagePrint>> {
    const next = { ...this.quiet, ...(await this.reload(file)) };
    const page = readPageCatalogue();
    const editions = editionsOf(next.dataset, next.now());
    const ends = [editions[0], editions.at(-1)].flatMap((edition) =>
      edition ? { edition, language: 'en' as const } : [],
    );
    const prints = new Map<string, PagePrint>();
    for (const open of [...opens.filter(({ edition }) => editions.includes(edition)), ...ends]) {
      if (!prints.has(nameOf(open))) prints.set(nameOf(open), await this.printOf(open, next));
    }
    this.quiet = next;
    this.page = page;
    this.services = this.followed(next);
    return prints;
  }

  private printOf({ edition, language }: OpenEdition, services: Services): Promise<PagePrint> {
    return pagePrint(services, services.dataset, edition, language);
  }

  private async refusalOf(error: unknown, file: string, opens: readonly OpenEdition[]): Promise<Diagnostics> {
    const problems = await diagnosticsOf(error, file, this.places, this.quiet.dataset);
    const [first] = problems;
    const fed: OpenPages[] = [];
    for (const open of first ? opens : []) {
      const print = this.prints.get(nameOf(open));
      const pages = first && print ? await this.fedBy(first, open, print) : [];
      if (pages.length > 0) fed.push({ ...open, pages, of: print?.digests.length ?? 0 });
    }
    return { problems, text: reasonOf(error), fed };
  }

  private async fedBy(trouble: Diagnostic, open: OpenEdition, print: PagePrint): Promise<readonly number[]> {
    if (trouble.about === 'data') {
      const table = trouble.file.replace(/^.*\/|\.csv$/g, '');
      return trouble.cells ? affectedPages(table, [trouble.cells], this.quiet, open, print) : [];
    }
    const section = /sections\/(\w+)\.hbs$/.exec(trouble.file)?.[1];
    const from = section === undefined ? undefined : print.pageOf.get(section);
    if (from === undefined) return [];
    const to = Math.min(print.digests.length + 1, ...print.pageOf.values().filter((page) => page > from));
    return Array.from({ length: to - from }, (_, index) => from + index);
  }

  /** The editions that are open; the current one if none is. */
  private opens(): readonly OpenEdition[] {
    const { dataset, now } = this.quiet;
    const editions = editionsOf(dataset, now());
    const current = editions.at(-1);
    const opens = new Map(
      [...this.listeners.values()].flatMap((open) => (open ? [[nameOf(open), open] as const] : [])),
    );
    const known = [...opens.values()].filter(({ edition }) => editions.includes(edition));
    return known.length > 0 || !current ? known : [{ edition: current, language: 'en' }];
  }

  private followed(services: Services): Services {
    return {
      ...services,
      loadRenderer: async () => watched(await services.loadRenderer(), (step) => this.tell('step', step)),
    };
  }

  /** What the data are, in words. */
  private origin(): string {
    const version = this.published();
    return version === null ? `the files in ${this.places.dataName}/` : `the published version ${version} of the data`;
  }

  private tell(...event: Parameters<Listener>): void {
    for (const listener of this.listeners.keys()) listener(...event);
  }
}

function nameOf({ edition, language }: OpenEdition): string {
  return `${edition} ${language}`;
}

function changesOf(
  opens: readonly OpenEdition[],
  before: ReadonlyMap<string, PagePrint>,
  after: ReadonlyMap<string, PagePrint>,
): readonly OpenPages[] {
  return opens.flatMap((open) => {
    const [old, now] = [before.get(nameOf(open)), after.get(nameOf(open))];
    return old && now ? { ...open, pages: differingPages(now, old), of: now.digests.length } : [];
  });
}
