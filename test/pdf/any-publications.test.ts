import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Dataset,
  DatasetError,
  type Language,
  languages,
  loadDataset,
  type PackageFiles,
} from '../../functions/dataset/index.ts';
import { briefingOf } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { labelFaults, multiplesIn } from '../drawing/label-faults.ts';
import { packageFiles, today } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { renderUncached } from '../renders.ts';
import { pageProblems } from './page-checks.ts';

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): readonly Row[] => parse(Buffer.from(packageFiles.get(file) ?? ''), { columns: true });

/** A table with some of its rows. */
function tableOf(file: string, rows: readonly Row[]): readonly [string, Uint8Array] {
  const columns = Object.keys(rowsOf(file)[0] ?? {});
  const quoted = (cell = '') => `"${cell.replaceAll('"', '""')}"`;
  const lines = [columns, ...rows.map((cells) => columns.map((name) => quoted(cells[name])))];
  return [file, new TextEncoder().encode(`${lines.map((line) => line.join(',')).join('\n')}\n`)];
}

/** The sources that observations come from; others are those of areas. */
const stating = new Set(rowsOf('observations.csv').map(({ source = '' }) => source));

/** The package as it would be, had some publications never appeared, and had others stated less. */
function packageWith(published: readonly string[], stated: (row: number) => boolean): PackageFiles {
  const isKnown = ({ source = '' }: Row) => published.includes(source);
  return new Map([
    ...packageFiles,
    tableOf(
      'sources.csv',
      rowsOf('sources.csv').filter(({ id = '' }) => published.includes(id) || !stating.has(id)),
    ),
    tableOf(
      'observations.csv',
      rowsOf('observations.csv').filter((row, index) => isKnown(row) && stated(index)),
    ),
    tableOf('statements.csv', rowsOf('statements.csv').filter(isKnown)),
  ]);
}

const editions = ['2021-07', '2021-12', '2022-03', '2022-09', '2023-06', '2024-07', '2025-02', '2026-11'];

interface Drawn {
  readonly published: readonly string[];
  readonly left: readonly number[];
  readonly edition: string;
  readonly language: Language;
}

/** Null for a package that is refused, as one without a row is. */
function datasetOf(files: PackageFiles): Dataset | null {
  try {
    return loadDataset(files, today);
  } catch (error) {
    if (error instanceof DatasetError) return null;
    throw error;
  }
}

/** Whether anything was published by then. */
function isThere(edition: string, { observations }: Dataset): boolean {
  return observations.some(({ source }) => source.published.slice(0, 7) <= edition);
}

const anyPublications: fc.Arbitrary<Drawn> = fc.record({
  published: fc.subarray([...stating], { minLength: 1 }),
  left: fc.uniqueArray(fc.nat({ max: rowsOf('observations.csv').length - 1 }), { maxLength: 60 }),
  edition: fc.constantFrom(...editions),
  language: fc.constantFrom(...languages),
});

it('whatever was published, and whenever, the edition of a month has no layout problem and says nothing broken', async () => {
  let printed = 0;
  const check = async ({ published, left, edition, language }: Drawn) => {
    const files = packageWith(published, (row) => !left.includes(row));
    const dataset = datasetOf(files);
    if (!dataset || !isThere(edition, dataset)) return;
    const { bytes } = await renderUncached(edition, language, dataset);
    printed += 1;
    expect(await pageProblems(bytes)).toEqual([]);
    const charts = multiplesIn(documentOf(briefingOf(edition, dataset), language));
    expect(charts.flatMap((chart) => labelFaults(chart).astray)).toEqual([]);
    expect((await pageTexts(bytes)).join(' ')).not.toMatch(/NaN|undefined|null|Infinity|\{|\}|\[object/);
  };
  await fc.assert(fc.asyncProperty(anyPublications, check), { numRuns: 25 });
  expect(printed).toBeGreaterThan(0);
});
