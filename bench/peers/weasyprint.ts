import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { languages } from '../../functions/dataset/index.ts';
import { htmlOf } from '../content/html.ts';
import type { Peer, Supplies } from './peer.ts';

/** WeasyPrint in a Python process that is kept running. It prints HTML as PDF/A-3a. */
export async function open({ contents, fontFolder, scratch, tools }: Supplies): Promise<Peer> {
  await mkdir(scratch, { recursive: true });
  for (const language of languages) {
    const html = htmlOf(contents[language], pathToFileURL(fontFolder).href);
    await writeFile(join(scratch, `${language}.html`), html);
  }
  const script = fileURLToPath(new URL('./print_html.py', import.meta.url));
  const python = spawn(join(tools, 'venv/bin/python'), [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  return {
    render: async (language) => {
      const files = [`${language}.html`, `${language}.pdf`].map((file) => join(scratch, file));
      python.stdin.write(`${JSON.stringify(files)}\n`);
      const { value, done } = await lines.next();
      if (done || value !== 'done') throw new Error(`WeasyPrint ended: ${value ?? 'no answer'}`);
      return readFile(files[1] ?? '');
    },
    close: () => ended(python),
  };
}

async function ended(process: ChildProcess): Promise<void> {
  process.stdin?.end();
  if (process.exitCode === null) await once(process, 'exit');
}
