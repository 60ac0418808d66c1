import type { Observation } from './dataset.ts';
import { monthIndex } from './period.ts';

/** What values over time are of. */
export type SeriesOf = Pick<Observation, 'indicator' | 'flow' | 'refArea' | 'counterpart' | 'product' | 'unit'>;

/** What makes values comparable over time: everything but the period and the source. */
export function seriesOf({ indicator, flow, refArea, counterpart, product, unit }: SeriesOf): string {
  return `${indicator} ${flow} ${refArea} ${counterpart} ${product} ${unit}`;
}

/** What names a value: its series and its period. */
export function seriesKey(observation: Observation): string {
  return `${seriesOf(observation)} ${monthIndex(observation.period)} ${observation.period.months}`;
}
