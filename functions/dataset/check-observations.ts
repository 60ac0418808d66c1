import type { Observation } from './dataset.ts';
import { lastDay } from './edition.ts';
import { monthIndex, parsePeriod } from './period.ts';
import type { Row } from './row.ts';
import { seriesOf } from './series.ts';
import { type IndicatorRule, indicators } from './tables.ts';
import type { Violation } from './violation.ts';

const file = 'observations.csv';

/** Checks what the columns of one row say together: the period, and the rules of the indicator. */
export function checkObservationRow({ number: row, cells }: Row): readonly Violation[] {
  const problems: Violation[] = [];
  const at = (column: string) => ({ file, row, column, value: cells[column] ?? '' });
  const rule: IndicatorRule | undefined = indicators[cells.indicator as keyof typeof indicators];
  const { flow = '', unit = '', value: text = '', indicator = '' } = cells;

  if (!parsePeriod(cells.time_period ?? '')) problems.push({ ...at('time_period'), code: 'period', values: {} });
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

/** Checks what rows say together with their sources and with each other. `today` is a day, `YYYY-MM-DD`. */
export function checkObservations(observations: readonly Observation[], today: string): readonly Violation[] {
  return [...observations.flatMap((observation) => checkDates(observation, today)), ...checkRepeats(observations)];
}

function checkDates({ period, source, row }: Observation, today: string): readonly Violation[] {
  const known = lastDay(source.published);
  const [year = 0, month = 0] = known.split('-').map(Number);
  const ends = monthIndex(period) + period.months - 1;
  if (source.published > today || ends <= monthIndex({ year, month })) return [];
  const values = { source: source.id, published: source.published };
  return [{ file, row, column: 'time_period', value: period.code, code: 'period_after_source', values }];
}

/** One publication states one value for one series and period, however it writes the period. */
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
