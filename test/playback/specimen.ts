import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brandNames, loadBrand, projectFolder } from '../../functions/assets/from-files.ts';
import {
  type Dataset,
  type Language,
  languages,
  lastDay,
  loadDataset,
  readFolder,
} from '../../functions/dataset/index.ts';
import { today } from '../package-files.ts';
import { renderUncached } from '../renders.ts';
import { type CheckedSentences, checkSentences } from './check-sentences.ts';
import { type Gated, passGates } from './gates.ts';

/** A record that a generator of specimens makes, and what is printed of it. */
export interface Specimen {
  readonly seed: number;
  /** True for one without the twists that bulletins have: none is missing, none revises. */
  readonly plain: boolean;
  readonly editions: readonly string[];
  /** @default all three */
  readonly languages?: readonly Language[];
  /** @default every brand */
  readonly brands?: readonly string[];
}

/** What came of a specimen. */
export interface Played {
  readonly name: string;
  readonly documents: number;
  /** The fewest and the most pages of a document. */
  readonly pages: readonly [number, number];
  /** Each problem with its edition, language, brand and gate. */
  readonly failures: readonly string[];
  readonly sentences: number;
  readonly unread: readonly string[];
}

/** The most pages of an edition with five years of bulletins. */
const mostPages = 10;

/** Every third edition from 2022-03 to 2026-11, and the last. */
export const everyThirdEdition: readonly string[] = [
  ...Array.from({ length: 19 }, (_, index) => {
    const month = 2022 * 12 + 2 + index * 3;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  }),
  '2026-11',
];

/** Makes a specimen with a generator and prints its editions one after another through every gate. */
export async function playSpecimen(generator: string, specimen: Specimen): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'playback-'));
  try {
    const options = ['--seed', String(specimen.seed), ...(specimen.plain ? ['--plain'] : [])];
    execFileSync('python3', [generator, join(projectFolder, 'data'), folder, ...options], { stdio: 'ignore' });
    const dataset = loadDataset(await readFolder(folder), today);
    const printed = [];
    for (const edition of specimen.editions) printed.push(await playEdition(edition, dataset, folder, specimen));
    const pages = printed.flatMap(({ documents }) => documents.map((document) => document.pages));
    return {
      name: `${specimen.seed}${specimen.plain ? ' --plain' : ''}`,
      documents: pages.length,
      pages: [Math.min(...pages), Math.max(...pages)],
      failures: printed.flatMap(({ failures }) => failures),
      sentences: printed.reduce((sum, { sentences }) => sum + sentences, 0),
      unread: [...new Set(printed.flatMap(({ unread }) => unread))],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function playEdition(edition: string, dataset: Dataset, folder: string, specimen: Specimen) {
  const { languages: spoken = languages, brands = brandNames() } = specimen;
  const documents: Gated[] = [];
  const failures: string[] = [];
  const unread: string[] = [];
  let sentences = 0;
  const fail = (language: Language, brand: string, problems: readonly string[]) =>
    failures.push(...problems.map((problem) => `${edition} ${language} ${brand}: ${problem}`));
  for (const brand of brands) {
    const { serif, sans } = loadBrand(brand).theme.scale;
    for (const language of spoken) {
      const bytes = await renderUncached(edition, language, dataset, brand)
        .then((pdf) => pdf.bytes)
        .catch((error: Error) => fail(language, brand, [`print: ${error.message}`]) && null);
      if (!bytes) continue;
      const gated = await passGates(bytes, language, { pages: mostPages, scale: Math.min(serif, sans) });
      documents.push(gated);
      fail(language, brand, gated.problems);
      if (language !== 'en' || brand !== 'default') continue;
      const found: CheckedSentences = await checkSentences(bytes, folder, lastDay(edition));
      sentences += Object.values(found.checked).reduce((sum, count) => sum + count, 0);
      unread.push(...found.unread);
      fail(
        language,
        brand,
        found.wrong.map((sentence) => `sentence: ${sentence}`),
      );
    }
  }
  return { documents, failures, sentences, unread };
}
