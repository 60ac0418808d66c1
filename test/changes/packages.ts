import { type Dataset, loadDataset, type PackageFiles } from '../../functions/dataset/index.ts';
import { today } from '../package-files.ts';

/** A dataset of files of a package. */
export function loaded(files: PackageFiles): Dataset {
  return loadDataset(files, today);
}

/** The package without a publication and its rows. */
export function withoutSource(files: PackageFiles, source: string): PackageFiles {
  return edited(files, (line) => !line.startsWith(`${source},`) && !line.includes(`,${source},`));
}

/** The package with the lines of its tables that are kept, and each as another gives it. */
export function edited(
  files: PackageFiles,
  keep: (line: string) => boolean,
  change: (line: string) => string = (line) => line,
): PackageFiles {
  return new Map(
    [...files].map(([name, bytes]) => {
      if (!name.endsWith('.csv')) return [name, bytes];
      const lines = new TextDecoder().decode(bytes).trimEnd().split('\n').filter(keep).map(change);
      return [name, new TextEncoder().encode(`${lines.join('\n')}\n`)];
    }),
  );
}

/** The package with further lines in a table. */
export function withRows(files: PackageFiles, table: string, lines: readonly string[]): PackageFiles {
  const text = new TextDecoder().decode(files.get(table));
  return new Map([...files, [table, new TextEncoder().encode(`${text.trimEnd()}\n${lines.join('\n')}\n`)]]);
}
