import { languages } from '../../functions/dataset/index.ts';
import { hoursOfMonth, prices } from './prices.ts';

/** What one call of a function uses, in the units of the bill. */
export interface Usage {
  readonly milliseconds: number;
  readonly puts: number;
  readonly gets: number;
  readonly logBytes: number;
  /** The number of custom metrics that it reports. */
  readonly metrics: number;
}

/** What a stack has whether it is used or not. */
export interface Standing {
  readonly memoryMegabytes: number;
  readonly alarms: number;
  readonly dashboards: number;
  /** The size of one briefing in bytes. */
  readonly briefingBytes: number;
}

/** The bytes of log per request besides our own lines: API Gateway's access log and Lambda's report line. */
const accessLogBytes = 400;

/** Briefings per month: two editions in each language. */
const briefingsOfMonth = 2 * languages.length;

/** The price of Lambda's compute time for a call, in dollars, without the price per request. */
export function computeCost(milliseconds: number, memoryMegabytes: number): number {
  return (milliseconds / 1000) * (memoryMegabytes / 1024) * prices.lambdaGigabyteSecond;
}

/** The price of a call of a function in dollars, without custom metrics, which are billed by the hour. */
export function callCost({ milliseconds, puts, gets, logBytes }: Usage, memoryMegabytes: number): number {
  const log = ((logBytes + accessLogBytes) / 1e9) * prices.logGigabyte;
  const calls = puts * prices.put + gets * prices.get;
  return computeCost(milliseconds, memoryMegabytes) + prices.lambdaRequest + calls + log + prices.trace;
}

/** The price of a request to the API that a function answers, in dollars. */
export function requestCost(usage: Usage, memoryMegabytes: number): number {
  return callCost(usage, memoryMegabytes) + prices.apiRequest;
}

/**
 * The price of the briefings of a backfill in dollars. It counts one state transition per briefing, which is the most
 * it can be.
 */
export function backfillCost(usage: Usage, memoryMegabytes: number, count: number): number {
  const tenths = Math.ceil(usage.milliseconds / 100);
  const express = prices.expressExecution + tenths * prices.expressTenth;
  return count * (callCost(usage, memoryMegabytes) + prices.transition + express);
}

/** The price of custom metrics that have a value in some hours of the month, in dollars. */
export function metricCost(metrics: number, hours: number): number {
  return (metrics * hours * prices.metricMonth) / hoursOfMonth;
}

/** Amounts in dollars, by item. */
export type Bill = Readonly<Record<string, number>>;

/**
 * The bill of a month without readers: the month is made once and checked every day, and the briefings of earlier years
 * are stored.
 */
export function idleMonth(standing: Standing, month: Usage, watch: Usage, years = 5, days = 31): Bill {
  const { memoryMegabytes, alarms, dashboards, briefingBytes } = standing;
  const kept = (briefingBytes * briefingsOfMonth * 12 * years) / 1e9;
  return {
    alarms: alarms * prices.alarmMonth,
    'the dashboard, one of three that are free':
      Math.max(0, dashboards - prices.freeDashboards) * prices.dashboardMonth,
    'metrics of our own': metricCost(month.metrics, 1) + metricCost(watch.metrics, days),
    [`briefings of ${years} years in S3`]: kept * prices.storedGigabyteMonth,
    'making the month': callCost(month, memoryMegabytes) + prices.scheduledInvocation,
    'looking every day': days * (callCost(watch, memoryMegabytes) + prices.scheduledInvocation),
  };
}

/** The sum of a bill. */
export function sumOf(bill: Bill): number {
  return Object.values(bill).reduce((sum, dollars) => sum + dollars, 0);
}

/** The duration of a render at a memory size. */
export interface SizeTiming {
  readonly memoryMegabytes: number;
  readonly milliseconds: number;
}

/** The memory size at which a render is cheapest; among equals the larger one, which is faster. */
export function cheapest<T extends SizeTiming>(sizes: readonly T[]): T {
  const [first, ...rest] = sizes;
  if (!first) throw new Error('no size was measured');
  const cost = ({ milliseconds, memoryMegabytes }: T) => computeCost(milliseconds, memoryMegabytes);
  return rest.reduce((best, size) => {
    const [mine, other] = [cost(size), cost(best)];
    return mine < other || (mine === other && size.memoryMegabytes > best.memoryMegabytes) ? size : best;
  }, first);
}
