import { randomUUID } from 'node:crypto';
import { Problem } from '../api/index.ts';
import { editionOf, type Renderer, resolveEdition, touchedEditions } from '../briefings/index.ts';
import type { PackageChanges } from '../changes/index.ts';
import {
  type Dataset,
  DatasetError,
  dayInMinsk,
  digestOfPackage,
  type Edition,
  type Language,
  loadDataset,
  normalisePackage,
  type PackageFiles,
  type Violation,
} from '../dataset/index.ts';
import { inPlace, type OpenedPackage, openPackage, problemsOf, type Say, writeWorkbook } from '../desk/index.ts';
import {
  currentPointer,
  type MoveOptions,
  objectionsTo,
  type Pointer,
  PublishConflictError,
  type Published,
  PublishRefusedError,
  publishPackage,
  readVersion,
  rollBack,
  situationOf,
  withBase,
} from '../publishing/index.ts';
import { fullPdf, type ObjectStore } from '../store/index.ts';
import { comparePackages } from './compare-packages.ts';
import type { Checked, DeskState, Moved } from './desk-outcomes.ts';
import { proveByPrinting } from './prove-by-printing.ts';
import { remakeEditions } from './remake-editions.ts';

/** What the desk works on and with. */
export interface DeskSources {
  /** Where published data are kept, and whether that is the bucket of a stack or a folder of this computer. */
  readonly objects: ObjectStore;
  readonly place: DeskState['place'];
  /** The package that comes with the code. */
  readonly bundled: () => Promise<PackageFiles>;
  /** The version of the checks of this code. */
  readonly checks: string;
  /** Who publishes, for the history. */
  readonly editor: () => Promise<string>;
  readonly renderer: () => Promise<Renderer>;
  readonly now: () => Date;
  /** Called when another version has become current. */
  readonly moved: () => void;
}

/** How many previews of a draft are kept. */
const keptPreviews = 12;

/** A package that was put on the desk. */
interface Draft {
  readonly id: string;
  readonly file: string;
  readonly opened: OpenedPackage;
  readonly dataset: Dataset;
  /** The same, of which every printed page says that it is a draft. */
  readonly marked: Dataset;
  /** What it was compared with. */
  readonly before: Dataset;
  readonly isChanged: boolean;
  readonly previews: Map<string, Promise<Uint8Array>>;
}

/** A package that was read and checked. */
interface ReadPackage {
  readonly digest: string;
  readonly files: PackageFiles;
  readonly dataset: Dataset;
}

/** The current package; the pointer is null while nothing was published. */
interface Current extends ReadPackage {
  readonly pointer: Pointer | null;
}

/**
 * The desk of the local page: gives the current data as a workbook, and holds one draft that was made of it, in memory
 * alone. A draft is checked, compared with the current data, previewed and published; another takes its place.
 */
export class EditorsDesk {
  private readonly sources: DeskSources;
  private draft: Draft | null = null;
  private read: ReadPackage | null = null;

  constructor(sources: DeskSources) {
    this.sources = sources;
  }

  /** The current data, and the history. Throws a `StoreUnavailableError` when the store does not answer. */
  async state(): Promise<DeskState> {
    const { pointer, dataset } = await this.current();
    const bundled = pointer?.digest ? (await this.bundled()).version : dataset.version;
    return {
      place: this.sources.place,
      version: dataset.version,
      digest: pointer?.digest ?? null,
      bundled,
      moves: pointer?.moves ?? [],
      withdrawn: (pointer?.history ?? []).filter(({ withdrawn }) => withdrawn).map(({ digest }) => digest),
    };
  }

  /** The current data as a workbook, which knows the version that it was made from. */
  async workbook(say: Say): Promise<{ readonly version: string; readonly bytes: Uint8Array }> {
    const { digest, files, dataset } = await this.current();
    const based = withBase(files, digest);
    return { version: dataset.version, bytes: writeWorkbook(based, say, this.sources.now()) };
  }

  /** Reads and checks a file, `name` being what it is called. It is the draft from now on, if it has no problem. */
  async check(bytes: Uint8Array, name: string): Promise<Checked> {
    this.draft = null;
    const today = dayInMinsk(this.sources.now());
    let opened: OpenedPackage;
    try {
      opened = await openPackage(bytes, name);
    } catch (error) {
      if (!(error instanceof DatasetError)) throw error;
      return { outcome: 'problems', file: name, problems: error.problems, remarks: [] };
    }
    const { remarks } = opened;
    const read = datasetOrProblems(opened, today);
    if (!('rows' in read)) return { outcome: 'problems', file: name, problems: read, remarks };
    const { pointer, ...current } = await this.current();
    const before = current.dataset;
    const changes = await this.compare(before, read).catch((error: unknown) => {
      if (error instanceof DatasetError) return error;
      throw error;
    });
    if (changes instanceof DatasetError) {
      return { outcome: 'problems', file: name, problems: inPlace(changes, opened), remarks };
    }
    const draft: Draft = {
      ...{ id: randomUUID(), file: name, opened, dataset: read, before, previews: new Map() },
      marked: { ...read, status: 'draft' },
      isChanged: changes.rows.length > 0 || changes.editions.length > 0,
    };
    this.draft = draft;
    return {
      ...{ outcome: 'changes', file: name, remarks, draft: draft.id, changes },
      rows: Object.values(read.rows).reduce((sum, rows = []) => sum + rows.length, 0),
      objections: pointer && draft.isChanged ? await this.objections(opened, read, { pointer, current }) : [],
      over: pointer?.digest ?? null,
    };
  }

  private async objections(
    { files }: OpenedPackage,
    dataset: Dataset,
    met: { readonly pointer: Pointer; readonly current: ReadPackage },
  ) {
    const { objects, bundled, editor, now } = this.sources;
    const sources = { objects, bundled, now: now() };
    return objectionsTo(files, dataset, await situationOf(files, { ...met, by: await editor() }, sources));
  }

  /** What publishing the draft would change, with one of its editions in detail. Throws an `EditionError`. */
  changes(id: string, edition: string): Promise<PackageChanges> {
    const { before, dataset } = this.named(id);
    const now = this.sources.now();
    // Both must have it: there is nothing to compare where one of them begins later.
    const [one] = [before, dataset].map((of) => resolveEdition(edition, of, now));
    return this.compare(before, dataset, one);
  }

  /** An edition of the draft as a PDF of which each page says that it is a draft. It is kept nowhere. */
  preview(id: string, edition: string, language: Language): Promise<Uint8Array> {
    const { marked, previews } = this.named(id);
    const data = editionOf(marked, resolveEdition(edition, marked, this.sources.now()));
    const name = `${data.vintage.edition} ${language}`;
    const known = previews.get(name);
    if (known) return known;
    const [oldest] = previews.keys();
    if (previews.size >= keptPreviews && oldest !== undefined) previews.delete(oldest);
    const printed = this.sources
      .renderer()
      .then((renderer) => renderer.render(data, language, fullPdf))
      .then(({ file }) => file.bytes);
    previews.set(name, printed);
    printed.catch(() => previews.delete(name));
    return printed;
  }

  /**
   * Publishes the draft when it was proved by printing. What would undo the work of others is refused with the reasons;
   * `over` names the version for which these were overridden, and counts for no other.
   */
  async publish(id: string, message: string | null, over: string | undefined): Promise<Moved> {
    const { opened, file, isChanged } = this.named(id);
    if (!isChanged) return { outcome: 'unchanged' };
    const { objects, renderer, now } = this.sources;
    const digest = (await currentPointer(objects))?.pointer.digest ?? null;
    try {
      const published = await publishPackage(opened.files, {
        ...(await this.moveOptions(message)),
        force: over !== undefined && over === digest,
        prove: async (after, before) => {
          await proveByPrinting(after, before, await renderer(), now());
        },
      });
      return this.moved('published', published);
    } catch (error) {
      if (error instanceof PublishRefusedError)
        return { outcome: 'refused', objections: error.objections, over: digest };
      // Their version is current now: there are objections to ours, or it goes over it as it would have later.
      if (error instanceof PublishConflictError) return this.publish(id, message, undefined);
      // What passes the checks may still not fit a page.
      if (!(error instanceof DatasetError)) throw error;
      return { outcome: 'problems', file, problems: inPlace(error, opened), remarks: opened.remarks };
    }
  }

  /** Makes a version current again by its digest, or the data that come with the code by null. */
  async rollBack(digest: string | null, message: string | null): Promise<Moved> {
    const target = digest === null ? 'bundled' : { digest };
    return this.moved('rolled back', await rollBack(target, await this.moveOptions(message)));
  }

  private async moved(outcome: 'published' | 'rolled back', published: Published): Promise<Moved> {
    const { pointer, moved, before, after } = published;
    this.draft = null;
    if (!moved) return { outcome: 'unchanged' };
    this.sources.moved();
    const editions = touchedEditions(before, after, this.sources.now());
    const { digest, since } = pointer;
    return { outcome, version: after.version, digest, since, editions, remaking: await remakeEditions(editions) };
  }

  private async moveOptions(message: string | null): Promise<MoveOptions> {
    const { objects, bundled, checks, editor, now } = this.sources;
    return { objects, bundled, checks, message, now: now(), by: await editor() };
  }

  private named(id: string): Draft {
    if (this.draft?.id === id) return this.draft;
    throw new Problem('not-found', 'This file is no longer on the desk; put it there again.');
  }

  private async compare(before: Dataset, after: Dataset, edition?: Edition): Promise<PackageChanges> {
    const { renderer, now } = this.sources;
    return comparePackages(before, after, { renderer: await renderer(), now: now(), edition });
  }

  /** The current data; what has the same digest is checked once. */
  private async current(): Promise<Current> {
    const { objects, bundled, now } = this.sources;
    const pointer = (await currentPointer(objects))?.pointer ?? null;
    const published = pointer?.digest ?? null;
    if (this.read && this.read.digest === published) return { pointer, ...this.read };
    const files = published === null ? normalisePackage(await bundled()) : await readVersion(published, objects);
    const digest = published ?? digestOfPackage(files);
    if (this.read?.digest !== digest) {
      this.read = { digest, files, dataset: loadDataset(files, dayInMinsk(now())) };
    }
    return { pointer, ...this.read };
  }

  private async bundled(): Promise<Dataset> {
    return loadDataset(await this.sources.bundled(), dayInMinsk(this.sources.now()));
  }
}

function datasetOrProblems(opened: OpenedPackage, today: string): Dataset | readonly Violation[] {
  if (opened.problems.length > 0) return problemsOf(opened, today);
  try {
    return loadDataset(opened.files, today);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return inPlace(error, opened);
  }
}
