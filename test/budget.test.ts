import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../functions/assets/from-files.ts';
import budget from './budget.json' with { type: 'json' };
import {
  type Cost,
  fileCosts,
  operatorCosts,
  type Parts,
  partsFile,
  totalOf,
  whatGrew,
  zipCosts,
} from './budget-parts.ts';
import { builtBundles, sourceOf } from './bundles.ts';

const kept = JSON.parse(await readFile(partsFile, 'utf8')) as Readonly<Record<string, Parts>>;

/** What to do when something is over its budget. */
function remedy(what: string, now: number, place: string, limit: number): string {
  return `${what} is at ${now}, and test/budget.json allows ${limit} (${place}). Make it smaller, or raise the budget in the same commit and say in it what is worth that.`;
}

/** Expects something to be within its budget. The failure says what grew. */
async function expectWithin({ name, place, limit, held, parts }: Cost): Promise<void> {
  const [before, now] = [kept[name] ?? {}, await parts()];
  const total = totalOf(now, held);
  const grown = `It was at ${totalOf(before, held)} when npm run budget last noted its parts; since then grew: ${whatGrew(before, now)}.`;
  expect(total, `${remedy(name, total, place, limit)} ${grown}`).toBeLessThanOrEqual(limit);
}

describe('the functions that are deployed are no larger than', () => {
  it.each(zipCosts)('their budget: $name', expectWithin);

  it.each(Object.entries(budget.partBytes))('their budget, part by part: %s', async (part, bytes) => {
    const { length } = await sourceOf(join(await builtBundles(), 'api'), part);
    expect(length, remedy(`${part} of the api function`, length, `partBytes.${part}`, bytes)).toBeLessThanOrEqual(
      bytes,
    );
  });
});

describe('the founding edition costs no more than its budget', () => {
  it.each(fileCosts)('in bytes: $name', expectWithin);

  it.each(operatorCosts)('on the mean of its pages: $name', expectWithin);

  // V8 counts in a separate process: the result is the same on a busy machine and an idle one.
  it('in memory that a warm render allocates', async () => {
    const script = join(projectFolder, 'test/allocations.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    const megabytes = Number(stdout) / 1e6;
    const place = 'allocatedMegabytes';
    const message = `${remedy('What a warm render allocates, in MB,', megabytes, place, budget.allocatedMegabytes)} \`node --heap-prof test/allocations.ts\` shows where; another page takes 2 MB.`;
    expect(megabytes, message).toBeLessThanOrEqual(budget.allocatedMegabytes);
  });
});
