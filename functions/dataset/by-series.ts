import type { Observation } from './dataset.ts';
import { type SeriesOf, seriesOf } from './series.ts';

/** The values of a list by the keys of their series, and their places in the list. */
interface Sorted {
  readonly values: ReadonlyMap<string, readonly Observation[]>;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/**
 * Lists of values that were sorted. A list never changes, and the figures of an edition ask dozens of times for the
 * values of a few series in it: to look at each value every time would take as long as all else that they do.
 */
const known = new WeakMap<readonly Observation[], Sorted>();

function sortedOf(observations: readonly Observation[]): Sorted {
  const sorted = known.get(observations) ?? sort(observations);
  known.set(observations, sorted);
  return sorted;
}

function sort(observations: readonly Observation[]): Sorted {
  const values = new Map<string, Observation[]>();
  const places = new Map<string, number[]>();
  let place = 0;
  for (const observation of observations) {
    const key = seriesOf(observation);
    const group = values.get(key);
    if (group) {
      group.push(observation);
      places.get(key)?.push(place);
    } else {
      values.set(key, [observation]);
      places.set(key, [place]);
    }
    place += 1;
  }
  return { values, places };
}

/** The values of a list by the keys of their series: series in the order of their first values, each in that of the list. */
export function bySeries(observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  return sortedOf(observations).values;
}

/** The values of the series that are wanted, in the order of the list. Each series is asked about once. */
export function ofSeries(
  observations: readonly Observation[],
  wanted: (series: SeriesOf) => boolean,
): readonly Observation[] {
  const { values, places } = sortedOf(observations);
  const found = [...values].filter(([, [first]]) => first && wanted(first));
  if (found.length === values.size) return observations;
  const [one] = found;
  if (found.length <= 1) return one?.[1] ?? [];
  const ordered = found.flatMap(([key]) => places.get(key) ?? []).sort((a, b) => a - b);
  return ordered.flatMap((place) => observations[place] ?? []);
}

/** The values that meet a condition: where all do, the list itself, so that it need not be sorted again. */
export function only(
  observations: readonly Observation[],
  meets: (observation: Observation) => boolean,
): readonly Observation[] {
  return observations.every(meets) ? observations : observations.filter(meets);
}
