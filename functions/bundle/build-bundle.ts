import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { projectFolder } from '../assets/index.ts';
import { buildCodeCache } from './build-code-cache.ts';
import { lateFiles } from './late-files.ts';
import { leaveOut } from './leave-out.ts';
import { type RendererModules, rendererModules } from './renderer-modules.ts';
import { stubs } from './stubs.ts';

/** The Lambda functions, each a folder with an entry. */
export const functionNames = ['api', 'monthly'] as const;
type FunctionName = (typeof functionNames)[number];

/** The architectures that Lambda has. */
export const architectures = ['arm64', 'x86_64'] as const;
export type Architecture = (typeof architectures)[number];

/**
 * The architecture of Lambda that takes what V8 compiles here; null where none does. V8 refuses what it compiled on
 * another processor: with one version of Node arm64 refuses what x86_64 compiled, and x86_64 what arm64 did.
 */
export const ownArchitecture: Architecture | null =
  process.platform === 'linux'
    ? (architectures.find((name) => name.replace('x86_64', 'x64') === process.arch) ?? null)
    : null;

/** How every module of a bundle is written: for the Node of Lambda, in ASCII, which V8 reads and keeps in half the room. */
const common = {
  absWorkingDir: projectFolder,
  bundle: true,
  platform: 'node',
  target: 'node24',
  // Packages as ES modules, of which only what is used is taken.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** A part is a function that the loader calls, and imports what Node has by `require`: an `import` of `node:http` loads undici. */
const part = {
  ...common,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  banner: { js: '(function(exports,require,module,__dirname){' },
  footer: { js: '})' },
} as const satisfies BuildOptions;

/**
 * Builds the folder of each function below `outputFolder`, ready to be deployed: a loader, the parts that it loads when
 * they are needed, what V8 compiles of them where the architecture takes it, and the fonts and data beside them. But for
 * the compiled code two builds give the same bytes.
 */
export async function buildBundles(outputFolder: string, brandName: string, architecture: Architecture): Promise<void> {
  const renderer = await rendererModules(brandName);
  await rm(outputFolder, { recursive: true, force: true });
  await Promise.all(
    functionNames.map(async (name) => {
      const folder = join(outputFolder, name);
      await buildFunction(name, folder, renderer);
      if (architecture === ownArchitecture) await buildCodeCache(name, folder);
    }),
  );
}

async function buildFunction(name: FunctionName, folder: string, renderer: RendererModules): Promise<void> {
  for (const [path, bytes] of renderer.files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await build({
    ...common,
    entryPoints: { index: 'functions/bundle/loader.ts' },
    outdir: folder,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
  });
  await build({
    ...part,
    entryPoints: { answer: `functions/${name}/handler.ts` },
    outdir: folder,
    plugins: [rendererPlugin(renderer, '#renderer'), leaveOut(stubs[name]), lateFiles],
  });
  for (const [module, file] of renderer.parts) {
    await build({
      ...part,
      stdin: { contents: `module.exports = require(${JSON.stringify(module)})`, resolveDir: projectFolder },
      outfile: join(folder, `${file}.js`),
      // Cyrillic as it is: escapes would be three times as long.
      ...(file.startsWith('messages-') ? { charset: 'utf8' as const } : {}),
      // PDFKit looks for files beside itself, which we do not let it read.
      define: { 'import.meta.url': JSON.stringify('file:///var/task/print.js') },
      plugins: [rendererPlugin(renderer, module), leaveOut(file === 'print' ? stubs.print : [])],
    });
  }
}

/** Puts the prepared renderer in the place of the one that is made from files; its other parts are left to the loader. */
function rendererPlugin({ modules, parts }: RendererModules, own: string): Plugin {
  return {
    name: 'renderer',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#renderer/ }, ({ path }) => {
        const file = path === own ? undefined : parts.get(path);
        return file === undefined ? { path, namespace: 'renderer' } : { path: `./${file}.js`, external: true };
      });
      onLoad({ filter: /.*/, namespace: 'renderer' }, ({ path }) => {
        const contents = modules.get(path);
        if (contents === undefined) throw new Error(`the renderer has no module ${path}`);
        return { contents, loader: 'js', resolveDir: projectFolder };
      });
    },
  };
}
