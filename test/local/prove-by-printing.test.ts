import { describe, expect, it } from 'vitest';
import { CommandError } from '../../functions/cli/index.ts';
import { type Dataset, DatasetError, loadDataset } from '../../functions/dataset/index.ts';
import { editionsToPrint, proveByPrinting } from '../../functions/local/prove-by-printing.ts';
import { dataset, noon, packageFiles, today, withFile, withObservation } from '../package-files.ts';
import { renderer } from '../renders.ts';

/** The package with more sectors, each of which passes every check by itself. */
function withSectors(...lengths: readonly number[]): Dataset {
  const text = (word: string, index: number, length: number) => `${index} ${word.repeat(40)}`.slice(0, length).trim();
  const rows = lengths.map((length, index) =>
    [
      ...['sector', `new_${index}`, '', ''],
      ...['economy ', 'экономика ', 'эканоміка '].map((word) => text(word, index, length)),
      ...['', '', '', '', 'strela-2025-02-20', 'text'],
    ].join(','),
  );
  return loadDataset(
    withFile('statements.csv', (csv) => `${csv}${rows.join('\n')}\n`),
    today,
  );
}

/** The row in statements.csv of the first added sector. */
const firstAdded = (dataset.rows.statements?.at(-1)?.number ?? 0) + 1;

describe('the editions with which a package is proved', () => {
  it('are the newest two when nothing changes', () => {
    expect(editionsToPrint(dataset, dataset, noon)).toEqual(['2026-10', '2026-11']);
  });

  it('are also those that a new row changes, spread from the first to the last when there are many', () => {
    const one = loadDataset(withObservation(',2024-07,441,PN,', ',2024-07,442,PN,'), today);
    expect(editionsToPrint(one, dataset, noon)).toEqual([
      '2024-07',
      '2025-04',
      '2025-12',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(editionsToPrint(one, null, noon)[0]).toBe('2021-07');
  });
});

describe('a package that passes every check', () => {
  it('is refused with the file and the cell that cannot be printed, among others that can', async () => {
    const after = withSectors(20, 280, 280, 280, 280, 20);
    const refused: unknown = await proveByPrinting(after, dataset, await renderer(), noon).catch((error) => error);
    expect(refused).toBeInstanceOf(DatasetError);
    const { message } = refused as DatasetError;
    expect(message).toMatch(
      /statements\.csv, row \d+, text_en: "\d economy .*" – the edition 2025-02 in en cannot be printed with it \(full\.pdf: .*\); correct or shorten it$/,
    );
    const row = Number(/row (\d+)/.exec(message)?.[1]);
    expect(row).toBeGreaterThan(firstAdded);
    expect(row).toBeLessThan(firstAdded + 5);
  });

  it('is refused with the file alone when no data before are there to compare with', async () => {
    const refused = proveByPrinting(withSectors(280, 280, 280, 280), null, await renderer(), noon);
    await expect(refused).rejects.toThrow(CommandError);
    await expect(refused).rejects.toThrow(/: edition \d{4}-\d\d in en, full\.pdf: [^:]*\. Nothing was published\.$/);
  });

  it('is proved in every language, form and format', async () => {
    const real = await renderer();
    const printed: string[] = [];
    const counting: typeof real = {
      ...real,
      render: (data, language, rendition, laidOut) => {
        printed.push(`${data.vintage.edition} ${language} ${rendition.form}.${rendition.format}`);
        return real.render(data, language, rendition, laidOut);
      },
    };
    expect(await proveByPrinting(loadDataset(packageFiles, today), dataset, counting, noon)).toEqual([
      '2026-10',
      '2026-11',
    ]);
    const files = ['full.pdf', 'sheet.pdf', 'full.html', 'full.xlsx'];
    expect(printed).toEqual(
      ['2026-10', '2026-11'].flatMap((edition) =>
        ['en', 'ru', 'be'].flatMap((language) => files.map((file) => `${edition} ${language} ${file}`)),
      ),
    );
  });
});
