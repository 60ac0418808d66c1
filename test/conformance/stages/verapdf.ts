import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brandNames } from '../../../functions/assets/from-files.ts';
import { runWell } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';
import { installVeraPdf, type Verdict, validate } from '../verapdf/validate.ts';

/** Checks that every briefing, in every language and brand, is both PDF/A-3a and PDF/UA-1. */
export const veraPdf: Stage = {
  name: 'verapdf',
  about: 'veraPDF finds every briefing archival (PDF/A-3a) and accessible (PDF/UA-1), in each language and brand.',
  run: async (context) => {
    const library = await installVeraPdf(context);
    const files = await printBriefings(context);
    context.say(`validating ${files.length} files`);
    return summaryOf(await validate(library, files), files.length);
  },
};

async function printBriefings({ scratch, say }: StageContext): Promise<readonly string[]> {
  for (const brand of brandNames()) {
    say(`printing the current edition in the brand ${brand}`);
    const out = `${join(scratch, brand)}/`;
    await runWell(process.execPath, ['functions/local/briefing.ts', '--brand', brand, '--out', out]);
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
