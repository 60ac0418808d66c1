import {
  type Area,
  type Interval,
  type Observation,
  type Period,
  type Product,
  type Qualifier,
  rangeOf,
  type Source,
} from '../dataset/index.ts';
import type { Figure, FigureSubject, FigureUnit, Group } from './figure.ts';

/** What a published figure is called, but for its key. */
export type FigureName = Pick<Figure, 'subject' | 'area' | 'product' | 'group' | 'note'>;

/** The figure that an observation was published as. */
export function publishedFigure(key: string, name: FigureName, observation: Observation): Figure {
  return new PublishedFigure(key, name, observation);
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

/**
 * A published figure, with money in millions, so that amounts from different publications have one scale. A class,
 * because a record of years has thousands, most of which are only counted: the interval is made when it is asked for.
 */
class PublishedFigure implements Figure {
  readonly key: string;
  readonly subject: FigureSubject;
  readonly area: Area | null;
  readonly product: Product | null;
  readonly group: Group;
  readonly note: string;
  readonly status = 'published';
  readonly value: number;
  readonly decimals: number;
  readonly unit: FigureUnit;
  readonly approximate = false;
  readonly expression = null;
  readonly #observation: Observation;
  #interval: Interval | null = null;

  constructor(key: string, { subject, area, product, group, note }: FigureName, observation: Observation) {
    this.key = key;
    this.subject = subject;
    this.area = area;
    this.product = product;
    this.group = group;
    this.note = note;
    this.unit = unitOf[observation.unit];
    this.#observation = observation;
    const power = powerOf(this.unit, observation);
    this.value = observation.value * 10 ** power;
    this.decimals = Math.max(0, observation.decimals - power);
  }

  get interval(): Interval {
    this.#interval ??= rangeIn(10 ** powerOf(this.unit, this.#observation), this.#observation);
    return this.#interval;
  }

  get signed(): boolean {
    return this.#observation.indicator === 'trade_change';
  }

  get period(): Period {
    return this.#observation.period;
  }

  get qualifier(): Qualifier {
    return this.#observation.qualifier;
  }

  get sources(): readonly Source[] {
    return [this.#observation.source];
  }
}

/** The power of ten that brings money to millions. */
function powerOf(unit: FigureUnit, { multiplier }: Observation): number {
  return isMoney(unit) ? multiplier - 6 : 0;
}

function rangeIn(factor: number, observation: Observation): Interval {
  const { lo, hi } = rangeOf(observation);
  return { lo: lo * factor, hi: hi * factor };
}
