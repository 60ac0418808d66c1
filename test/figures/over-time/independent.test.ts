import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadDataset, type PackageFiles, readFolder } from '../../../functions/dataset/index.ts';
import { allFigures, type Briefing } from '../../../functions/figures/index.ts';
import { briefingOf } from '../../briefings.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import { today } from '../../package-files.ts';

type Answer = readonly [value: number, lo: number, hi: number];

const program = fileURLToPath(new URL('independent.py', import.meta.url));
const hasPython = runs(['--version']);

function runs(args: readonly string[]): boolean {
  try {
    execFileSync('python3', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Packages of our own, and with SPECIMEN=PROGRAM those that a generator of specimens makes, as it is called there. */
const packages: readonly (readonly [name: string, make: (folder: string) => Promise<PackageFiles>])[] = [
  ['whole years', async () => monthlyPackage({ from: '2022-01', months: 57, products: 6, regions: 8 })],
  [
    'years with gaps and falls',
    async () =>
      monthlyPackage({
        from: '2023-01',
        months: 42,
        products: 3,
        regions: 4,
        seed: 5,
        missing: ['2023-12', '2024-08', '2025-02', '2025-03'],
        low: ['2025-06', '2025-07'],
      }),
  ],
  ...(process.env.SPECIMEN ? [7, 11, 23] : []).flatMap((seed) =>
    [[], ['--plain']].map((options) => {
      const make = async (folder: string) => {
        const data = fileURLToPath(new URL('../../../data', import.meta.url));
        const args = [process.env.SPECIMEN ?? '', data, folder, '--seed', String(seed), ...options];
        execFileSync('python3', args, { stdio: 'ignore' });
        return readFolder(folder);
      };
      return [`specimen ${seed} ${options.join('')}`, make] as const;
    }),
  ),
];

const cutOffs: Readonly<Record<string, string>> = {
  '2023-06': '2023-06-30',
  '2025-05': '2025-05-31',
  '2026-11': '2026-11-30',
};

describe('figures over time against a program that works them out by itself', () => {
  it.for(packages)('%s', async ([, make], { skip }) => {
    skip(!hasPython, 'python3 is not here: install it to compare with independent.py');
    const folder = await mkdtemp(join(tmpdir(), 'independent-'));
    try {
      const files = await make(folder);
      for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
      const dataset = loadDataset(files, today);
      for (const [edition, day] of Object.entries(cutOffs)) {
        const briefing = briefingOf(edition, dataset);
        const text = execFileSync('python3', [program, folder, day], { encoding: 'utf8', maxBuffer: 1e8 });
        compare(briefing, JSON.parse(text));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

interface Answers {
  readonly ranks?: Readonly<Record<string, readonly [number, number]>>;
  readonly rests?: readonly number[];
  readonly [key: string]: unknown;
}

function compare({ overTime }: Briefing, { ranks, rests, ...answers }: Answers): void {
  if (!overTime) throw new Error('the package has no monthly data');
  const figures = new Map(allFigures(overTime).map((figure) => [figure.key, figure]));
  for (const [key, answer] of Object.entries(answers)) {
    const [value, lo, hi] = answer as Answer;
    const figure = figures.get(key);
    if (!figure) throw new Error(`we have no ${key}, which is ${value}`);
    expect([key, figure.value]).toEqual([key, expect.closeTo(value, 9)]);
    expect([key, figure.interval.lo, figure.interval.hi]).toEqual([key, expect.closeTo(lo, 8), expect.closeTo(hi, 8)]);
  }
  const measures = /\.(month|quarter|twelve)(\.index)?\.\d{4}(-\d\d)?(\/\d{4}-\d\d)?$/;
  const lengths: Readonly<Record<string, number>> = { month: 1, quarter: 3, twelve: 12 };
  const ours = [...figures.values()].filter(
    ({ key, period }) => measures.test(key) && period.months === lengths[measures.exec(key)?.[1] ?? ''],
  );
  expect(ours.map(({ key }) => key).filter((key) => !(key in answers))).toEqual([]);
  for (const parts of [overTime.goods.exports, overTime.goods.imports, overTime.regions]) {
    for (const { code, rank, rankBefore } of parts?.parts ?? []) {
      const known = ranks?.[`${parts?.flow}.${code}`];
      if (known) expect([code, rank, rankBefore]).toEqual([code, ...known]);
    }
  }
  const contributions = [overTime.goods.exports, overTime.regions, overTime.goods.imports].flatMap(
    (parts) => parts?.rest.contribution?.value ?? [],
  );
  for (const rest of rests ?? []) {
    expect(contributions.some((value) => Math.abs(value - rest) < 1e-8)).toBe(true);
  }
}
