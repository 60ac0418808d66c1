import { join } from 'node:path';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { needPython, runToEnd, runWell } from '../programs.ts';
import type { Outcome, Stage } from '../stage.ts';

/** A script that checks the types of the observations as a user of the package sees them. */
const readAs = `
import json, sys
from frictionless import Package
package = Package(sys.argv[1])
row = package.get_resource('observations').read_rows()[0]
print(json.dumps({name: type(value).__name__ for name, value in row.items()}))
`;

interface Report {
  readonly valid: boolean;
  readonly stats: { readonly errors: number };
  readonly tasks: readonly {
    readonly name: string;
    readonly valid: boolean;
    readonly stats: { readonly rows: number };
  }[];
}

/** Checks that the Data Package is valid for Frictionless, and that numbers are read as numbers. */
export const frictionless: Stage = {
  name: 'frictionless',
  about: 'Frictionless finds the Data Package valid, and opens its values as numbers.',
  run: async ({ tools, say }): Promise<Outcome> => {
    const programs = await needPython(tools, ['frictionless==5.18.1'], say);
    const descriptor = join(projectFolder, 'data/datapackage.json');
    const cwd = join(projectFolder, 'data');
    const { out } = await runToEnd(join(programs, 'frictionless'), ['validate', '--json', 'datapackage.json'], { cwd });
    const report = JSON.parse(out) as Report;
    const types = JSON.parse(await runWell(join(programs, 'python'), ['-c', readAs, descriptor], { cwd })) as Record<
      string,
      string
    >;
    const opens = types.value === 'Decimal' && types.decimals === 'int' && types.time_period === 'str';
    const rows = report.tasks.map(
      ({ name, valid, stats }) => `| ${name} | ${stats.rows} | ${valid ? 'valid' : 'NOT valid'} |`,
    );
    const typesNote = `Opened with value as ${types.value}, decimals as ${types.decimals}, time_period as ${types.time_period}.`;
    const summary = ['| table | rows | |', '| --- | --- | --- |', ...rows, '', typesNote].join('\n');
    return { passed: report.valid && opens, summary };
  },
};
