import type { PackageFiles } from '../functions/dataset/index.ts';
import { packageFiles } from './package-files.ts';

/** The size of a synthetic package. */
export interface Size {
  readonly years: number;
  readonly regions: number;
}

/**
 * A Data Package of made-up figures, marked as synthetic. For each month of some years it has the whole breakdown of
 * trade, shares of regions, investment, companies and documents, published in the following month. The same size and
 * seed give the same bytes. The figures agree with each other, so that every check passes.
 */
export function syntheticPackage({ years, regions }: Size, seed = 1): PackageFiles {
  const random = lcg(seed);
  const from = 2026 - years;
  const sources: string[] = [];
  const observations: string[] = [];
  for (let index = 0; index < years * 12; index += 1) {
    const [year, month] = [from + Math.floor(index / 12), (index % 12) + 1];
    const period = `${year}-${two(month)}`;
    const id = `synthetic-${period}`;
    const published = month === 12 ? `${year + 1}-01-20` : `${year}-${two(month + 1)}-20`;
    sources.push(
      `${id},Synthetic,Синтетика,Сінтэтыка,Synthetic,Синтетика,Сінтэтыка,https://example.org/${period},${published},stated`,
    );
    observations.push(...rowsOf(period, id, regions, random));
  }
  const areas = Array.from({ length: regions }, (_, index) => areaRow(index));
  return new Map([
    ...packageFiles,
    ['sources.csv', withRows('sources.csv', sources)],
    ['areas.csv', withRows('areas.csv', areas)],
    ['observations.csv', withRows('observations.csv', observations)],
  ]);
}

function rowsOf(period: string, source: string, regions: number, random: () => number): readonly string[] {
  const row = (indicator: string, flow: string, area: string, value: string, unit: string, decimals: number) => {
    const multiplier = unit === 'USD' ? 6 : 0;
    return `${indicator},${flow},BY-HO,${area},${period},${value},${unit},${multiplier},${decimals},exact,A,${source},synthetic,`;
  };
  const [exports, imports] = [100 + Math.round(random() * 1000) / 10, 200 + Math.round(random() * 1000) / 10];
  const flows = { export: exports, import: imports, turnover: exports + imports };
  const trade = Object.entries(flows).map(([flow, value]) =>
    row('trade_value', flow, 'RU', value.toFixed(1), 'USD', 1),
  );
  const shares = Array.from({ length: regions }, (_, index) =>
    row('region_share', 'export', codeOf(index), ((90 / regions) * (0.5 + random() / 2)).toFixed(2), 'PT', 2),
  );
  const counts = ['companies', 'documents_executive', 'documents_council', 'documents_local', 'exporters'].map((name) =>
    row(name, '_Z', 'RU', String(300 + Math.round(random() * 100)), 'PN', 0),
  );
  return [
    ...trade,
    ...shares,
    row('investment', '_Z', 'RU', (random() * 100).toFixed(1), 'USD', 1),
    row('companies_fez', '_Z', 'RU', String(Math.round(random() * 20)), 'PN', 0),
    ...counts,
  ];
}

function codeOf(index: number): string {
  return `RU-Z${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;
}

function areaRow(index: number): string {
  const names = ['Synthetic', 'Синтетика', 'Сінтэтыка', 'Synthetic', 'Синтетика', 'Сінтэтыка']
    .map((name) => `${name} ${index + 1}`)
    .join(',');
  return `${codeOf(index)},region,${names},${50 + (index % 10)},${35 + index},no,,geonames`;
}

function withRows(name: string, rows: readonly string[]): Uint8Array {
  const text = new TextDecoder().decode(packageFiles.get(name));
  const kept = name === 'observations.csv' ? `${text.split('\n')[0]}\n` : text;
  return new TextEncoder().encode(`${kept}${rows.join('\n')}\n`);
}

/** A linear congruential generator (upper half of Knuth's MMIX): the same numbers on every machine. */
function lcg(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 40n) / 2 ** 24;
  };
}

function two(month: number): string {
  return String(month).padStart(2, '0');
}
