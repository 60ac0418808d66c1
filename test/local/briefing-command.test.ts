import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../folders.ts';
import { packageFiles } from '../package-files.ts';

import { project, run } from './run-command.ts';

const briefing = (args: readonly string[], folder: string) => run('functions/local/briefing.ts', args, folder);

describe('npm run briefing', () => {
  it('writes one language to the file that was named and prints its path, and nothing else into a pipe', async () => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await briefing(
      ['--edition', '2021-07', '--language', 'en', '--out', 'out.pdf'],
      folder,
    );
    expect([code, stdout, stderr]).toEqual([0, `${join(folder, 'out.pdf')}\n`, '']);
    expect((await readFile(join(folder, 'out.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('writes one language to the file that was named whatever its ending, unless it is a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'there'));
    for (const [out, path] of [
      ['noext', 'noext'],
      ['there', 'there/gomel-russia-briefing-2021-07-en.pdf'],
      ['new/', 'new/gomel-russia-briefing-2021-07-en.pdf'],
    ] as const) {
      const { stdout } = await briefing(['--edition', '2021-07', '--language', 'en', '--out', out], folder);
      expect(stdout).toBe(`${join(folder, path)}\n`);
      expect((await readFile(join(folder, path))).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('names the brand in the file, so that one brand does not replace another', async () => {
    const folder = await temporaryFolder();
    const args = ['--edition', '2021-07', '--language', 'en', '--brand', 'sozh-chamber'];
    expect((await briefing(args, folder)).stdout).toBe(
      `${join(folder, 'gomel-russia-briefing-2021-07-sozh-chamber-en.pdf')}\n`,
    );
  });

  it('writes into a pipe and leaves it there', async () => {
    const folder = await temporaryFolder();
    const pipe = join(folder, 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    const reader = promisify(execFile)('cat', [pipe], { encoding: 'latin1', maxBuffer: 1e7 });
    expect((await briefing(['--edition', '2021-07', '--language', 'en', '--out', pipe], folder)).code).toBe(0);
    expect((await reader).stdout.slice(0, 5)).toBe('%PDF-');
    expect((await stat(pipe)).isFIFO()).toBe(true);
  });

  it('writes all languages into the folder that was named', async () => {
    const folder = await temporaryFolder();
    expect((await briefing(['--edition', '2021-07', '--out', 'new/'], folder)).code).toBe(0);
    expect((await readdir(join(folder, 'new'))).toSorted()).toEqual([
      'gomel-russia-briefing-2021-07-be.pdf',
      'gomel-russia-briefing-2021-07-en.pdf',
      'gomel-russia-briefing-2021-07-ru.pdf',
    ]);
  });

  it.each([
    ['an unknown option', ['--colour', 'red'], "Unknown option '--colour'"],
    ['a stray word', ['2021-07'], "Unexpected argument '2021-07'"],
    ['a language that there is not', ['--language', 'de'], '--language "de": expected one of en, ru, be, all.'],
    ['a brand that there is not', ['--brand', 'x'], '--brand "x": expected one of'],
    ['an edition before the first', ['--edition', '2021-06'], 'editions run from 2021-07 to'],
    ['an edition that is no month', ['--edition', 'july'], 'There is no edition "july"'],
    ['a folder that there is not', ['--data', 'nowhere'], 'nowhere: there is no such folder or file.'],
    ['one file for three languages', ['--edition', '2021-07', '--out', 'a.pdf'], 'one file cannot hold 3 languages'],
  ])('ends with 2 on %s, says why, and writes nothing', async (_, args, reason) => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await briefing(args, folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends with 1 on a file that has no data in it, says what it could be, and writes nothing', async () => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await briefing(['--data', join(project, 'README.md')], folder);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      'README.md: this is neither a workbook nor a ZIP file with a Data Package; save it in Excel as',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['the place is a file', 'file.txt/out.pdf', 'A file stands where a folder should be: '],
    ['the folder is a file', 'file.txt/', 'A file stands where a folder should be: '],
  ])('ends with 1 when %s, and says so in words', async (_, out, reason) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file.txt'), '');
    const { code, stderr } = await briefing(['--edition', '2021-07', '--language', 'en', '--out', out], folder);
    expect([code, stderr]).toEqual([1, `${reason}${join(folder, 'file.txt')}.\n`]);
  });

  it.skipIf(process.platform !== 'linux')(
    'names the place as it was asked for where nothing can be written',
    async () => {
      const args = ['--edition', '2021-07', '--language', 'en', '--out'];
      for (const out of ['/proc/out.pdf', '/proc/new/out.pdf']) {
        const { code, stderr } = await briefing([...args, out], await temporaryFolder());
        expect([code, stderr]).toEqual([
          1,
          `There is no such place: ${out === '/proc/out.pdf' ? out : '/proc/new'}.\n`,
        ]);
      }
    },
  );

  it('ends without a word when nobody reads what it prints', async () => {
    const child = spawn(process.execPath, [join(project, 'functions/local/briefing.ts'), '--help']);
    child.stdout.destroy();
    const [code, complaint] = await Promise.all([once(child, 'exit').then(([ended]) => ended), text(child.stderr)]);
    expect([code, complaint]).toEqual([1, '']);
  });

  it('ends with 1 on data that fail their checks, with every problem, and writes nothing', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'data'));
    for (const [name, bytes] of packageFiles) await writeFile(join(folder, 'data', name), bytes);
    const observations = await readFile(join(folder, 'data/observations.csv'), 'utf8');
    const wrong = observations.replace('2467.8', '2468.8').replace(',54.9,PT', ',154.9,PT');
    await writeFile(join(folder, 'data/observations.csv'), wrong);
    const { code, stderr } = await briefing(['--edition', '2021-07', '--data', 'data', '--out', 'pdf/'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('observations.csv, row 8, value: "154.9" – trade_share is at most 100');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).toEqual(['data']);
  });
});
