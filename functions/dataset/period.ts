/** A reference period: whole months, or the month in which a stock was counted. */
export interface Period {
  /** As published, in SDMX's form: `2020`, `2021-Q1`, `2021-07`, `2021-01/2021-05`. */
  readonly code: string;
  readonly year: number;
  /** The first month, 1 to 12. */
  readonly month: number;
  /** Length in months, at least 1. */
  readonly months: number;
}

const pattern = /^(\d{4})(?:-(?:Q([1-4])|S([12])|(0[1-9]|1[0-2])))?$/;

/** Reads a period; null when `code` is none. A range `A/B` runs from the first month of A to the last of B. */
export function parsePeriod(code: string): Period | null {
  const [from, to, ...rest] = code.split('/').map(parseSimple);
  if (!from || rest.length > 0) return null;
  if (to === undefined) return from && !code.includes('/') ? { ...from, code } : null;
  if (!to) return null;
  const months = monthIndex(to) + to.months - monthIndex(from);
  return months > 0 ? { ...from, code, months } : null;
}

function parseSimple(code: string): Period | null {
  const match = pattern.exec(code);
  if (!match) return null;
  const [, yearText, quarter, half, monthText] = match;
  const year = Number(yearText);
  if (quarter) return { code, year, month: Number(quarter) * 3 - 2, months: 3 };
  if (half) return { code, year, month: Number(half) * 6 - 5, months: 6 };
  if (monthText) return { code, year, month: Number(monthText), months: 1 };
  return { code, year, month: 1, months: 12 };
}

/** Months since year 0, for arithmetic. */
export function monthIndex(period: Pick<Period, 'year' | 'month'>): number {
  return period.year * 12 + period.month - 1;
}

/** The period of so many whole months from a month on, in months since year 0. A whole year is coded as one. */
export function periodFrom(start: number, months: number): Period {
  const [year, month] = [Math.floor(start / 12), (start % 12) + 1];
  const first = monthCode(start);
  const last = monthCode(start + months - 1);
  const code = months === 1 ? first : month === 1 && months === 12 ? String(year) : `${first}/${last}`;
  return { code, year, month, months };
}

function monthCode(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The last month of a period, for ordering by age. */
export function lastMonth(period: Period): number {
  return monthIndex(period) + period.months - 1;
}

/** The boundary after the last month of a value: the first month that is not in it, in months since year 0. */
export function endOf({ period }: { readonly period: Period }): number {
  return monthIndex(period) + period.months;
}

/** True for a value of months of one year from January on, as bulletins add them up. */
export function isSinceJanuary({ period: { month, months } }: { readonly period: Period }): boolean {
  return month === 1 && months <= 12;
}

/** How many months the values since January have that end at a boundary. */
export function monthsSinceJanuary(end: number): number {
  return ((end - 1) % 12) + 1;
}

/** The period of the values since January that end at a boundary. */
export function sinceJanuaryTo(end: number): Period {
  const months = monthsSinceJanuary(end);
  return periodFrom(end - months, months);
}

/** True when two codes name the same months, as `2021-Q1` and `2021-01/2021-03` do. */
export function samePeriod(a: Period, b: Period): boolean {
  return monthIndex(a) === monthIndex(b) && a.months === b.months;
}

/** The same months one year earlier: the base of a year-on-year index. */
export function yearEarlier(period: Period): Period {
  const code = period.code.replace(/\d{4}/g, (year) => String(Number(year) - 1));
  return { ...period, code, year: period.year - 1 };
}

/** Orders periods from the oldest to the newest by their last month; of two that end together, the longer first. */
export function byAge(a: Period, b: Period): number {
  return lastMonth(a) - lastMonth(b) || b.months - a.months;
}

/** Whether each value comes after the one before by age; then no two are for the same months. */
export function areInOrder(values: readonly { readonly period: Period }[]): boolean {
  let before: Period | null = null;
  for (const { period } of values) {
    if (before && byAge(before, period) >= 0) return false;
    before = period;
  }
  return true;
}

/** Where among values in the order of their ends one ends at a boundary; -1 where none does. */
export function placeOfEnd(values: readonly { readonly period: Period }[], end: number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const value = values[middle];
    if (value && endOf(value) < end) from = middle + 1;
    else to = middle;
  }
  const found = values[from];
  return found && endOf(found) === end ? from : -1;
}

/** The value that comes last by age; of several for the same months the last of them. Undefined where there are none. */
export function latestOf<Dated extends { readonly period: Period }>(values: readonly Dated[]): Dated | undefined {
  let latest: Dated | undefined;
  for (const value of values) if (!latest || byAge(latest.period, value.period) <= 0) latest = value;
  return latest;
}
