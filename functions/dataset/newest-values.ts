import type { Observation } from './dataset.ts';
import { type NewestValues, replaces } from './publisher.ts';
import { seriesKey } from './series.ts';

/** Splits observations into the newest publication of each series and period, and the ones that it replaced. */
export function newestValues(observations: readonly Observation[]): NewestValues {
  const newest = new Map<string, Observation>();
  const replaced: Observation[] = [];
  for (const observation of observations) {
    const key = seriesKey(observation);
    const known = newest.get(key);
    if (!known || replaces(observation, known)) {
      newest.set(key, observation);
      if (known) replaced.push(known);
    } else {
      replaced.push(observation);
    }
  }
  return { newest: [...newest.values()], replaced };
}
