import { GCProfiler, getHeapStatistics } from 'node:v8';
import { editionOf } from '../functions/briefings/index.ts';
import { languages } from '../functions/dataset/index.ts';
import { fullPdf } from '../functions/store/index.ts';
import { editionNamed } from './briefings.ts';
import { dataset } from './package-files.ts';
import { renderer } from './renders.ts';

/** The number of rounds before counting begins, and of counted rounds. */
const [warming, counted] = [8, 5] as const;

const data = editionOf(dataset, editionNamed('2021-07'));
const opened = await renderer();

async function render(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    for (const language of languages) await opened.render(data, language, fullPdf);
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

// The heap bytes that one warm render allocates: what was collected during the renders, and what remains.
process.stdout.write(String((grown + freed) / (counted * languages.length)));
