import { writeFile } from 'node:fs/promises';
import { projectFolder } from '../assets/index.ts';
import { runCommand, UsageError } from '../cli/index.ts';
import { inEachLanguage, readFolder } from '../dataset/index.ts';
import { type Say, writeWorkbook } from '../desk/index.ts';
import { fromCaller, usePackage } from './load-package.ts';
import { readPageCatalogue } from './page-catalogue.ts';

const usage = `Usage: npm run data:workbook -- [PATH] --out FILE.xlsx

Writes a Data Package as a workbook, to be changed in Excel or LibreOffice: a sheet a table, drop-downs for codes, help
in three languages. Everything in it is text, so that a spreadsheet makes no dates of periods and no periods of dates.
npm run data:check and data:publish take the workbook as it is saved.

  PATH        a folder with the files of the package, a ZIP file of them, or a workbook; data/ of the project where
              none is named
  --out FILE  where to write it; a file of that name is replaced
  --help      these lines`;

await runCommand(
  { usage, options: { out: { type: 'string' } }, takesWords: true },
  async ({ out }, [path, ...others]) => {
    if (out === undefined || others.length > 0) throw new UsageError(`Name a file after --out.\n\n${usage}`);
    if (!out.endsWith('.xlsx')) throw new UsageError(`--out ${out}: name a file that ends in .xlsx.`);
    const { words } = readPageCatalogue();
    const say: Say = (key, slots) => inEachLanguage((language) => words[language].say(key, slots));
    const write = (files: Parameters<typeof writeWorkbook>[0]) => writeWorkbook(files, say, new Date());
    const bytes = path === undefined ? write(await readFolder(`${projectFolder}data`)) : await usePackage(path, write);
    await writeFile(fromCaller(out), bytes);
    process.stdout.write(`Written: ${out}\nNext, when it is changed and saved: npm run data:check -- ${out}\n`);
  },
);
