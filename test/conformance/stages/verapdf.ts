import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brandNames } from '../../../functions/assets/from-files.ts';
import { forms } from '../../../functions/store/index.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import { runWell } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';
import { installVeraPdf, type Verdict, validate } from '../verapdf/validate.ts';

/**
 * Checks that every briefing and its sheet, in every language and brand, is both PDF/A-3a and PDF/UA-1: the current
 * edition, the founding one, and one after 57 months of made-up bulletins.
 */
export const veraPdf: Stage = {
  name: 'verapdf',
  about:
    'veraPDF finds every briefing archival (PDF/A-3a) and accessible (PDF/UA-1), in each language and brand; also those of made-up bulletins.',
  run: async (context) => {
    const library = await installVeraPdf(context);
    const files = await printBriefings(context);
    context.say(`validating ${files.length} files`);
    return summaryOf(await validate(library, files), files.length);
  },
};

async function printBriefings({ scratch, say }: StageContext): Promise<readonly string[]> {
  const bulletins = join(scratch, 'bulletins');
  await mkdir(bulletins);
  const files = monthlyPackage({ from: '2022-01', months: 57, products: 16, regions: 10, missing: ['2024-08'] });
  for (const [name, bytes] of files) await writeFile(join(bulletins, name), bytes);
  for (const brand of brandNames()) {
    say(`printing three editions and their sheets in the brand ${brand}`);
    const print = (folder: string, ...args: readonly string[]) =>
      runWell(process.execPath, [
        'functions/local/briefing.ts',
        '--brand',
        brand,
        '--out',
        `${join(scratch, folder)}/`,
        ...args,
      ]);
    for (const form of forms) {
      await print(`${form}-${brand}`, '--form', form);
      await print(`${form}-founding-${brand}`, '--form', form, '--edition', '2021-07');
      await print(`${form}-monthly-${brand}`, '--form', form, '--data', bulletins, '--edition', '2026-11');
    }
  }
  const printed = await readdir(scratch, { recursive: true });
  return printed.filter((file) => file.endsWith('.pdf')).map((file) => join(scratch, file));
}

/** One row for each file and flavour. Passed when the number of rows is as expected and all are compliant. */
function summaryOf(verdicts: readonly Verdict[], files: number): Outcome {
  const rows = verdicts.map(
    ({ file, flavour, isCompliant, checks, failures }) =>
      `| ${file} | ${flavour} | ${isCompliant ? 'compliant' : 'NOT compliant'} | ${checks} | ${failures || '–'} |`,
  );
  const passed = verdicts.length === files * 2 && verdicts.every(({ isCompliant }) => isCompliant);
  return {
    passed,
    summary: ['| file | flavour | | checks | failed |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
  };
}
