import { fileURLToPath } from 'node:url';
import { buildDeployed, environmentOf } from '../deployed.ts';
import { digits, kilobytes, spread, table, times } from '../markdown.ts';
import type { Measurement } from '../measurement.ts';
import { startAnswerer } from '../process.ts';
import type { GrowthPrint } from '../processes/growth.ts';
import { ratioOf, type Summary, summarise } from '../statistics.ts';

/** What grows, and to which sizes. The other dimensions keep their default. */
const pageCounts = [1, 2, 5, 10, 20, 50, 100, 200] as const;
const regionCounts = [1, 5, 10, 20, 30] as const;
const yearCounts = [1, 2, 5, 10, 15] as const;
const bulletinYears = [5, 15] as const;
const defaults = { years: 5, regions: 10 } as const;

/** The results for one size; times in milliseconds. */
export interface SizeFacts {
  readonly size: number;
  readonly milliseconds: Summary;
  readonly loadMilliseconds: Summary;
  readonly pages: number;
  readonly bytes: number;
}

/** How the time grows with pages, regions, years, and years of monthly bulletins. */
export interface GrowthFacts {
  readonly pages: readonly SizeFacts[];
  readonly regions: readonly SizeFacts[];
  readonly years: readonly SizeFacts[];
  /**
   * Editions after years of monthly bulletins, and their time divided by that of the founding edition: of the first document, and
   * of each where all languages are printed.
   */
  readonly monthly: readonly (SizeFacts & { readonly ratio: Summary; readonly eachRatio: Summary })[];
  /** 200 pages divided by 20, measured right after each other. */
  readonly tenfold: Summary;
}

const script = fileURLToPath(new URL('../processes/growth.ts', import.meta.url));

/** Measures larger documents and larger data. */
export const growthMeasurement: Measurement<GrowthFacts> = {
  name: 'growth',
  about:
    'Documents of 1 to 200 pages from our sections, data of 1 to 30 regions and 1 to 15 years, and editions after 5 and 15 years of monthly bulletins, printed warm.',
  measure: async ({ rounds, scratch, say, calibrate }) => {
    // Runs our sources, because no request gives a document of 200 pages, but with the memory flags of the stack.
    const { NODE_OPTIONS = '' } = environmentOf(await buildDeployed(scratch), 'api');
    const process = startAnswerer(script, { env: { NODE_OPTIONS } });
    let seed = 0;
    const kinds = {
      pages: pageCounts.map((pages) => ({
        size: pages,
        print: () => process.ask<GrowthPrint>('printPages', { pages }),
      })),
      regions: regionCounts.map((regions) => ({ size: regions, print: () => printPackage({ ...defaults, regions }) })),
      years: yearCounts.map((years) => ({ size: years, print: () => printPackage({ ...defaults, years }) })),
      founding: [{ size: 0, print: () => process.ask<GrowthPrint>('printFounding', {}) }],
      monthly: bulletinYears.map((years) => ({ size: years, print: () => printMonthly(years) })),
    };
    const printMonthly = (years: number) => {
      seed += 1;
      return process.ask<GrowthPrint>('printMonthly', { years, seed });
    };
    const printPackage = (size: { readonly years: number; readonly regions: number }) => {
      seed += 1;
      return process.ask<GrowthPrint>('printPackage', { ...size, seed });
    };
    const all = Object.values(kinds).flat();
    const prints = new Map(all.map((one) => [one, [] as GrowthPrint[]]));
    try {
      // Each size is small work, so a third of the usual warm-up is enough.
      for (let round = -Math.ceil(rounds / 3); round < rounds; round += 1) {
        if (round === 0) say('measuring');
        for (const one of all) {
          calibrate();
          const print = await one.print();
          if (round >= 0) prints.get(one)?.push(print);
        }
      }
    } finally {
      await process.end();
    }
    const factsOf = (kind: keyof typeof kinds) => kinds[kind].map((one) => sizeFacts(one.size, prints.get(one) ?? []));
    type Time = 'milliseconds' | 'eachMilliseconds';
    const timesOf = (kind: keyof typeof kinds, wanted: number, time: Time = 'milliseconds') => {
      const one = kinds[kind].find(({ size }) => size === wanted);
      return (one ? (prints.get(one) ?? []) : []).map((print) => print[time]);
    };
    const toFounding = (size: number, time: Time) =>
      ratioOf(timesOf('monthly', size, time), timesOf('founding', 0, time));
    return {
      pages: factsOf('pages'),
      regions: factsOf('regions'),
      years: factsOf('years'),
      monthly: factsOf('monthly').map((facts) => ({
        ...facts,
        ratio: toFounding(facts.size, 'milliseconds'),
        eachRatio: toFounding(facts.size, 'eachMilliseconds'),
      })),
      tenfold: ratioOf(timesOf('pages', 200), timesOf('pages', 20)),
    };
  },
  toMarkdown: ({ pages, regions, years, monthly, tenfold }) => {
    const heads = ['ms', 'ms a page', 'reading the data, ms', 'pages', 'file'];
    const rows = (list: readonly SizeFacts[]) =>
      list.map(({ size, milliseconds, loadMilliseconds, pages: count, bytes }) => [
        String(size),
        spread(milliseconds),
        digits(milliseconds.median / count),
        loadMilliseconds.median === 0 ? '–' : spread(loadMilliseconds),
        String(count),
        kilobytes(bytes),
      ]);
    return [
      `200 pages take ${times(tenfold.median)} of the time of 20.`,
      ...monthly.map(
        ({ size, ratio, eachRatio }) =>
          `An edition after ${size} years of bulletins takes ${times(eachRatio.median)} of the time of the founding edition in their three languages; the first of these, which works out the figures of all, ${times(ratio.median)}.`,
      ),
      table(['pages', ...heads], rows(pages)),
      table(['regions', ...heads], rows(regions)),
      table(['years', ...heads], rows(years)),
      table(['years of bulletins', ...heads], rows(monthly)),
    ].join('\n\n');
  },
};

function sizeFacts(size: number, prints: readonly GrowthPrint[]): SizeFacts {
  const [first] = prints;
  return {
    size,
    milliseconds: summarise(prints.map(({ milliseconds }) => milliseconds)),
    loadMilliseconds: summarise(prints.map(({ loadMilliseconds }) => loadMilliseconds)),
    pages: first?.pages ?? 0,
    bytes: first?.bytes ?? 0,
  };
}
