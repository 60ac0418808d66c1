/** Opens a package as the commands do and prints what was said of it and how much memory that took: `FILE`. */
import { DatasetError, loadDataset } from '../../functions/dataset/index.ts';
import { usePackage } from '../../functions/local/load-package.ts';
import { today } from '../package-files.ts';

const [, , path = ''] = process.argv;
const told = await usePackage(path, (files) => loadDataset(files, today)).then(
  ({ observations }) => [`${observations.length} rows`],
  (error) => {
    if (!(error instanceof DatasetError)) throw error;
    return error.message.split('\n').slice(1, 4);
  },
);
process.stdout.write(JSON.stringify({ told, peak: process.resourceUsage().maxRSS * 1024 }));
