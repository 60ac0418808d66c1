import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as s3 from '@aws-sdk/client-s3';
import * as sns from '@aws-sdk/client-sns';
import * as sts from '@aws-sdk/client-sts';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../functions/assets/from-files.ts';
import { leaveOut } from '../../functions/bundle/leave-out.ts';
import { type Stub, stubs } from '../../functions/bundle/stubs.ts';

/** Bundles a module with stubs and gives its exports. */
async function bundled<T>(contents: string, wanted: readonly Stub[]): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'bundle.cjs');
  await build({
    stdin: { contents, resolveDir: projectFolder },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    keepNames: true,
    logLevel: 'silent',
    plugins: [leaveOut(wanted)],
  });
  return createRequire(import.meta.url)(outfile);
}

const fontkit = stubs.print.filter(({ module }) => module === 'fontkit');

it('a name that was left out throws when it is called, constructed or read', async () => {
  const contents = `
    import { create } from 'fontkit';
    export const call = () => create('font.ttf');
    export const make = () => new create();
    export const read = () => create.length;`;
  const { call, make, read } = await bundled<Record<string, () => unknown>>(contents, fontkit);
  for (const use of [call, make, read]) expect(use).toThrow('fontkit was left out of the bundle');
});

it('the build fails with the name when a library imports more from a stub', async () => {
  const contents = "import { openSync } from 'fontkit'; openSync('font.ttf');";
  await expect(bundled(contents, fontkit)).rejects.toThrow(
    'No matching export in "node_modules/fontkit/dist/module.mjs" for import "openSync"',
  );
});

it('the build fails with a remedy when nothing imports a stub', async () => {
  await expect(bundled("import 'linebreak';", [...fontkit])).rejects.toThrow(
    'nothing imports fontkit any more: remove its stub from functions/bundle/stubs.ts',
  );
});

/** A schema with each function replaced by the schema that it gives. */
const whole = (schema: unknown): unknown => {
  if (typeof schema === 'function') return whole(schema());
  return Array.isArray(schema) ? schema.map(whole) : schema;
};

it.each([
  ['client-s3', s3],
  ['client-sns', sns],
  ['client-sts', sts],
])('the schemas of %s equal those of the client, with the error classes that they belong to', async (name, client) => {
  const wanted = stubs.monthly.filter(({ module }) => module.includes(name));
  const written = await bundled<typeof client>(`export * from '@aws-sdk/${name}'`, wanted);
  const schemasOf = (exported: object) => Object.entries(exported).filter(([key]) => key.endsWith('$'));
  expect(schemasOf(written).length).toBeGreaterThan(30);
  expect(schemasOf(written).map(whole)).toEqual(schemasOf(client).map(whole));
  // Which class each AWS error becomes.
  const errorsOf = ({ errorTypeRegistries, ...exported }: typeof client) =>
    errorTypeRegistries.map((registry) => schemasOf(exported).map(([, schema]) => registry.getErrorCtor(schema)?.name));
  expect(errorsOf(written)).toEqual(errorsOf(client));
});
