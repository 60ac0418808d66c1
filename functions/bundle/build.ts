import { oneOf, readOptions } from '../local/options.ts';
import { clearProgress, runCommand, showProgress } from '../local/terminal.ts';
import { brandNames, projectFolder } from '../press/from-files.ts';
import { buildBundles } from './build-bundle.ts';

const usage = `Usage: npm run build -- [options]

Builds the Lambda functions into dist/.

  --brand NAME  a folder of templates/brand; default by default
  --out DIR     where to; dist by default
  --help        these lines`;

await runCommand(async () => {
  const options = readOptions(
    {
      brand: { type: 'string', default: process.env.BRAND ?? 'default' },
      out: { type: 'string', default: `${projectFolder}dist` },
      help: { type: 'boolean', default: false },
    },
    usage,
  );
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  showProgress('Building the functions…');
  await buildBundles(options.out, oneOf('brand', options.brand, brandNames()));
  clearProgress();
});
