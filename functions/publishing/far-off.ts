import { bySeries, type Dataset, lastMonth, type Observation, powerOfTen, type RowChange } from '../dataset/index.ts';

/** A value that is so far from the one before it that a digit or a multiplier is probably wrong. */
export interface FarOff {
  readonly indicator: string;
  /** Row in observations.csv, and the amounts in whole units. */
  readonly row: number;
  readonly value: number;
  readonly before: number;
  readonly beforeRow: number;
}

/** So many times as much, or as little, is what a digit, a decimal point or a multiplier too many makes. */
const far = 10;

/** A value below so many units of its last printed digit changes tenfold by itself: from 2 companies to 20. */
const fewUnits = 20;

const measured: ReadonlySet<string> = new Set(['USD', 'RUB', 'BYN', 'PN']);

/**
 * The amounts and counts among changed rows that are ten times the value before them in their series or more, or a tenth of
 * it or less. Compared are periods of equal length, so that January is not compared with a year. Zero may be true.
 */
export function farOff(dataset: Dataset, changes: readonly RowChange[]): readonly FarOff[] {
  const rows = new Set(changes.flatMap(({ table, after }) => (table === 'observations' && after ? after.number : [])));
  if (rows.size === 0) return [];
  const found = [...bySeries(dataset.observations).values()].flatMap((series) => {
    const [of] = series;
    if (!of || !measured.has(of.unit) || !series.some(({ row }) => rows.has(row))) return [];
    return [...Map.groupBy(series, ({ period }) => period.months).values()].flatMap((values) => farIn(values, rows));
  });
  return found.toSorted((a, b) => a.row - b.row);
}

function farIn(values: readonly Observation[], rows: ReadonlySet<number>): readonly FarOff[] {
  const inOrder = values.toSorted((a, b) => lastMonth(a.period) - lastMonth(b.period));
  return inOrder.flatMap((observation, at): readonly FarOff[] => {
    const former = inOrder[at - 1];
    if (!former || !rows.has(observation.row) || isFew(former) || observation.value === 0) return [];
    const [value, before] = [amountOf(observation), amountOf(former)];
    const isNear = value < before * far && value > before / far;
    const { indicator, row } = observation;
    return isNear ? [] : [{ indicator, row, value, before, beforeRow: former.row }];
  });
}

function isFew({ value, decimals }: Observation): boolean {
  return value * powerOfTen(decimals) < fewUnits;
}

function amountOf({ value, multiplier }: Observation): number {
  return Number((value * powerOfTen(multiplier)).toPrecision(12));
}
