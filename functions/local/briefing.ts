import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brandNames, rendererFromFiles } from '../assets/index.ts';
import { editionOf, resolveEdition } from '../briefings/index.ts';
import { clearProgress, oneOf, runCommand, showProgress, UsageError } from '../cli/index.ts';
import { type Language, languages } from '../dataset/index.ts';
import { formats, forms, fullPdf, makeFolder, type Rendition, renditionOf, renditions } from '../store/index.ts';
import { fromCaller, loadPackage } from './load-package.ts';
import { overlaid } from './overlay.ts';

const usage = `Usage: npm run briefing -- [options]

Writes the briefing as files and prints their paths.

  --edition YYYY-MM        which edition; the current one by default
  --language ${languages.join('|')}|all  in which language; all by default
  --form ${forms.join('|').padEnd(17)} ${fullPdf.form} by default
  --format ${formats.join('|').padEnd(15)} of the files; ${fullPdf.format} by default
  --data DIR               a Data Package to make it from; data/ by default
  --brand NAME             a folder of templates/brand; default by default
  --out PATH               a file for one language, a folder for several; this folder by default
  --overlay                draw frames, baselines and the order of reading over the pages of a PDF
  --help                   these lines`;

await runCommand(
  {
    usage,
    options: {
      edition: { type: 'string', default: 'latest' },
      language: { type: 'string', default: 'all' },
      form: { type: 'string', default: fullPdf.form },
      format: { type: 'string', default: fullPdf.format },
      data: { type: 'string' },
      brand: { type: 'string', default: 'default' },
      out: { type: 'string' },
      overlay: { type: 'boolean', default: false },
    },
  },
  async (options) => {
    const choice = oneOf('language', options.language, [...languages, 'all']);
    const brand = oneOf('brand', options.brand, brandNames());
    const rendition = chosenRendition(options);
    const chosen: readonly Language[] = choice === 'all' ? languages : [choice];
    const dataset = await loadPackage(options.data);
    const edition = resolveEdition(options.edition, dataset, new Date());
    const name = [edition, ...(brand === 'default' ? [] : [brand]), ...(options.overlay ? ['overlay'] : [])].join('-');
    const paths = await outputPaths(options.out, name, rendition, chosen);

    showProgress('Preparing fonts and templates…');
    const renderer = await rendererFromFiles(brand);
    const data = editionOf(dataset, edition);
    for (const language of chosen) {
      showProgress(`Printing ${edition} in ${language}…`);
      const { file } = await renderer.render(data, language, rendition, options.overlay ? overlaid : undefined);
      const path = paths.get(language) ?? '';
      await writeWhole(path, file.bytes);
      clearProgress();
      process.stdout.write(`${path}\n`);
    }
  },
);

/** The rendition that the options ask for. Throws a {@link UsageError} where there is none. */
function chosenRendition(options: { readonly form: string; readonly format: string; readonly overlay: boolean }) {
  const form = oneOf('form', options.form, forms);
  const format = oneOf('format', options.format, formats);
  const rendition = renditionOf(form, format);
  if (!rendition) {
    const there = renditions.filter((known) => known.form === form).map((known) => known.format);
    throw new UsageError(`--format ${format}: the form ${form} is made as ${there.join(', ')}.`);
  }
  if (options.overlay && format !== 'pdf') throw new UsageError('--overlay draws over the pages of a PDF.');
  return rendition;
}

/** The output path of each language: the file that was named, or its own file name in the folder. */
async function outputPaths(
  out: string | undefined,
  name: string,
  { ending, format }: Rendition,
  chosen: readonly Language[],
): Promise<ReadonlyMap<Language, string>> {
  const named = fromCaller(out ?? '.');
  const isFolder =
    out === undefined || /[\\/]$/.test(out) || ((await stat(named).catch(() => null))?.isDirectory() ?? false);
  const isFile = !isFolder && (chosen.length === 1 || named.toLowerCase().endsWith(`.${format}`));
  if (isFile && chosen.length > 1) {
    throw new UsageError(
      `--out ${out}: one file cannot hold ${chosen.length} languages; name a folder, or one --language.`,
    );
  }
  return new Map(
    chosen.map((language) => [
      language,
      isFile ? named : join(named, `gomel-russia-briefing-${name}-${language}${ending}`),
    ]),
  );
}

/** Writes to a temporary name first, so that a full disk leaves no half-written file; straight into a pipe or a device. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there && !there.isFile()) return writeFile(path, bytes);
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  await makeFolder(dirname(path));
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
