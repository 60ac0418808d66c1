import { GCProfiler, getHeapStatistics } from 'node:v8';
import { editionOf } from '../functions/briefings/index.ts';
import { languages } from '../functions/dataset/index.ts';
import { editionNamed } from './briefings.ts';
import { dataset } from './package-files.ts';
import { renderer } from './renders.ts';

/** Renders before it is counted, and those that are. */
const [warming, counted] = [8, 5] as const;

const data = editionOf(dataset, editionNamed('2021-07'));
const opened = await renderer();

async function render(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    for (const language of languages) await opened.render(data, language);
  }
}

await render(warming);
const profiler = new GCProfiler();
const before = getHeapStatistics().used_heap_size;
profiler.start();
await render(counted);
const grown = getHeapStatistics().used_heap_size - before;
const { statistics } = profiler.stop();
const freed = statistics.reduce(
  (sum, { beforeGC, afterGC }) => sum + beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
  0,
);

// Prints the bytes that one warm render allocates on the heap: what was collected while it went on, and what is left.
process.stdout.write(String((grown + freed) / (counted * languages.length)));
