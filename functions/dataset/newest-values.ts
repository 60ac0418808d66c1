import { bySeries } from './by-series.ts';
import type { Observation } from './dataset.ts';
import { areInOrder } from './period.ts';
import { type NewestValues, replaces } from './publisher.ts';
import { seriesKey, seriesOf } from './series.ts';

/** Splits observations into the newest publication of each series and period, and the ones that it replaced. */
export function newestValues(observations: readonly Observation[]): NewestValues {
  // Bulletins come one after the other: in most series nothing was ever replaced.
  const disordered = new Set([...bySeries(observations)].flatMap(([key, values]) => (areInOrder(values) ? [] : key)));
  if (disordered.size === 0) return { newest: observations, replaced: [] };
  const newest: Observation[] = [];
  const places = new Map<string, number>();
  const replaced: Observation[] = [];
  for (const observation of observations) {
    const key = disordered.has(seriesOf(observation)) ? seriesKey(observation) : null;
    const place = key === null ? undefined : places.get(key);
    const known = place === undefined ? undefined : newest[place];
    if (place === undefined || !known) {
      if (key !== null) places.set(key, newest.length);
      newest.push(observation);
    } else if (replaces(observation, known)) {
      newest[place] = observation;
      replaced.push(known);
    } else replaced.push(observation);
  }
  return { newest, replaced };
}
