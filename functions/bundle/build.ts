import { brandNames, projectFolder } from '../assets/index.ts';
import { clearProgress, oneOf, runCommand, showProgress } from '../cli/index.ts';
import { type Architecture, architectures, buildBundles, ownArchitecture } from './build-bundle.ts';

const usage = `Usage: npm run build -- [options]

Builds the Lambda functions into dist/.

  --brand NAME         a folder of templates/brand; default by default
  --architecture NAME  arm64 or x86_64, where they are to run; that of this machine by default
  --out DIR            where to; dist by default
  --help               these lines`;

await runCommand(
  {
    usage,
    options: {
      brand: { type: 'string', default: process.env.BRAND ?? 'default' },
      architecture: { type: 'string', default: ownArchitecture ?? 'arm64' },
      out: { type: 'string', default: `${projectFolder}dist` },
    },
  },
  async (options) => {
    const brand = oneOf('brand', options.brand, brandNames());
    const architecture = oneOf('architecture', options.architecture, architectures);
    showProgress('Building the functions…');
    await buildBundles(options.out, brand, architecture);
    clearProgress();
    if (architecture !== ownArchitecture) process.stderr.write(`${withoutCompiledCode(architecture)}\n`);
  },
);

/** The warning that a bundle was built without compiled code, with its cost and remedy. */
function withoutCompiledCode(architecture: Architecture): string {
  const remedy = ownArchitecture ? `, or deploy with -c architecture=${ownArchitecture}` : '';
  return `Built without compiled code, which V8 takes only from Linux on ${architecture}: cold starts take longer. Build there${remedy}.`;
}
