import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../functions/assets/from-files.ts';
import type { Language } from '../functions/dataset/index.ts';
import { installVeraPdf, validate } from '../test/conformance/verapdf/validate.ts';
import { coverageOf, describePdf, type PdfFacts } from './describe-pdf.ts';
import type { BenchContext } from './measurement.ts';
import { ours, type PeerEntry } from './peers/index.ts';
import type { Answerer } from './process.ts';
import { ratioOf, type Summary, summarise } from './statistics.ts';

/** The measurements of one tool. */
export interface PeerFacts {
  readonly title: string;
  readonly version: string;
  /** Our time divided by the tool's, in pairs of the same language that were measured right after each other. */
  readonly ratio: Summary;
  readonly milliseconds: Summary;
  /** The size in bytes and the pages of the English file. */
  readonly bytes: number;
  readonly pages: number;
  /**
   * Elements of the structure tree, the standards that the file claims, and the verdict of veraPDF; null where it did
   * not run.
   */
  readonly elements: number;
  readonly claims: readonly string[];
  readonly archival: boolean | null;
  readonly accessible: boolean | null;
  /** The share of the characters of our file that the tool's file has too. */
  readonly coverage: number;
}

/** A tool that runs in its process, with its measured times. */
export interface Running {
  readonly entry: PeerEntry;
  readonly answerer: Answerer;
  readonly milliseconds: number[];
}

/** Describes the measured tools by name: their times beside ours, and the properties of their files. */
export async function describePeers(
  bench: BenchContext,
  measured: readonly Running[],
): Promise<Readonly<Record<string, PeerFacts>>> {
  const own = measured.find(({ entry }) => entry.name === ours);
  if (!own) throw new Error('ours could not be measured; the lines above say why');
  const files = new Map<string, string>();
  for (const { entry, answerer } of measured) {
    files.set(entry.name, await answerer.ask<string>('keep', { language: 'en' satisfies Language }));
  }
  const verdicts = await verdictsOf(bench, [...files.values()]);
  const described = new Map<string, PdfFacts & { readonly bytes: number }>();
  for (const [name, file] of files) {
    const bytes = await readFile(file);
    described.set(name, { ...(await describePdf(bytes)), bytes: bytes.length });
  }
  const wanted = described.get(ours)?.characters ?? new Map();
  const facts: Record<string, PeerFacts> = {};
  for (const { entry, milliseconds } of measured) {
    const file = described.get(entry.name);
    if (!file) continue;
    const { pages, elements, claims, bytes, characters } = file;
    facts[entry.name] = {
      title: entry.title,
      version: await entry.version(bench.tools),
      ratio: ratioOf(own.milliseconds, milliseconds),
      milliseconds: summarise(milliseconds),
      bytes,
      pages,
      elements,
      claims,
      archival: verdicts?.get(`${entry.name} 3a`) ?? null,
      accessible: verdicts?.get(`${entry.name} ua1`) ?? null,
      coverage: coverageOf(wanted, characters),
    };
  }
  return facts;
}

/** The verdicts of veraPDF by tool and flavour; null if veraPDF is not available. */
async function verdictsOf(
  { say }: BenchContext,
  files: readonly string[],
): Promise<ReadonlyMap<string, boolean> | null> {
  try {
    const tools = join(projectFolder, '.conformance/verapdf/tools');
    await mkdir(tools, { recursive: true });
    const library = await installVeraPdf({ tools, say });
    say(`validating ${files.length} files`);
    const verdicts = await validate(library, files);
    return new Map(verdicts.map(({ file, flavour, isCompliant }) => [`${file.split('/')[0]} ${flavour}`, isCompliant]));
  } catch (error) {
    say(`veraPDF could not run: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
