import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateSync } from 'node:zlib';
import { projectFolder, readColourProfile, rendererFromFiles } from '../../functions/assets/from-files.ts';
import { editionOf } from '../../functions/briefings/index.ts';
import {
  type Dataset,
  type Edition,
  type Language,
  loadDataset,
  type PackageFiles,
  readFolder,
} from '../../functions/dataset/index.ts';
import { renderPdf } from '../../functions/pdf/index.ts';
import { fullPdf } from '../../functions/store/index.ts';
import { monthlyPackage } from '../../test/monthly-package.ts';
import { syntheticPackage } from '../../test/synthetic-package.ts';
import { longDocument } from '../content/long-document.ts';
import { documentOf, editionNamed, foundingEdition, openOurRenderer, projectDataset } from '../content/our-briefing.ts';
import { answerQuestions } from '../process.ts';

/** The measurements of one print. */
export interface GrowthPrint {
  readonly milliseconds: number;
  /** Milliseconds of one document of an edition that is printed in every language; of a single one, the same as above. */
  readonly eachMilliseconds: number;
  /** Milliseconds to read and check the package; 0 without a package. */
  readonly loadMilliseconds: number;
  readonly pages: number;
  readonly bytes: number;
}

const renderer = await openOurRenderer();
const wholeRenderer = await rendererFromFiles();
const packedProfile = deflateSync(readColourProfile());
const projectData = await projectDataset();
const founding = documentOf(renderer, projectData, foundingEdition, 'en');

/** The last day and the last edition of the synthetic packages. */
const day = '2026-01-31';
const lastEdition = editionNamed('2026-01');

/** Lays out and paints a document with a number of pages. */
async function printPages({ pages }: { readonly pages: number }): Promise<GrowthPrint> {
  const document = longDocument(renderer, founding, pages);
  const { brand, typefaces, outlines } = renderer;
  const begun = performance.now();
  const pdf = await renderPdf(document, {
    theme: brand.theme,
    typefaces,
    outlines,
    packedProfile,
    createdAt: new Date('2021-07-27T12:00:00Z'),
    creator: 'gomel-briefing',
    attachments: [],
  });
  const milliseconds = performance.now() - begun;
  return {
    milliseconds,
    eachMilliseconds: milliseconds,
    loadMilliseconds: 0,
    pages: pdf.pages,
    bytes: pdf.bytes.length,
  };
}

/** Reads a package of synthetic data and prints its last edition. Each `seed` gives new figures. */
async function printPackage(size: {
  readonly years: number;
  readonly regions: number;
  readonly seed: number;
}): Promise<GrowthPrint> {
  return printFiles(syntheticPackage(size, size.seed), day, lastEdition, []);
}

/** Prints the edition after so many years of monthly bulletins with 16 goods and 10 regions, with new figures each time. */
async function printMonthly({ years, seed }: { readonly years: number; readonly seed: number }): Promise<GrowthPrint> {
  const bulletins = { from: `${2026 - years}-01`, months: years * 12, products: 16, regions: 10, seed };
  return printFiles(monthlyPackage(bulletins), '2026-02-28', editionNamed('2026-02'));
}

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** The data that were printed last, which a function keeps until it loads others. */
let kept: readonly Dataset[] = [];
const settled = editionOf(projectData, foundingEdition);

/**
 * Collects garbage: a function keeps the data that it has loaded, so what loading leaves behind is no part of a print. After
 * it V8 does not know objects any more of which none is left, so one print that is not counted comes first.
 */
async function collect(): Promise<void> {
  gc();
  await wholeRenderer.render(settled, 'en', fullPdf);
}

/** Prints an edition in English, and then in other languages: they share what was worked out for the first. */
async function printFiles(
  files: PackageFiles,
  today: string,
  edition: Edition,
  others: readonly Language[] = ['ru', 'be'],
): Promise<GrowthPrint> {
  const begun = performance.now();
  const dataset = loadDataset(files, today);
  const loaded = performance.now();
  kept = [...kept.slice(-1), dataset];
  await collect();
  const ready = performance.now();
  const data = editionOf(dataset, edition);
  const { file } = await wholeRenderer.render(data, 'en', fullPdf);
  const first = performance.now();
  for (const language of others) await wholeRenderer.render(data, language, fullPdf);
  return {
    milliseconds: first - ready,
    eachMilliseconds: (performance.now() - ready) / (1 + others.length),
    loadMilliseconds: loaded - begun,
    pages: file.pages ?? 0,
    bytes: file.bytes.length,
  };
}

/** Prints the founding edition, which others are compared with; read anew each time, as they are. */
async function printFounding(): Promise<GrowthPrint> {
  return printFiles(await readFolder(`${projectFolder}data`), new Date().toISOString().slice(0, 10), foundingEdition);
}

answerQuestions({ printPages, printPackage, printMonthly, printFounding });
