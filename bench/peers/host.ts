import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../functions/dataset/index.ts';
import { answerQuestions } from '../process.ts';
import type { PeerModule, Supplies } from './peer.ts';

/** The answer of a tool to one print. */
export interface Print {
  readonly milliseconds: number;
  readonly bytes: number;
}

// The process of one tool. Arguments: its module, and the file with its supplies.
const [module = '', suppliesFile = ''] = process.argv.slice(2);
const supplies = JSON.parse(await readFile(suppliesFile, 'utf8')) as Supplies;
const { open } = (await import(pathToFileURL(module).href)) as PeerModule;
const peer = await open({ ...supplies, scratch: join(supplies.scratch, 'files') });

answerQuestions(
  {
    ready: () => true,
    print: async ({ language }: { readonly language: Language }): Promise<Print> => {
      peer.forget?.();
      const begun = performance.now();
      const bytes = await peer.render(language);
      return { milliseconds: performance.now() - begun, bytes: bytes.length };
    },
    keep: async ({ language }: { readonly language: Language }): Promise<string> => {
      const file = join(supplies.scratch, `${language}.pdf`);
      await mkdir(supplies.scratch, { recursive: true });
      await writeFile(file, await peer.render(language));
      return file;
    },
  },
  async () => peer.close?.(),
);
