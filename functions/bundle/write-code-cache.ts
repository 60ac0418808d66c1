/**
 * Run in a process of its own: lets a bundle do what its callers wait for and writes the code that V8 has compiled for it
 * next to its parts. Arguments: the folder of the bundle, events for its function, whether it renders.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { constants, zstdCompressSync } from 'node:zlib';
import { projectFolder } from '../assets/index.ts';
import { editionOf, type Renderer } from '../briefings/index.ts';
import { editionAt, firstEdition, languages, loadDataset, readFolder } from '../dataset/index.ts';
import { fullPdf } from '../store/index.ts';
import { endOfTime } from './renderer-modules.ts';

/** What the loader of a bundle exports. */
type Bundle = Omit<typeof import('./loader.ts'), 'handler'> & {
  readonly handler: (
    event: unknown,
    context: object,
  ) => Promise<{ readonly statusCode: number; readonly body: string }>;
};

const [folder = '', events = '[]', renders] = process.argv.slice(2);
const { handler, load, scripts } = (await import(pathToFileURL(`${folder}/index.mjs`).href)) as Bundle;

for (const event of JSON.parse(events) as readonly unknown[]) {
  const { statusCode, body } = await handler(event, {});
  if (statusCode >= 500) throw new Error(body);
}
// Each part with the V8 flags that the loader sets for it.
writeCache('answer.js');
if (renders === 'true') {
  const { open } = load('print.js') as { readonly open: () => Renderer };
  await printEditions(open());
  writeCache('print.js');
}
process.exit(0);

/** Prints the first edition and that of the newest publication, which show different charts. */
async function printEditions(renderer: Renderer): Promise<void> {
  const dataset = loadDataset(await readFolder(`${projectFolder}data`), endOfTime);
  const newest = dataset.sources.map(({ published }) => published).reduce((a, b) => (a > b ? a : b));
  for (const edition of new Set([firstEdition(dataset), editionAt(new Date(newest))])) {
    const data = editionOf(dataset, edition);
    for (const language of languages) await renderer.render(data, language, fullPdf);
  }
}

function writeCache(file: string): void {
  const compiled = scripts.get(file)?.createCachedData();
  if (!compiled) throw new Error(`${file} was not loaded`);
  const params = { [constants.ZSTD_c_compressionLevel]: 22 };
  writeFileSync(`${folder}/${file}.compiled.zst`, zstdCompressSync(compiled, { params }));
}
