import { only } from './by-series.ts';
import type { Area, AreaCode, Dataset, Observation, Product, ProductCode, Source, Statement } from './dataset.ts';
import { cutOff, type Edition, lastDay, parseEdition } from './edition.ts';
import { newestValues } from './newest-values.ts';
import type { PackageStatus } from './package-status.ts';
import { seriesKey } from './series.ts';

/** The publications of one month: new values, and values that replaced older ones. */
export interface News {
  readonly added: readonly Observation[];
  readonly revised: readonly { readonly before: Observation; readonly after: Observation }[];
}

/** Everything published up to the last day of an edition's month. */
export interface Vintage {
  readonly edition: Edition;
  /** The last day of publication, `YYYY-MM-DD`. */
  readonly cutOff: string;
  /** For each series and period the value of its newest publication. */
  readonly observations: readonly Observation[];
  /** Older values of the same series and period that a newer publication replaced. */
  readonly revised: readonly Observation[];
  /** What the month of the edition added; null in the first edition. */
  readonly news: News | null;
  readonly statements: readonly Statement[];
  readonly areas: ReadonlyMap<AreaCode, Area>;
  readonly products: ReadonlyMap<ProductCode, Product>;
  /** What keeps the edition from being taken for published facts; null for published data. */
  readonly status: PackageStatus | null;
}

/**
 * The vintage of an edition: the rows that are known to be published by the end of its month. The first edition knows
 * no background: it is the briefing on what was published in its own month.
 */
export function vintageOf(dataset: Dataset, edition: Edition): Vintage {
  const day = cutOff(edition);
  const published = byLastDay((last) => last <= day);
  const hasBackground = edition > firstEdition(dataset);
  const known = only(dataset.observations, (row) => published(row) && (hasBackground || !row.isBackground));
  const { newest, replaced } = newestValues(known);
  return {
    edition,
    cutOff: day,
    observations: newest,
    revised: replaced,
    news: newsOf(edition, newest, replaced),
    statements: dataset.statements.filter(published),
    areas: dataset.areas,
    products: dataset.products,
    status: dataset.status,
  };
}

function newsOf(edition: Edition, newest: readonly Observation[], replaced: readonly Observation[]): News | null {
  const isNew = byLastDay((last) => last.startsWith(edition));
  if (newest.every(isNew) && replaced.every(isNew)) return null;
  const earlier = new Map(replaced.filter((old) => !isNew(old)).map((old) => [seriesKey(old), old]));
  const fresh = newest.filter(isNew);
  return {
    added: fresh.filter((observation) => !earlier.has(seriesKey(observation))),
    revised: fresh.flatMap((after) => {
      const before = earlier.get(seriesKey(after));
      return before && before.value !== after.value ? [{ before, after }] : [];
    }),
  };
}

/** A condition on the last day on which a row can have been published; asked once for each publication. */
function byLastDay(holds: (lastDay: string) => boolean): (row: { readonly source: Source }) => boolean {
  const known = new Map<Source, boolean>();
  return ({ source }) => {
    const answer = known.get(source) ?? holds(lastDay(source.published));
    known.set(source, answer);
    return answer;
  };
}

/** The month of the first publication with a value that is not background: that of the first edition. */
export function firstEdition({ observations }: Dataset): Edition {
  const stated = observations.filter(({ isBackground }) => !isBackground);
  const days = new Set((stated.length > 0 ? stated : observations).map(({ source }) => source.published));
  const [first] = [...days].map((day) => lastDay(day).slice(0, 'YYYY-MM'.length)).sort();
  const edition = parseEdition(first ?? '');
  if (!edition) throw new Error('the dataset holds no observation');
  return edition;
}
