import { editionOf, editionsOf, type Renderer, touchedEditions } from '../briefings/index.ts';
import { CommandError, showProgress } from '../cli/index.ts';
import { type Dataset, DatasetError, type Edition, type Language, languages } from '../dataset/index.ts';
import { type Rendition, renditions } from '../store/index.ts';
import { findUnprintable } from './find-unprintable.ts';

/** How many of the newest editions are always printed: the one in progress, and the one that readers have. */
const newest = 2;

/**
 * How many of the older editions that change are printed at most, so that a correction of an early figure, which changes
 * every later edition, is published in a minute. They are spread from the first to the last, because editions of one
 * time have the same pages.
 */
const older = 4;

/**
 * The editions with which a dataset is proved: the newest two, and of the older ones whose data differ from those that
 * are current, all or four of them. Oldest first.
 */
export function editionsToPrint(after: Dataset, before: Dataset | null, now: Date): readonly Edition[] {
  const latest = editionsOf(after, now).slice(-newest);
  const others = touchedEditions(before, after, now).filter((edition) => !latest.includes(edition));
  return [...spread(others, older), ...latest];
}

/** At most `count` of some items, evenly spread from the first to the last. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, at) => items[Math.round((at * (items.length - 1)) / (count - 1))] as T);
}

/**
 * Prints {@link editionsToPrint} of a dataset in every language, form and format, and keeps nothing: data can pass every
 * check and still hold what no page can show. Gives the editions. Throws a {@link DatasetError} with the cell or row that
 * cannot be printed, where the data before can be printed without it; else a {@link CommandError} with the file.
 */
export async function proveByPrinting(
  after: Dataset,
  before: Dataset | null,
  renderer: Renderer,
  now: Date,
): Promise<readonly Edition[]> {
  const editions = editionsToPrint(after, before, now);
  for (const edition of editions) {
    for (const language of languages) {
      for (const rendition of renditions) {
        const name = `${rendition.form}.${rendition.format}`;
        const file = `edition ${edition} in ${language}, ${name}`;
        showProgress(`Printing ${file}…`);
        const failure = await failureOf(after, { edition, language, rendition }, renderer);
        if (!failure) continue;
        const prints = async (dataset: Dataset) =>
          (await failureOf(dataset, { edition, language, rendition }, renderer)) === null;
        const place = before && (await findUnprintable(before, after, language, prints));
        if (place) {
          const values = { edition, language, file: name, reason: failure.message };
          throw new DatasetError([{ ...place, code: 'unprintable', values }]);
        }
        throw new CommandError(
          `The package passes its checks and cannot be printed: ${file}: ${failure.message}. Nothing was published.`,
          { cause: failure },
        );
      }
    }
  }
  return editions;
}

/** One file of an edition. */
interface File {
  readonly edition: Edition;
  readonly language: Language;
  readonly rendition: Rendition;
}

/** Why a file cannot be printed; null when it can. */
async function failureOf(dataset: Dataset, file: File, renderer: Renderer): Promise<Error | null> {
  try {
    await renderer.render(editionOf(dataset, file.edition), file.language, file.rendition);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
