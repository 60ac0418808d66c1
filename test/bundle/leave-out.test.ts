import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../functions/assets/from-files.ts';
import { leaveOut } from '../../functions/bundle/leave-out.ts';
import { type Stub, stubs } from '../../functions/bundle/stubs.ts';

/** Bundles a module with stubs, and gives what it exports. */
async function bundled(contents: string, wanted: readonly Stub[]): Promise<Record<string, () => unknown>> {
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
    logLevel: 'silent',
    plugins: [leaveOut(wanted)],
  });
  return createRequire(import.meta.url)(outfile);
}

const fontkit = stubs.print.filter(({ module }) => module === 'fontkit');

it('what was left out says so when it is called, made or read', async () => {
  const contents = `
    import { create } from 'fontkit';
    export const call = () => create('font.ttf');
    export const make = () => new create();
    export const read = () => create.length;`;
  const { call, make, read } = await bundled(contents, fontkit);
  for (const use of [call, make, read]) expect(use).toThrow('fontkit was left out of the bundle');
});

it('a library that imports more of what was left out stops the build, with the name', async () => {
  const contents = "import { openSync } from 'fontkit'; openSync('font.ttf');";
  await expect(bundled(contents, fontkit)).rejects.toThrow(
    'No matching export in "node_modules/fontkit/dist/module.mjs" for import "openSync"',
  );
});

it('a stub that nothing imports stops the build, with what to do', async () => {
  await expect(bundled("import 'linebreak';", [...fontkit])).rejects.toThrow(
    'nothing imports fontkit any more: remove its stub from functions/bundle/stubs.ts',
  );
});
