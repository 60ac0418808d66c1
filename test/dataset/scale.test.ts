import { expect, it } from 'vitest';
import { loadDataset, vintageOf } from '../../functions/dataset/index.ts';
import { deriveFigures } from '../../functions/figures/index.ts';
import { editionNamed } from '../briefings.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { renderUncached } from '../renders.ts';
import { type Size, syntheticPackage } from '../synthetic-package.ts';

/** The minimum of several runs, in milliseconds of CPU time, which does not depend on how busy the machine is. */
function minCpuTime(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    work();
    return milliseconds(process.cpuUsage(start));
  });
  return Math.min(...runs);
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

it('monthly bulletins of fifteen years are checked, chosen and derived in three times the time of five', () => {
  const measured = [5, 15].map((years) => {
    const files = monthlyPackage({ from: `${2026 - years}-01`, months: years * 12, products: 16, regions: 10 });
    const dataset = loadDataset(files, today);
    const vintage = vintageOf(dataset, editionNamed('2026-10'));
    return { files, dataset, vintage, took: Number.POSITIVE_INFINITY };
  });
  // In turns, so that what else the machine does falls on both alike.
  for (let turn = 0; turn < 3; turn += 1) {
    for (const size of measured) {
      const checked = minCpuTime(() => loadDataset(size.files, today));
      const chosen = minCpuTime(() => vintageOf(size.dataset, editionNamed('2026-10')));
      const derived = minCpuTime(() => deriveFigures(size.vintage));
      size.took = Math.min(size.took, checked + chosen + derived);
    }
  }
  const [five, fifteen] = measured;
  expect((fifteen?.took ?? 0) / (five?.took ?? 0)).toBeLessThan(3.6);
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
