import type { Observation } from './dataset.ts';
import { type SeriesOf, seriesOf } from './series.ts';

/** The values of one series among others, and their places among those. */
interface Group {
  readonly of: SeriesOf;
  readonly values: Observation[];
  readonly places: number[];
}

/**
 * Lists of values that were sorted. A list never changes, and the figures of an edition ask dozens of times for the
 * values of a few series in it: to look at each value every time would take as long as all else that they do.
 */
const sorted = new WeakMap<readonly Observation[], ReadonlyMap<string, Group>>();

function groupsOf(observations: readonly Observation[]): ReadonlyMap<string, Group> {
  const known = sorted.get(observations);
  if (known) return known;
  const groups = new Map<string, Group>();
  for (let place = 0; place < observations.length; place += 1) {
    const observation = observations[place];
    if (!observation) continue;
    const key = seriesOf(observation);
    const group = groups.get(key);
    if (group) {
      group.values.push(observation);
      group.places.push(place);
    } else groups.set(key, { of: observation, values: [observation], places: [place] });
  }
  sorted.set(observations, groups);
  return groups;
}

/** The values of a list by the keys of their series; in each group, and among the groups, in the order of the list. */
export function bySeries(observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  return new Map([...groupsOf(observations)].map(([key, { values }]) => [key, values]));
}

/** The values of the series that are wanted, in the order of the list. Each series is asked about once. */
export function ofSeries(
  observations: readonly Observation[],
  wanted: (series: SeriesOf) => boolean,
): readonly Observation[] {
  const found = [...groupsOf(observations).values()].filter(({ of }) => wanted(of));
  const [only] = found;
  if (found.length <= 1) return only?.values ?? [];
  const places = found.flatMap((group) => group.places).sort((a, b) => a - b);
  return places.flatMap((place) => observations[place] ?? []);
}
