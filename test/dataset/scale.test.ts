import { expect, it } from 'vitest';
import { loadDataset, vintageOf } from '../../functions/dataset/index.ts';
import { deriveFigures } from '../../functions/figures/index.ts';
import { editionNamed } from '../briefings.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { renderUncached } from '../renders.ts';
import { type Size, syntheticPackage } from '../synthetic-package.ts';

/** Milliseconds of CPU time, which depend less than those of a clock on how busy the machine is. */
function cpuTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return milliseconds(process.cpuUsage(start));
}

/** The minimum of several runs, in milliseconds of CPU time. */
function minCpuTime(work: () => unknown): number {
  return Math.min(...Array.from({ length: 5 }, () => cpuTime(work)));
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

function measure(size: Size) {
  const files = syntheticPackage(size);
  const rows = new TextDecoder().decode(files.get('observations.csv')).split('\n').length - 2;
  const dataset = loadDataset(files, today);
  const edition = editionNamed('2026-01');
  return {
    rows,
    load: minCpuTime(() => loadDataset(files, today)),
    vintage: minCpuTime(() => vintageOf(dataset, edition)),
  };
}

it('the same size and seed give the same package', () => {
  const size = { years: 1, regions: 3 };
  expect(syntheticPackage(size)).toEqual(syntheticPackage(size));
  expect(syntheticPackage(size, 2)).not.toEqual(syntheticPackage(size));
});

it('loading, checking and choosing a vintage grow with the rows, from one year to fifteen', () => {
  const [small, large] = [measure({ years: 3, regions: 30 }), measure({ years: 15, regions: 30 })];
  const growth = large.rows / small.rows;
  expect(large.rows).toBeGreaterThan(7000);
  expect(large.load / small.load).toBeLessThan(growth * 2.5);
  expect(large.vintage / small.vintage).toBeLessThan(growth * 4);
});

it('work on fifteen years of monthly bulletins grows as they do, threefold on five, and not as their square, ninefold', () => {
  const workOn = (years: number) => {
    const files = monthlyPackage({ from: `${2026 - years}-01`, months: years * 12, products: 16, regions: 10 });
    return () => deriveFigures(vintageOf(loadDataset(files, today), editionNamed('2026-10')));
  };
  const [five, fifteen] = [workOn(5), workOn(15)];
  // Pairs, one right after the other: what else the machine does falls on both alike.
  const growths = Array.from({ length: 11 }, () => cpuTime(fifteen) / cpuTime(five)).sort((a, b) => a - b);
  expect(growths[5]).toBeLessThan(3.6);
});

it('choosing a vintage of fifteen years is a small part of a render', async () => {
  const dataset = loadDataset(syntheticPackage({ years: 15, regions: 30 }), today);
  const edition = editionNamed('2026-01');
  await renderUncached('2026-01', 'en', dataset);
  const start = process.cpuUsage();
  await renderUncached('2026-01', 'en', dataset);
  const render = milliseconds(process.cpuUsage(start));
  expect(minCpuTime(() => vintageOf(dataset, edition))).toBeLessThan(render / 4);
});
