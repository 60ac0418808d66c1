import { describe, expect, it } from 'vitest';
import {
  backfillCost,
  callCost,
  cheapest,
  computeCost,
  idleMonth,
  metricCost,
  requestCost,
  sumOf,
} from '../../bench/cost/bill.ts';
import { processorsOf } from '../../bench/cost/measure-sizes.ts';
import { readLog } from '../../bench/cost/read-log.ts';

const usage = { milliseconds: 100, puts: 1, gets: 3, logBytes: 1600, metrics: 10 };

describe('the price of AWS', () => {
  it('a call of 100 ms with 1,024 MB is a tenth of a gigabyte-second', () => {
    expect(computeCost(100, 1024)).toBeCloseTo(0.00000133334, 12);
  });

  it('a million renders of 63 ms with 1,769 MB is a dollar and a half', () => {
    expect(computeCost(63, 1769) * 1e6).toBeCloseTo(1.45, 2);
  });

  it('a call is its time, its request, its calls to S3, its log and its trace', () => {
    const [request, s3, log, trace] = [0.2e-6, 5e-6 + 3 * 0.4e-6, 2000e-9 * 0.5, 5e-6];
    expect(callCost(usage, 1024)).toBeCloseTo(0.00000133334 + request + s3 + log + trace, 12);
    expect(requestCost(usage, 1024) - callCost(usage, 1024)).toBeCloseTo(1e-6, 12);
  });

  it('a briefing of a backfill is a call and its share of Step Functions', () => {
    const each = backfillCost({ ...usage, milliseconds: 130 }, 1024, 1000) / 1000;
    const call = callCost({ ...usage, milliseconds: 130 }, 1024);
    expect(each - call).toBeCloseTo(0.000025 + 0.000001 + (2 * 0.00001667 * 64) / 1024 / 10, 10);
  });

  it('a dashboard costs nothing until an account has more than three', () => {
    const dollars = (dashboards: number) =>
      sumOf(idleMonth({ memoryMegabytes: 1769, alarms: 0, dashboards, briefingBytes: 0 }, usage, usage));
    expect(dollars(3)).toBe(dollars(0));
    expect(dollars(5) - dollars(3)).toBeCloseTo(6, 10);
  });

  it('a metric that has a value in every hour of a month is 30 cents', () => {
    expect(metricCost(1, 730)).toBeCloseTo(0.3, 10);
  });

  it('a month without readers costs the alarms and almost nothing else', () => {
    const standing = { memoryMegabytes: 1769, alarms: 9, dashboards: 1, briefingBytes: 110_000 };
    const bill = idleMonth(standing, usage, usage);
    expect(bill.alarms).toBeCloseTo(0.9, 10);
    expect(sumOf(bill)).toBeGreaterThan(0.9);
    expect(sumOf(bill)).toBeLessThan(1.1);
  });
});

describe('the cheapest size of memory', () => {
  it('is the one with the least time × memory', () => {
    const notes = [
      { memoryMegabytes: 512, milliseconds: 242 },
      { memoryMegabytes: 1024, milliseconds: 119 },
      { memoryMegabytes: 1769, milliseconds: 63 },
      { memoryMegabytes: 3008, milliseconds: 50 },
    ];
    expect(cheapest(notes).memoryMegabytes).toBe(1769);
  });

  it('is the faster one when two cost the same', () => {
    const even = [
      { memoryMegabytes: 1024, milliseconds: 100 },
      { memoryMegabytes: 2048, milliseconds: 50 },
    ];
    expect(cheapest(even).memoryMegabytes).toBe(2048);
  });

  it('is measured with one processor at 1,769 MB and others in proportion', () => {
    expect(processorsOf(1769)).toBe(1);
    expect(processorsOf(512)).toBeCloseTo(0.289, 3);
  });
});

it('the log of a call gives its size and its metrics, each once', () => {
  const metric = (name: string) =>
    JSON.stringify({ _aws: { CloudWatchMetrics: [{ Metrics: [{ Name: name }, { Name: 'Pages' }] }] } });
  const log = `${metric('Rendered')}\n{"level":"INFO","message":"answered"}\n${metric('PdfTime')}\n`;
  expect(readLog(log)).toEqual({ bytes: log.length, metrics: 3 });
});
