import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import { needDebianPackage, needPython, runWell } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** What openpyxl and LibreOffice say of a workbook. */
interface Verdict {
  readonly file: string;
  readonly bytes: number;
  readonly sheets: number;
  readonly tables: number;
  readonly language: string;
  readonly formulas: number;
  readonly stripped: number;
  readonly wrong: readonly string[];
  readonly types: readonly string[];
  /** The first published number as a reader with Russian settings sees it. */
  readonly shown: string;
}

/** Workbooks of the founding edition are at most this large. */
const mostBytes = 60_000;

/**
 * Checks that openpyxl reads numbers as numbers, that LibreOffice with Russian settings calculates every formula to its
 * stored value, and that it shows numbers as Russian readers write them.
 */
export const workbook: Stage = {
  name: 'workbook',
  about:
    'openpyxl reads the types of the workbooks, and LibreOffice, in a Russian locale and without stored values, calculates every formula to its stored value.',
  run: async (context) => {
    await needDebianPackage('libreoffice-calc', context.say);
    const programs = await needPython(context.tools, ['openpyxl==3.1.5'], context.say);
    const files = await writeWorkbooks(context);
    context.say(`calculating ${files.length} workbooks`);
    const script = join(projectFolder, 'test/conformance/workbook/recalculate.py');
    const env = { LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' };
    const out = await runWell(join(programs, 'python'), [script, context.scratch, ...files], { env });
    return summaryOf(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Verdict),
      files.length,
    );
  },
};

/** The founding edition, the current one, and one after 57 months of made-up bulletins, in each language. */
async function writeWorkbooks({ scratch, say }: StageContext): Promise<readonly string[]> {
  const bulletins = join(scratch, 'bulletins');
  await mkdir(bulletins);
  const files = monthlyPackage({ from: '2022-01', months: 57, products: 16, regions: 10, missing: ['2024-08'] });
  for (const [name, bytes] of files) await writeFile(join(bulletins, name), bytes);
  say('writing the workbooks of three editions');
  const write = (folder: string, ...args: readonly string[]) =>
    runWell(process.execPath, [
      'functions/local/briefing.ts',
      '--format',
      'xlsx',
      '--out',
      `${join(scratch, folder)}/`,
      ...args,
    ]);
  await write('founding', '--edition', '2021-07');
  await write('current');
  await write('monthly', '--data', bulletins, '--edition', '2026-11');
  const written = await readdir(scratch, { recursive: true });
  return written.filter((file) => file.endsWith('.xlsx')).map((file) => join(scratch, file));
}

function summaryOf(verdicts: readonly Verdict[], files: number): Outcome {
  const isWell = (verdict: Verdict) =>
    verdict.wrong.length === 0 &&
    verdict.formulas === verdict.stripped &&
    verdict.formulas > 100 &&
    verdict.tables === verdict.sheets &&
    verdict.file.includes(`-${verdict.language}`) &&
    verdict.types.every((type) => ['float', 'formula', 'int', 'str'].includes(type)) &&
    /^[\d\u00a0\u202f ]*\d,\d$/.test(verdict.shown) &&
    (!verdict.file.includes('2021-07') || verdict.bytes <= mostBytes);
  const rows = verdicts.map(
    (verdict) =>
      `| ${basename(verdict.file)} | ${(verdict.bytes / 1000).toFixed(1)} | ${verdict.sheets} | ${verdict.formulas} | ${verdict.wrong.length || '–'} | ${verdict.shown} |`,
  );
  const wrong = verdicts.flatMap((verdict) => verdict.wrong.slice(0, 3).map((line) => `- ${verdict.file}: ${line}`));
  return {
    passed: verdicts.length === files && files === 9 && verdicts.every(isWell),
    summary: [
      '| workbook | kB | sheets | formulas | wrong | first number |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
      ...(wrong.length > 0 ? ['', ...wrong] : []),
    ].join('\n'),
  };
}
