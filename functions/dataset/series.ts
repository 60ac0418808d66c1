import type { Observation } from './dataset.ts';
import { monthIndex } from './period.ts';

/** What values over time are of. */
export type SeriesOf = Pick<Observation, 'indicator' | 'flow' | 'refArea' | 'counterpart' | 'product' | 'unit'>;

/** The key of values that are comparable over time: all dimensions but the period, without the source. */
export function seriesOf({ indicator, flow, refArea, counterpart, product, unit }: SeriesOf): string {
  return `${indicator} ${flow} ${refArea} ${counterpart} ${product} ${unit}`;
}

/** The key of a value: its series and its period. */
export function seriesKey(observation: Observation): string {
  return `${seriesOf(observation)} ${monthIndex(observation.period)} ${observation.period.months}`;
}
