import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Dataset,
  DatasetError,
  type Language,
  languages,
  loadDataset,
  normalisePackage,
  type PackageFiles,
  repertoire,
  type Violation,
} from '../../functions/dataset/index.ts';
import { packageFiles, today } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { renderUncached } from '../renders.ts';
import { pageProblems } from './page-checks.ts';

type Row = Readonly<Record<string, string>>;

/** A cell of the package that holds words: its file, its row as a spreadsheet counts it, and its column. */
interface Cell {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

const rowsOf = (file: string): readonly Row[] => parse(Buffer.from(packageFiles.get(file) ?? ''), { columns: true });

/** Every cell with words in a language, or in none; what is empty may have to stay so. */
function cellsOf(language: Language): readonly Cell[] {
  return ['sources.csv', 'areas.csv', 'statements.csv', 'observations.csv'].flatMap((file) =>
    rowsOf(file).flatMap((cells, index) =>
      Object.entries(cells)
        .filter(
          ([column, text]) =>
            text !== '' && (column.endsWith(`_${language}`) || /^(printed|locator|note)$/.test(column)),
        )
        .map(([column]) => ({ file, row: index + 2, column })),
    ),
  );
}

function withCell({ file, row, column }: Cell, text: string): PackageFiles {
  const rows = rowsOf(file).map((cells, index) => (index + 2 === row ? { ...cells, [column]: text } : cells));
  const columns = Object.keys(rows[0] ?? {});
  const quoted = (cell = '') => `"${cell.replaceAll('"', '""')}"`;
  const lines = [columns, ...rows.map((cells) => columns.map((name) => quoted(cells[name])))];
  return new Map([
    ...packageFiles,
    [file, new TextEncoder().encode(`${lines.map((line) => line.join(',')).join('\n')}\n`)],
  ]);
}

function load(files: PackageFiles): Dataset | readonly Violation[] {
  try {
    return loadDataset(files, today);
  } catch (error) {
    if (error instanceof DatasetError) return error.problems;
    throw error;
  }
}

const lettersOf: Readonly<Record<Language, string>> = {
  en: 'WMwmaei',
  ru: 'ЩЖщжаеи',
  be: 'ШЖшжаеіў',
};

/** Texts of every length in the letters of a language, the widest among them, with any sign that we print. */
function words(language: Language): fc.Arbitrary<string> {
  const letter = fc.constantFrom(...lettersOf[language]);
  const sign = fc.constantFrom(...[...repertoire].filter((one) => !/\p{L}/u.test(one)));
  const unit = fc.oneof({ arbitrary: letter, weight: 30 }, { arbitrary: sign, weight: 1 });
  const word = fc.string({ unit, minLength: 1, maxLength: 40 });
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(' '));
  return fc.tuple(text, fc.constantFrom(20, 40, 60, 150, 300)).map(([all, length]) => all.slice(0, length).trim());
}

const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

const anyCell = fc.constantFrom(...languages).chain((language) =>
  fc.record({
    language: fc.constant(language),
    cell: fc.constantFrom(...cellsOf(language)),
    text: fc.oneof({ arbitrary: words(language), weight: 5 }, { arbitrary: anything, weight: 1 }),
  }),
);

const together = (text: string) => text.replace(/\s/g, '').toLowerCase();

it('any text in any cell is refused with its cell, or printed in its place', async () => {
  let [printed, refused] = [0, 0];
  const check = async ({ language, cell, text }: { language: Language; cell: Cell; text: string }) => {
    const files = withCell(cell, text);
    const loaded = load(files);
    if (!('observations' in loaded)) {
      refused += 1;
      expect(loaded).toEqual(loaded.map(() => expect.objectContaining({ file: cell.file, row: cell.row })));
      return;
    }
    printed += 1;
    const { bytes } = await renderUncached('2026-11', language, loaded);
    expect(await pageProblems(bytes)).toEqual([]);
    expect((await pageTexts(bytes)).join('')).not.toContain('\ufffd');
  };
  await fc.assert(fc.asyncProperty(anyCell, check), { numRuns: 40 });
  expect(Math.min(printed, refused)).toBeGreaterThan(0);
});

it.each(languages)('a statement and the title of a source lose no mark in %s', async (language) => {
  const cells = [
    { file: 'statements.csv', row: 7, column: `text_${language}` },
    { file: 'sources.csv', row: 2, column: `title_${language}` },
  ];
  const check = async (cell: Cell, text: string) => {
    const files = normalisePackage(withCell(cell, text));
    const loaded = load(files);
    if (!('observations' in loaded)) return;
    const [source, statement] = [loaded.sources[0], loaded.statements[5]];
    const kept = cell.file === 'sources.csv' ? source?.title[language] : statement?.text[language];
    const { bytes } = await renderUncached('2021-07', language, loaded);
    expect(together((await pageTexts(bytes)).join(''))).toContain(together(kept ?? ''));
  };
  await fc.assert(fc.asyncProperty(fc.constantFrom(...cells), words(language), check), { numRuns: 12 });
});
