import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/assets/from-files.ts';

type Change = (project: string) => Promise<void>;

const appended =
  (file: string, text: string): Change =>
  (project) =>
    appendFile(join(project, file), text);

const replaced =
  (file: string, found: string, replacement: string): Change =>
  async (project) => {
    const path = join(project, file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(found);
    await writeFile(path, text.replace(found, replacement));
  };

const decisive: Readonly<Record<string, Change>> = {
  'a template': appended('templates/sections/cover.hbs', '\n'),
  'a message': replaced('templates/messages.csv', '\nlist.pair,{a} and {b},', '\nlist.pair,{a} with {b},'),
  'a colour of the brand': replaced('templates/brand/default/brand.json', '#14242E', '#000000'),
  'the logo of the brand': replaced('templates/brand/default/logo.svg', 'd="M', 'd="M0 0M'),
  'the colour profile': appended('functions/assets/srgb.icc', '\n'),
  'the code that paints': appended('functions/pdf/render-pdf.ts', '\n'),
  'the version of the PDF library': replaced('package.json', '"pdfkit": "', '"pdfkit": "9'),
  'the version of a library that shapes the page': replaced('package.json', '"d3-geo": "', '"d3-geo": "9'),
  'the version of a typeface': replaced(
    'package.json',
    '"@expo-google-fonts/source-serif-4": "',
    '"@expo-google-fonts/source-serif-4": "9',
  ),
};

const indifferent: Readonly<Record<string, Change>> = {
  nothing: async () => {},
  'a message of the local page': replaced('templates/messages.csv', '\npage.skip,Skip', '\npage.skip,Go'),
  'the code of the API': appended('functions/api/handler.ts', '\n'),
  'the version of the test runner': replaced('package.json', '"vitest": "', '"vitest": "9'),
  'the version of a library for tests': replaced('package.json', '"fontkit": "', '"fontkit": "9'),
};

describe('the digest of the renderer', () => {
  const digests = new Map<string, string>();
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefing-'));
    const copies = Object.entries({ ...decisive, ...indifferent });
    for (const [name, change] of copies) {
      const copy = join(folder, name);
      for (const part of ['functions', 'templates', 'package.json']) {
        await cp(join(projectFolder, part), join(copy, part), { recursive: true });
      }
      await symlink(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
      await change(copy);
    }
    const script = `import { pathToFileURL } from 'node:url';
    for (const folder of process.argv.slice(1)) {
      const { rendererVersionOf } = await import(pathToFileURL(folder + '/functions/assets/from-files.ts').href);
      console.log(rendererVersionOf('default'));
    }`;
    const folders = copies.map(([name]) => join(folder, name));
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, ...folders]);
    for (const [index, digest] of stdout.trim().split('\n').entries()) digests.set(copies[index]?.[0] ?? '', digest);
    return () => rm(folder, { recursive: true, force: true });
  });

  it.each(Object.keys(decisive))('changes with %s', (name) => {
    expect(digests.get(name)).toMatch(/^[0-9a-f]{64}$/);
    expect(digests.get(name)).not.toBe(digests.get('nothing'));
  });

  it.each(Object.keys(indifferent))('stays the same when %s changes', (name) => {
    expect(digests.get(name)).toBe(digests.get('nothing'));
  });
});
