import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '../../functions/dataset/index.ts';
import type { Drawing } from '../content/content.ts';
import { namesIn } from '../content/face-names.ts';
import { svgOf } from '../content/svg.ts';
import { typstOf } from '../content/typst.ts';
import { type Peer, peerPackage, type Supplies } from './peer.ts';

interface Compiler {
  pdf(source: { readonly mainFilePath: string }, options: { readonly pdfStandard: string }): Uint8Array;
  evictCache(maxAge: number): void;
}

interface Typst {
  readonly NodeCompiler: { create(options: object): Compiler };
}

/**
 * Typst through its Node binding, kept running, with its sources and drawings on disk. Typst caches what it compiled
 * and would have almost nothing to do for a document that it has just printed. So its cache is cleared before each
 * print, as if the document were new.
 */
export async function open(supplies: Supplies): Promise<Peer> {
  return openTypst(supplies, { forgets: true });
}

/** Opens Typst. `forgets` clears its cache before each print. */
export async function openTypst(supplies: Supplies, { forgets }: { readonly forgets: boolean }): Promise<Peer> {
  const { contents, fontFolder, scratch } = supplies;
  const fontOf = await namesIn(fontFolder);
  await mkdir(scratch, { recursive: true });
  for (const language of languages) {
    const drawings: Drawing[] = [];
    const source = typstOf(contents[language], fontOf, (drawing) => {
      drawings.push(drawing);
      return fileOf(language, drawings.length - 1);
    });
    await writeFile(join(scratch, `${language}.typ`), source);
    const files = drawings.map((drawing, index) =>
      writeFile(join(scratch, fileOf(language, index)), svgOf(drawing, fontOf)),
    );
    await Promise.all(files);
  }
  const { NodeCompiler } = await peerPackage<Typst>('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: scratch, fontArgs: [{ fontPaths: [fontFolder] }] });
  return {
    render: async (language) =>
      compiler.pdf({ mainFilePath: join(scratch, `${language}.typ`) }, { pdfStandard: 'a-3a' }),
    ...(forgets ? { forget: () => compiler.evictCache(0) } : {}),
  };
}

function fileOf(language: Language, index: number): string {
  return `${language}-${index}.svg`;
}
