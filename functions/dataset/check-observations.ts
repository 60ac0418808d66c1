import { firstYear } from './check-sources.ts';
import type { Observation } from './dataset.ts';
import { lastDay } from './edition.ts';
import { lastMonth, monthIndex, parsePeriod } from './period.ts';
import type { Row } from './row.ts';
import { seriesOf } from './series.ts';
import { type IndicatorRule, indicators } from './tables.ts';
import type { Violation } from './violation.ts';

const file = 'observations.csv';

/** Checks the columns of one row against each other: the period, and the rules of the indicator. */
export function checkObservationRow({ number: row, cells }: Row): readonly Violation[] {
  const problems: Violation[] = [];
  const at = (column: string) => ({ file, row, column, value: cells[column] ?? '' });
  const rule: IndicatorRule | undefined = indicators[cells.indicator as keyof typeof indicators];
  const { flow = '', unit = '', value: text = '', indicator = '' } = cells;

  const period = parsePeriod(cells.time_period ?? '');
  if (!period) problems.push({ ...at('time_period'), code: 'period', values: {} });
  else if (period.year < firstYear)
    problems.push({ ...at('time_period'), code: 'year', values: { from_text: String(firstYear) } });
  if (rule) {
    const { minimum, maximum = Number.POSITIVE_INFINITY } = rule;
    const needs = (column: string, known: readonly string[]) =>
      problems.push({ ...at(column), code: 'indicator_needs', values: { indicator, known: known.join(', ') } });
    if (!rule.flows.some((known) => known === flow)) needs('flow', rule.flows);
    if (!rule.units.some((known) => known === unit)) needs('unit', rule.units);
    if (Number(text) < minimum)
      problems.push({ ...at('value'), code: 'too_small', values: { minimum, of: indicator } });
    if (Number(text) > maximum)
      problems.push({ ...at('value'), code: 'too_large', values: { maximum, of: indicator } });
    else if (Number(text) > largest(unit, Number(cells.unit_mult)))
      problems.push({
        ...at('value'),
        code: 'too_large',
        values: { maximum: largest(unit, Number(cells.unit_mult)), of: '' },
      });
    const side = text === '' ? null : sideWithoutRoom(Number(text), cells.qualifier ?? '', rule);
    if (side) {
      const limit = side === 'above' ? maximum : minimum;
      problems.push({ ...at('qualifier'), code: 'no_room', values: { side, limit, indicator } });
    }
  }
  const decimals = Number(cells.decimals);
  if ((text.split('.')[1] ?? '').length > decimals) {
    problems.push({ ...at('value'), code: 'decimals', values: { decimals } });
  }
  if (unit === 'PN' && text.includes('.')) {
    problems.push({ ...at('value'), code: 'not_whole', values: { what: 'count' } });
  }
  if (['PT', 'IX', 'PN'].includes(unit) && cells.unit_mult !== '0') {
    problems.push({ ...at('unit_mult'), code: 'not_multiplied', values: { unit } });
  }
  return problems;
}

/** The side of a limit on which a qualifier says that a value is, though nothing can be there. */
function sideWithoutRoom(
  value: number,
  qualifier: string,
  { minimum, maximum }: IndicatorRule,
): 'above' | 'below' | null {
  if (qualifier === 'more_than' && value === maximum) return 'above';
  const isBelow = minimum === 0 ? qualifier === 'nearly' : qualifier === 'more_than';
  return isBelow && value === minimum ? 'below' : null;
}

/** The largest index or rate, in per cent: growth of a thousand times. */
export const largestRate = 100_000;

/** Larger values have a wrong unit or multiplier, and no page has room for them: ten trillion, growth of a thousand times. */
function largest(unit: string, multiplier: number): number {
  if (unit === 'PN') return 99_999;
  return unit === 'PT' || unit === 'IX' ? largestRate : 10 ** (13 - multiplier);
}

/** Checks rows against their sources and against each other. `today` is a day, `YYYY-MM-DD`. */
export function checkObservations(observations: readonly Observation[], today: string): readonly Violation[] {
  return [...observations.flatMap((observation) => checkDates(observation, today)), ...checkRepeats(observations)];
}

function checkDates(observation: Observation, today: string): readonly Violation[] {
  const { period, source, row } = observation;
  if (source.published > today || hasEnded(observation)) return [];
  const values = { source: source.id, published: source.published };
  return [{ file, row, column: 'time_period', value: period.code, code: 'period_after_source', values }];
}

/**
 * Whether the period of a value had ended when it was published. A stock is counted within its month, and
 * a period that had to be inferred may be unfinished; else the last day counts, where the day of publication is known.
 */
function hasEnded({ period, source: { published }, unit, status }: Observation): boolean {
  const end = lastMonth(period);
  const [year = 0, month = 0] = lastDay(published).split('-').map(Number);
  const isDay = published.length === 'YYYY-MM-DD'.length;
  if (end > monthIndex({ year, month })) return false;
  if (end < monthIndex({ year, month }) || !isDay || unit === 'PN' || status === 'U') return true;
  return published >= lastDay(published.slice(0, 'YYYY-MM'.length));
}

/** One publication states one value for one series and period, in whatever form the period is written. */
function checkRepeats(observations: readonly Observation[]): readonly Violation[] {
  const first = new Map<string, Observation>();
  return observations.flatMap((observation) => {
    const { period, source, row } = observation;
    const key = [seriesOf(observation), source.id, monthIndex(period), period.months].join(' ');
    const earlier = first.get(key);
    if (!earlier) first.set(key, observation);
    if (!earlier || earlier.period.code === period.code) return [];
    const values = { other: earlier.row, period: earlier.period.code };
    return [{ file, row, column: 'time_period', value: period.code, code: 'same_months' as const, values }];
  });
}
