import { type Observation, rangeOf } from './dataset.ts';
import type { Interval } from './interval.ts';

/** Stands for what is above zero, however little: it can be divided by. */
const aboveZero = Number.EPSILON;

/** Whether a value says at least on one side where it ends. “About 75” does not say how far from 75 it may be. */
export function isBounded({ qualifier }: Observation): boolean {
  return qualifier !== 'about';
}

/** Whether a value ends on one side alone: “more than” or “nearly”. */
export function isOneSided({ qualifier }: Observation): boolean {
  return qualifier === 'more_than' || qualifier === 'nearly';
}

/**
 * Every level that a bounded value can stand for. An exact one has its rounding; “more than x” is x and all above it, of a
 * share up to 100; “nearly x” is above zero, up to x.
 */
export function boundsOf(observation: Observation): Interval {
  const { value, qualifier, unit } = observation;
  if (qualifier === 'more_than') return { lo: value, hi: unit === 'PT' ? 100 : Number.POSITIVE_INFINITY };
  if (qualifier === 'nearly') return { lo: Math.min(aboveZero, value), hi: value };
  return rangeOf(observation);
}

/**
 * The levels that a rate of change allows, the level a year earlier being 100. The qualifier is one of the rise or of the
 * fall: “more than” of −5 is a fall by 5 % or further.
 */
export function boundsOfChange({ value, decimals, qualifier }: Observation): Interval {
  const level = 100 + value;
  if (qualifier === 'exact' || qualifier === 'about') {
    const half = 0.5 * 10 ** -decimals;
    return { lo: level - half, hi: level + half };
  }
  const isRise = value >= 0;
  if (qualifier === 'nearly') return isRise ? { lo: 100, hi: level } : { lo: level, hi: 100 };
  return isRise ? { lo: level, hi: Number.POSITIVE_INFINITY } : { lo: 0, hi: level };
}
