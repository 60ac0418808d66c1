import type { Observation } from './dataset.ts';
import { monthIndex } from './period.ts';

/** What values over time are of. */
export type SeriesOf = Pick<Observation, 'indicator' | 'flow' | 'refArea' | 'counterpart' | 'product' | 'unit'>;

/** The keys of what was asked about before; an observation never changes. */
const seriesKeys = new WeakMap<SeriesOf, string>();
const valueKeys = new WeakMap<Observation, string>();

/** The key of values that are comparable over time: all dimensions but the period, without the source. */
export function seriesOf(of: SeriesOf): string {
  const known = seriesKeys.get(of);
  if (known !== undefined) return known;
  const { indicator, flow, refArea, counterpart, product, unit } = of;
  const key = `${indicator} ${flow} ${refArea} ${counterpart} ${product} ${unit}`;
  seriesKeys.set(of, key);
  return key;
}

/** The key of a value: its series and its period. */
export function seriesKey(observation: Observation): string {
  const known = valueKeys.get(observation);
  if (known !== undefined) return known;
  const key = `${seriesOf(observation)} ${monthIndex(observation.period)} ${observation.period.months}`;
  valueKeys.set(observation, key);
  return key;
}
