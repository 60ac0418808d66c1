import { createHash } from 'node:crypto';
import { byAge, byCode, type Dataset, type Edition, type Language, lastDay, type Vintage } from '../dataset/index.ts';
import {
  type BriefingKey,
  type BriefingStore,
  type DataFacts,
  pathOf,
  type Rendition,
  type StoredBriefing,
} from '../store/index.ts';
import { editionOf } from './edition-data.ts';
import type { Renderer } from './renderer.ts';

/** What is needed to render and store briefings. */
export interface RenderServices {
  readonly dataset: Dataset;
  /** The digest of the published version of the dataset; null for the data in the repository. */
  readonly dataDigest: string | null;
  readonly store: BriefingStore;
  /** The digest of the renderer, known before it is loaded because a stored briefing needs no renderer. */
  readonly rendererVersion: string;
  readonly loadRenderer: () => Promise<Renderer>;
  /** Records measurements for operators. */
  readonly measure: (values: Measures) => void;
}

/** Measurements by name: counts, sizes in bytes, and times in milliseconds. */
export type Measures = Readonly<Partial<Record<MeasureName, number>>>;

/**
 * The names of measurements. `Missing` counts briefings that should exist but do not. `DataRefused` is 1 when older
 * data are in use than the current ones, and 0 when the current ones were read.
 */
export type MeasureName =
  | 'Rendered'
  | 'Reused'
  | 'Failed'
  | 'Missing'
  | 'MailSent'
  | 'MailFailed'
  | 'DataRefused'
  | 'ColdStart'
  | 'Pages'
  | 'PdfSize'
  | 'OpenTime'
  | 'FiguresTime'
  | 'DocumentTime'
  | 'PdfTime'
  | 'StoreTime';

/** A stored briefing, and whether this call stored it. */
export interface RenderOutcome {
  readonly briefing: StoredBriefing;
  readonly made: boolean;
}

/** Renders in progress in this process, by store and path. A second caller waits for the first. */
const pendingRenders = new WeakMap<BriefingStore, Map<string, Promise<RenderOutcome>>>();

/** Gives a briefing from the store. Renders and stores it first if it is not there. */
export async function renderBriefing(
  edition: Edition,
  language: Language,
  rendition: Rendition,
  services: RenderServices,
): Promise<RenderOutcome> {
  const path = pathOf(briefingKey(edition, language, rendition, services));
  const renders = pendingRenders.get(services.store) ?? new Map<string, Promise<RenderOutcome>>();
  pendingRenders.set(services.store, renders);
  const existing = renders.get(path);
  if (existing) return { ...(await existing), made: false };
  const render = findOrRender(edition, language, rendition, services)
    .catch((error: unknown) => {
      services.measure({ Failed: 1 });
      throw error;
    })
    .finally(() => renders.delete(path));
  renders.set(path, render);
  return render;
}

/** The key of a briefing. It changes only with the data of its edition and with the renderer. */
export function briefingKey(
  edition: Edition,
  language: Language,
  rendition: Rendition,
  { dataset, rendererVersion }: RenderServices,
): BriefingKey {
  const { digest } = editionOf(dataset, edition);
  const whole = createHash('sha256').update(digest).update(rendererVersion).digest('hex');
  return { edition, language, digest: whole.slice(0, 16), rendition };
}

/** How a briefing is looked up before it is made. */
export const beforeRender = { likelyMissing: true } as const;

async function findOrRender(
  edition: Edition,
  language: Language,
  rendition: Rendition,
  services: RenderServices,
): Promise<RenderOutcome> {
  const key = briefingKey(edition, language, rendition, services);
  const found = await services.store.head(key, beforeRender);
  if (found) {
    services.measure({ Reused: 1 });
    return { briefing: found, made: false };
  }
  const data = editionOf(services.dataset, edition);
  const started = performance.now();
  const renderer = await services.loadRenderer();
  const opened = performance.now();
  const { file, title, took } = await renderer.render(data, language, rendition);
  const rendered = performance.now();
  const facts = {
    title,
    pages: file.pages,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    data: dataFacts(services, data.vintage),
  };
  const written = await services.store.put(key, file.bytes, facts);
  // Only when another process was first, the one that is there is looked up.
  const briefing = written ?? (await services.store.head(key));
  if (!briefing) throw new Error(`${pathOf(key)} was refused because it was there, and is not there`);
  services.measure({
    Rendered: 1,
    ...(file.pages === null ? {} : { Pages: file.pages, PdfSize: file.bytes.length, PdfTime: took.file }),
    OpenTime: opened - started,
    FiguresTime: took.figures,
    DocumentTime: took.document,
    StoreTime: performance.now() - rendered,
  });
  return { briefing, made: written !== null };
}

/** The facts about the data of an edition. In the first edition every figure is new. */
function dataFacts({ dataset, dataDigest }: RenderServices, { observations, news }: Vintage): DataFacts {
  const published = observations.map(({ source }) => source.published);
  const byDay = published.toSorted((a, b) => byCode(lastDay(a), lastDay(b)));
  const periods = observations.map(({ period }) => period).toSorted(byAge);
  return {
    version: dataset.version,
    digest: dataDigest,
    newestPeriod: periods.at(-1)?.code ?? '',
    newestPublished: byDay.at(-1) ?? '',
    newFigures: news ? news.added.length + news.revised.length : observations.length,
  };
}
