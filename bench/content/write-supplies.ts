import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '../../functions/dataset/index.ts';
import { documentOf, foundingEdition, openOurRenderer, pagesOf, projectDataset } from './our-briefing.ts';
import { readContent } from './read-content.ts';

/** Where the content and the typefaces of the founding edition were written. */
export interface Written {
  readonly contents: Readonly<Record<Language, object>>;
  readonly fontFolder: string;
}

/** Writes the input of every tool: the typefaces as our functions include them, and the content of each language. */
export async function writeSupplies(folder: string): Promise<Written> {
  const renderer = await openOurRenderer();
  const dataset = await projectDataset();
  const fontFolder = join(folder, 'fonts');
  await mkdir(fontFolder, { recursive: true });
  for (const [face, { bytes }] of Object.entries(renderer.fonts))
    await writeFile(join(fontFolder, `${face}.ttf`), bytes);
  const contents = languages.map((language) => {
    const document = documentOf(renderer, dataset, foundingEdition, language);
    return [language, readContent(document, pagesOf(renderer, document), renderer.brand.theme.colours.text)] as const;
  });
  return { contents: Object.fromEntries(contents) as Written['contents'], fontFolder };
}
