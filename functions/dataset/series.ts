import type { Observation } from './dataset.ts';
import { monthIndex } from './period.ts';

/** What values over time are of. */
export type SeriesOf = Pick<Observation, 'indicator' | 'flow' | 'refArea' | 'counterpart' | 'product' | 'unit'>;

/** The key of a series, by what its values are of. */
export function seriesNamed({ indicator, flow, refArea, counterpart, product, unit }: SeriesOf): string {
  return `${indicator} ${flow} ${refArea} ${counterpart} ${product} ${unit}`;
}

/** The key of the value that a series has for a period. */
export function valueNamed(of: SeriesOf & Pick<Observation, 'period'>): string {
  return `${seriesNamed(of)} ${spanOf(of)}`;
}

function spanOf({ period }: Pick<Observation, 'period'>): string {
  return `${monthIndex(period)} ${period.months}`;
}

interface Keys {
  readonly series: string;
  readonly value: string;
}

/** The keys of observations, which never change and are sorted by them many times. */
const made = new WeakMap<Observation, Keys>();

function keysOf(observation: Observation): Keys {
  const known = made.get(observation);
  if (known) return known;
  const series = seriesNamed(observation);
  const keys = { series, value: `${series} ${spanOf(observation)}` };
  made.set(observation, keys);
  return keys;
}

/** The key of values that are comparable over time: all dimensions but the period, without the source. */
export function seriesOf(observation: Observation): string {
  return keysOf(observation).series;
}

/** The key of a value: its series and its period. */
export function seriesKey(observation: Observation): string {
  return keysOf(observation).value;
}
