import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { projectFolder } from '../assets/index.ts';
import { buildCodeCache } from './build-code-cache.ts';
import { lateFiles } from './late-files.ts';
import { leaveOut } from './leave-out.ts';
import { type RendererModules, rendererModules } from './renderer-modules.ts';
import { stubs } from './stubs.ts';

/** The Lambda functions. Each has a folder with a Lambda entry. */
export const functionNames = ['api', 'monthly', 'public'] as const;
type FunctionName = (typeof functionNames)[number];

/** Whether a function renders briefings. The public one cannot: it has no code for it. */
export const renders: Readonly<Record<FunctionName, boolean>> = { api: true, monthly: true, public: false };

/** The architectures that Lambda offers. */
export const architectures = ['arm64', 'x86_64'] as const;
export type Architecture = (typeof architectures)[number];

/**
 * The Lambda architecture that accepts code compiled by V8 on this machine; null when there is none. V8 refuses code
 * that was compiled on another processor, even by the same version of Node.
 */
export const ownArchitecture: Architecture | null =
  process.platform === 'linux'
    ? (architectures.find((name) => name.replace('x86_64', 'x64') === process.arch) ?? null)
    : null;

/** Options of every build. Output is ASCII because V8 needs half as much memory for it. */
const common = {
  absWorkingDir: projectFolder,
  bundle: true,
  platform: 'node',
  target: 'node24',
  // Prefer ES modules, from which esbuild drops what is not used.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * A part is a function that the loader calls. It imports Node's modules by `require` because an `import` of `node:http`
 * loads undici.
 */
const part = {
  ...common,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  banner: { js: '(function(exports,require,module,__dirname){' },
  footer: { js: '})' },
} as const satisfies BuildOptions;

/**
 * Builds a folder for each function in `outputFolder`, ready to deploy: a loader, the parts that it loads on demand,
 * fonts and data, and the code cache if this machine can compile for the architecture. Apart from the code cache, two
 * builds give the same bytes.
 */
export async function buildBundles(outputFolder: string, brandName: string, architecture: Architecture): Promise<void> {
  const renderer = await rendererModules(brandName);
  await rm(outputFolder, { recursive: true, force: true });
  await Promise.all(
    functionNames.map(async (name) => {
      const folder = join(outputFolder, name);
      await buildFunction(name, folder, renderer);
      await packParts(folder);
      if (architecture === ownArchitecture) await buildCodeCache(name, renders[name], folder);
    }),
  );
}

async function buildFunction(name: FunctionName, folder: string, renderer: RendererModules): Promise<void> {
  for (const [path, bytes] of [...renderer.data, ...(renders[name] ? renderer.files : [])]) {
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
  for (const [module, file] of renders[name] ? renderer.parts : []) {
    await build({
      ...part,
      stdin: { contents: `module.exports = require(${JSON.stringify(module)})`, resolveDir: projectFolder },
      outfile: join(folder, `${file}.js`),
      // Cyrillic stays as it is because escapes would be three times as long.
      ...(file.startsWith('messages-') ? { charset: 'utf8' as const } : {}),
      // PDFKit would look for its own files at this URL, but we do not let it read any.
      define: { 'import.meta.url': JSON.stringify('file:///var/task/print.js') },
      plugins: [rendererPlugin(renderer, module), leaveOut(file === 'print' ? stubs.print : [])],
    });
  }
}

/** Compresses the parts as a zip cannot: a twelfth of it less, for two milliseconds of a cold start. */
async function packParts(folder: string): Promise<void> {
  const params = { [constants.ZSTD_c_compressionLevel]: 22 };
  const parts = (await readdir(folder)).filter((file) => file.endsWith('.js'));
  for (const part of parts) {
    const file = join(folder, part);
    await writeFile(`${file}.zst`, zstdCompressSync(await readFile(file), { params }));
    await rm(file);
  }
}

/** Replaces the modules that read source files with prepared ones. The loader loads the other parts of the renderer. */
function rendererPlugin({ modules, parts }: RendererModules, own: string): Plugin {
  return {
    name: 'renderer',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#(renderer|share-wording)/ }, ({ path }) => {
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
