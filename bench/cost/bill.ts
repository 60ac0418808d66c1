import { languages } from '../../functions/dataset/index.ts';
import { hoursOfMonth, prices } from './prices.ts';

/** What one call of a function uses. */
export interface Usage {
  readonly milliseconds: number;
  readonly puts: number;
  readonly gets: number;
  readonly logBytes: number;
  /** Metrics of our own that it measures. */
  readonly metrics: number;
}

/** What a stack has standing, whether it is used or not. */
export interface Standing {
  readonly memoryMegabytes: number;
  readonly alarms: number;
  readonly dashboards: number;
  /** The bytes of one briefing. */
  readonly briefingBytes: number;
}

/** Bytes that API Gateway writes into its access log for a request, and Lambda's own line for a call. */
const accessLogBytes = 400;

/** Briefings of a month: two editions in each language. */
const briefingsOfMonth = 2 * languages.length;

/** Dollars of Lambda for a call of so long with so much memory, without the request. */
export function computeCost(milliseconds: number, memoryMegabytes: number): number {
  return (milliseconds / 1000) * (memoryMegabytes / 1024) * prices.lambdaGigabyteSecond;
}

/** Dollars of a call of a function, without metrics of our own: those are paid by the hour. */
export function callCost({ milliseconds, puts, gets, logBytes }: Usage, memoryMegabytes: number): number {
  const log = ((logBytes + accessLogBytes) / 1e9) * prices.logGigabyte;
  const calls = puts * prices.put + gets * prices.get;
  return computeCost(milliseconds, memoryMegabytes) + prices.lambdaRequest + calls + log + prices.trace;
}

/** Dollars of a request to the API that is answered by a function. */
export function requestCost(usage: Usage, memoryMegabytes: number): number {
  return callCost(usage, memoryMegabytes) + prices.apiRequest;
}

/** Dollars of briefings that are made by a backfill; a transition is counted for each, which is the most it can be. */
export function backfillCost(usage: Usage, memoryMegabytes: number, count: number): number {
  const tenths = Math.ceil(usage.milliseconds / 100);
  const express = prices.expressExecution + tenths * prices.expressTenth;
  return count * (callCost(usage, memoryMegabytes) + prices.transition + express);
}

/** Dollars of metrics of our own that have a value in so many hours. */
export function metricCost(metrics: number, hours: number): number {
  return (metrics * hours * prices.metricMonth) / hoursOfMonth;
}

/** Dollars by what they are for. */
export type Bill = Readonly<Record<string, number>>;

/**
 * The bill of a month in which nobody asks for anything: the month is made once, looked at every day, and the briefings
 * of the years before are kept.
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

/** How long a render takes at a size of memory. */
export interface SizeTiming {
  readonly memoryMegabytes: number;
  readonly milliseconds: number;
}

/** The size at which a render costs least; of two that cost the same the larger, which is faster. */
export function cheapest<T extends SizeTiming>(sizes: readonly T[]): T {
  const [first, ...rest] = sizes;
  if (!first) throw new Error('no size was measured');
  const cost = ({ milliseconds, memoryMegabytes }: T) => computeCost(milliseconds, memoryMegabytes);
  return rest.reduce((best, size) => {
    const [mine, other] = [cost(size), cost(best)];
    return mine < other || (mine === other && size.memoryMegabytes > best.memoryMegabytes) ? size : best;
  }, first);
}
