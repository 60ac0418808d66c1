import { measureSizes, type SizesFacts } from '../cost/measure-sizes.ts';
import { measureUsage, type UsageFacts } from '../cost/measure-usage.ts';
import { costTable, sizesTable } from '../cost/tables.ts';
import { buildDeployed } from '../deployed.ts';
import { startBucket } from '../handler-process.ts';
import type { Measurement } from '../measurement.ts';

/** The basis of the costs. */
export interface CostFacts extends SizesFacts, UsageFacts {}

/** Measures what a briefing costs on AWS, and at which memory size it is cheapest. */
export const costMeasurement: Measurement<CostFacts> = {
  name: 'cost',
  about: 'A briefing at each size of memory, under as much of a processor as Lambda gives, at the prices of AWS.',
  measure: async (bench) => {
    const deployed = await buildDeployed(bench.scratch);
    const bucket = await startBucket();
    try {
      const sizes = await measureSizes(deployed, bucket, bench);
      const usage = await measureUsage(deployed, bucket, bench);
      // The memory size of the stack is among those just measured, so the two tables share one figure.
      const own = sizes.sizes.find(({ memoryMegabytes }) => memoryMegabytes === usage.standing.memoryMegabytes);
      const briefing = { ...usage.briefing, milliseconds: own?.warm.median ?? usage.briefing.milliseconds };
      return { ...sizes, ...usage, briefing };
    } finally {
      await bucket.end();
    }
  },
  toMarkdown: (facts) => [sizesTable(facts), costTable(facts)].join('\n\n'),
};
