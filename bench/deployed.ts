import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../functions/assets/from-files.ts';
import { runWell } from '../test/conformance/programs.ts';

/** The names of the functions, which are also their folders, in the order of the stack. */
const functionNames = ['api', 'monthly', 'public'] as const;

/** The name of a function. */
export type FunctionName = (typeof functionNames)[number];

/** The functions as they are deployed: their bundles, and the template of the stack. */
export interface Deployed {
  /** The folder of each bundle. */
  readonly folders: Readonly<Record<FunctionName, string>>;
  /** The resources of the stack. */
  readonly resources: readonly Resource[];
}

/** A resource of a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** The folder of a function's code on Lambda. */
const codeFolder = '/var/task';

/** Builds the functions and synthesises the stack, both with default settings. */
export async function buildDeployed(scratch: string): Promise<Deployed> {
  await runWell(process.execPath, ['functions/bundle/build.ts']);
  // Loaded only when needed, because loading CDK takes longer than many a measurement.
  const [{ App }, { BriefingStack }, { readSettings }] = await Promise.all([
    import('aws-cdk-lib'),
    import('../lib/briefing-stack.ts'),
    import('../lib/settings.ts'),
  ]);
  const { context } = JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8')) as { context: object };
  const app = new App({ context: { ...context }, outdir: join(scratch, 'cdk.out') });
  const stack = new BriefingStack(app, 'GomelBriefing', { settings: readSettings(app) });
  const template = app.synth().getStackByName(stack.stackName).template as {
    readonly Resources: Readonly<Record<string, Resource>>;
  };
  const folderOf = (name: FunctionName) => join(projectFolder, 'dist', name);
  return {
    folders: { api: folderOf('api'), monthly: folderOf('monthly'), public: folderOf('public') },
    resources: Object.values(template.Resources),
  };
}

/** The entry file of a function's bundle. */
export function entryOf({ folders }: Deployed, name: FunctionName): string {
  return join(folders[name], 'index.mjs');
}

/** The memory of the functions, in MB. */
export function memoryOf({ resources }: Deployed): number {
  const sizes = functionsOf(resources).map(({ Properties: properties }) => Number(properties?.MemorySize));
  return Math.max(...sizes);
}

/**
 * The environment variables that the stack gives a function, as far as they are known before deployment. Paths of the
 * code point to the local folder.
 */
export function environmentOf({ resources, folders }: Deployed, name: FunctionName): Readonly<Record<string, string>> {
  const found = functionsOf(resources)[functionNames.indexOf(name)];
  const { Variables: variables = {} } = (found?.Properties?.Environment ?? {}) as {
    readonly Variables?: Readonly<Record<string, unknown>>;
  };
  const known = Object.entries(variables).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(known.map(([key, value]) => [key, value.replaceAll(codeFolder, folders[name])]));
}

function functionsOf(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(({ Type: type, Properties: properties }) => {
    return (
      type === 'AWS::Lambda::Function' && properties?.Handler === 'index.handler' && properties.MemorySize !== undefined
    );
  });
}
