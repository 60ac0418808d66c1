import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectFolder } from '../press/from-files.ts';
import { type PressModules, pressModules } from './press-module.ts';
import { slimPlugin } from './slim-plugin.ts';

/** The Lambda functions, each a folder with an entry. */
export const functionNames = ['api', 'monthly'] as const;

/** CommonJS modules in an ES module bundle still ask for `require`. */
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Builds the folder of each function below `outputFolder`, ready to be deployed: one ES module that answers, one that
 * prints and is loaded when it is needed, and the fonts and data beside them. Two builds give the same bytes.
 */
export async function buildBundles(outputFolder: string, brandName: string): Promise<void> {
  const press = await pressModules(brandName);
  await rm(outputFolder, { recursive: true, force: true });
  await Promise.all(functionNames.map((name) => buildFunction(name, join(outputFolder, name), press)));
}

async function buildFunction(name: (typeof functionNames)[number], folder: string, press: PressModules): Promise<void> {
  await build({
    absWorkingDir: projectFolder,
    entryPoints: { index: `functions/${name}/index.ts` },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    banner: { js: banner },
    chunkNames: 'chunks-[hash]',
    plugins: [pressPlugin(press), slimPlugin()],
    logLevel: 'warning',
  });
  for (const [path, bytes] of press.files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

/** Puts the prepared press in the place of the one that is made from files. */
function pressPlugin({ modules }: PressModules): Plugin {
  return {
    name: 'press',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#press/ }, ({ path }) => ({ path, namespace: 'press' }));
      onLoad({ filter: /.*/, namespace: 'press' }, ({ path }) => {
        const contents = modules.get(path);
        if (contents === undefined) throw new Error(`the press has no module ${path}`);
        return { contents, loader: 'js', resolveDir: projectFolder };
      });
    },
  };
}
