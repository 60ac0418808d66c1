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
  const fail = (column: string, expected: string) =>
    problems.push({ file, row, column, value: cells[column] ?? '', expected });
  const rule: IndicatorRule | undefined = indicators[cells.indicator as keyof typeof indicators];
  const { flow = '', unit = '', value: text = '', indicator = '' } = cells;

  if (!parsePeriod(cells.time_period ?? '')) {
    fail('time_period', 'expected a period whose end is not before its start, such as 2021-01/2021-05');
  }
  if (rule) {
    const { minimum, maximum = Number.POSITIVE_INFINITY } = rule;
    if (!rule.flows.some((known) => known === flow)) fail('flow', `${indicator} needs ${rule.flows.join(', ')}`);
    if (!rule.units.some((known) => known === unit)) fail('unit', `${indicator} needs ${rule.units.join(', ')}`);
    if (Number(text) < minimum) fail('value', `${indicator} is at least ${minimum}`);
    if (Number(text) > maximum) fail('value', `${indicator} is at most ${maximum}`);
  }
  const decimals = Number(cells.decimals);
  if ((text.split('.')[1] ?? '').length > decimals) {
    fail('value', `has more decimals than the column decimals says (${decimals})`);
  }
  if (unit === 'PN' && text.includes('.')) fail('value', 'a count is a whole number');
  if (['PT', 'IX', 'PN'].includes(unit) && cells.unit_mult !== '0') fail('unit_mult', `${unit} is not multiplied: 0`);
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
  const expected = `the period ends after ${source.id} was published (${source.published})`;
  return [{ file, row, column: 'time_period', value: period.code, expected }];
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
    const expected = `row ${earlier.row} states the same months as ${earlier.period.code}; keep one of the two`;
    return [{ file, row, column: 'time_period', value: period.code, expected }];
  });
}
