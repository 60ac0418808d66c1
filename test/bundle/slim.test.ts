import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/assets/from-files.ts';
import { slim } from '../../functions/bundle/slim.ts';
import { pdfkit } from '../../functions/bundle/slim-pdfkit.ts';

const options = {
  stdin: { contents: "export { default } from 'pdfkit'", resolveDir: projectFolder },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  mainFields: ['module', 'main'],
  logLevel: 'silent',
  write: false,
} as const satisfies BuildOptions;

describe('what was cut from PDFKit', () => {
  type Constructor = new (options: object) => Readonly<Record<string, unknown>>;
  let PDFDocument: Constructor;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
    const outfile = join(folder, 'pdfkit.cjs');
    await build({ ...options, outfile, write: true, plugins: [slim([pdfkit])] });
    PDFDocument = createRequire(import.meta.url)(outfile).default;
    return () => rm(folder, { recursive: true, force: true });
  });

  it.each(['text', 'image', 'rect', 'fill', 'link', 'formText', 'table'])('is not there to be called: %s', (method) => {
    expect(new PDFDocument({})[method]).toBeUndefined();
  });

  it.each(['font', 'subset', 'ownerPassword', 'userPassword'])('is refused as an option: %s', (name) => {
    expect(() => new PDFDocument({ [name]: 'PDF/A-3a' })).toThrow(`the option ${name} was left out`);
  });
});

it('a library that was rearranged stops the build, with what to read', async () => {
  const source = await readFile(join(projectFolder, 'node_modules', pdfkit.path), 'utf8');
  const change = () => pdfkit.change(source.replace('mixin(TableMixin);', 'mixin(Tables);'));
  await expect(build({ ...options, plugins: [slim([{ ...pdfkit, change }])] })).rejects.toThrow(
    `${pdfkit.path} was cut ${pdfkit.times - 1} times in place of ${pdfkit.times}; read functions/bundle/slim`,
  );
});
