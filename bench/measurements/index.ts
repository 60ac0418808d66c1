import type { Measurement } from '../measurement.ts';
import { coldMeasurement } from './cold.ts';
import { costMeasurement } from './cost.ts';
import { enduranceMeasurement } from './endurance.ts';
import { growthMeasurement } from './growth.ts';
import { peersMeasurement } from './peers.ts';
import { waitsMeasurement } from './waits.ts';
import { warmMeasurement } from './warm.ts';

/** All measurements of the bench, in the order in which they run. */
export const measurements: readonly Measurement<object>[] = [
  warmMeasurement,
  coldMeasurement,
  waitsMeasurement,
  peersMeasurement,
  growthMeasurement,
  enduranceMeasurement,
  costMeasurement,
];
