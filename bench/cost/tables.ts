import { digits, spread, table } from '../markdown.ts';
import { backfillCost, cheapest, computeCost, idleMonth, metricCost, requestCost, sumOf } from './bill.ts';
import type { SizesFacts } from './measure-sizes.ts';
import type { UsageFacts } from './measure-usage.ts';
import { prices } from './prices.ts';

/** A table of the time and cost of each memory size, the cheapest one marked. */
export function sizesTable({ sizes: measured, how }: SizesFacts): string {
  const best = cheapest(measured.map(({ memoryMegabytes, warm }) => ({ memoryMegabytes, milliseconds: warm.median })));
  const dollars = (milliseconds: number, memory: number) => `$${digits(computeCost(milliseconds, memory) * 1e6)}`;
  const rows = measured.map(({ memoryMegabytes, warm, cold }) => [
    `${memoryMegabytes} MB${memoryMegabytes === best.memoryMegabytes ? ', the cheapest' : ''}`,
    spread(warm),
    dollars(warm.median, memoryMegabytes),
    spread(cold),
    dollars(cold.median, memoryMegabytes),
  ]);
  const note =
    how === 'model' ? '\n\nWorked out from the time of the processor: this machine lets us set no limits.' : '';
  return table(['memory', 'warm, ms', 'a million of them', 'cold, ms', 'a million of them'], rows) + note;
}

/** A table of the cost of briefings, of links and of a month without readers. */
export function costTable({ standing, briefing, link, month, watch }: UsageFacts): string {
  const memory = standing.memoryMegabytes;
  const bill = idleMonth(standing, month, watch);
  const each = requestCost(briefing, memory);
  const rows = [
    ['a briefing made on request', money(each)],
    ['1,000 briefings made', money(each * 1000)],
    ['1,000 briefings made by a backfill', money(backfillCost(briefing, memory, 1000))],
    ['1,000 links to briefings that are there', money(requestCost(link, memory) * 1000)],
    ['metrics, for each hour in which briefings are made', money(metricCost(briefing.metrics, 1))],
    ['**a month in which nobody asks**', `**${money(sumOf(bill))}**`],
    ...Object.entries(bill).map(([what, dollars]) => [`– ${what}`, money(dollars)]),
  ];
  return `${table(['', 'US dollars'], rows)}\n\nPrices of ${prices.region}, ${prices.asOf}, arm64, ${memory} MB, without the free tier.`;
}

/** An amount in dollars with cents; below one cent with two significant digits. */
function money(dollars: number): string {
  const decimals = dollars >= 1 || dollars === 0 ? 2 : Math.max(2, 1 - Math.floor(Math.log10(dollars)));
  return `$${dollars.toFixed(decimals)}`;
}
