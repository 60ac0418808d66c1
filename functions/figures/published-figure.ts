import { type Interval, type Observation, powerOfTen, rangeOf } from '../dataset/index.ts';
import type { Figure, FigureUnit } from './figure.ts';

/** What a published figure is called, but for its key. */
export type FigureName = Pick<Figure, 'subject' | 'area' | 'product' | 'group' | 'note'>;

/** The figure that an observation was published as. A record of years has thousands of them. */
export function publishedFigure(key: string, name: FigureName, observation: Observation): Figure {
  const { value, decimals, period, qualifier, indicator, source } = observation;
  const unit = unitOf[observation.unit];
  const power = powerOf(unit, observation);
  return {
    key,
    subject: name.subject,
    area: name.area,
    product: name.product,
    group: name.group,
    note: name.note,
    status: 'published',
    value: value * powerOfTen(power),
    interval: rangeIn(power, observation),
    decimals: Math.max(0, decimals - power),
    unit,
    signed: indicator === 'trade_change',
    approximate: false,
    period,
    qualifier,
    expression: null,
    sources: [source],
    row: observation.row,
  };
}

const unitOf: Readonly<Record<Observation['unit'], FigureUnit>> = {
  USD: 'USD',
  RUB: 'RUB',
  BYN: 'BYN',
  PT: 'percent',
  IX: 'index',
  PN: 'count',
};

/** True for units of money. */
export function isMoney(unit: FigureUnit): unit is 'USD' | 'RUB' | 'BYN' {
  return unit === 'USD' || unit === 'RUB' || unit === 'BYN';
}

/** The power of ten that brings money to millions, so that amounts from different publications have one scale. */
function powerOf(unit: FigureUnit, { multiplier }: Observation): number {
  return isMoney(unit) ? multiplier - 6 : 0;
}

function rangeIn(power: number, observation: Observation): Interval {
  const range = rangeOf(observation);
  if (power === 0) return range;
  return { lo: range.lo * powerOfTen(power), hi: range.hi * powerOfTen(power) };
}
