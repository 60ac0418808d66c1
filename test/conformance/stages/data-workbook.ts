import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { normalisePackage, type PackageFiles } from '../../../functions/dataset/index.ts';
import { openPackage } from '../../../functions/desk/index.ts';
import { anyPackage } from '../../desk/any-package.ts';
import { workbookOf } from '../../desk-workbooks.ts';
import { monthlyPackage } from '../../monthly-package.ts';
import { packageFiles } from '../../package-files.ts';
import { needDebianPackage, needPython, runWell } from '../programs.ts';
import type { Outcome, Stage, StageContext } from '../stage.ts';

/** How many packages are drawn, besides those of the project and of made-up bulletins. */
const drawn = 50;

/** Checks that other programs save a workbook of the data again without changing a byte of the package in it. */
export const dataWorkbook: Stage = {
  name: 'data-workbook',
  about:
    'openpyxl and LibreOffice, in English and in Russian, save workbooks of the data again; the packages in them are the same, byte for byte.',
  run: async (context) => {
    const { say, tools, scratch } = context;
    await needDebianPackage('libreoffice-calc', say);
    const programs = await needPython(tools, ['openpyxl==3.1.5'], say);
    const packages = new Map<string, PackageFiles>([
      ['project.xlsx', packageFiles],
      ['bulletins.xlsx', monthlyPackage({ from: '2020-01', months: 80, products: 16, regions: 10 })],
      ...fc
        .sample(anyPackage, { numRuns: drawn, seed: 1 })
        .map((files, index) => [`drawn-${index}.xlsx`, withoutCodes(files)] as const),
    ]);
    const files: string[] = [];
    for (const [name, content] of packages) {
      files.push(join(scratch, name));
      await writeFile(join(scratch, name), workbookOf(content));
    }
    const folderOf = async (name: string) => {
      await mkdir(join(scratch, name));
      return join(scratch, name);
    };
    const savers: readonly (readonly [name: string, folder: string])[] = [
      ['openpyxl', await folderOf('openpyxl')],
      ['LibreOffice, en_US', await folderOf('en_US')],
      ['LibreOffice, ru_RU', await folderOf('ru_RU')],
    ];
    const rows: string[] = [];
    let changes = 0;
    for (const [name, folder] of savers) {
      say(`${name} saves ${files.length} workbooks`);
      if (name === 'openpyxl') await saveWithOpenpyxl(programs, folder, files);
      else await saveWithLibreOffice(context, basename(folder), folder, files);
      const changed = await changedIn(folder, packages);
      changes += changed.length;
      rows.push(`| ${name} | ${files.length} | ${changed.length} | ${changed.slice(0, 5).join('; ') || '–'} |`);
    }
    return outcomeOf(changes, rows);
  },
};

/** A package without texts such as `_x0041_`, which openpyxl writes as the character that they are the code of. */
function withoutCodes(files: PackageFiles): PackageFiles {
  const plain = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replace(/_x[0-9A-F]{4}_/g, 'code');
  return new Map([...files].map(([name, bytes]) => [name, new TextEncoder().encode(plain(bytes))]));
}

async function saveWithOpenpyxl(programs: string, folder: string, files: readonly string[]): Promise<void> {
  const script = join(projectFolder, 'test/conformance/data-workbook/save_again.py');
  await runWell(join(programs, 'python'), [script, folder, ...files]);
}

async function saveWithLibreOffice(
  { scratch }: StageContext,
  locale: string,
  folder: string,
  files: readonly string[],
): Promise<void> {
  const env = { LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8` };
  const profile = `-env:UserInstallation=file://${join(scratch, `profile-${locale}`)}`;
  await runWell('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, ...files], { env });
}

/** The files of packages that are not what they were before their workbook was saved again, each with its first line that differs. */
async function changedIn(folder: string, packages: ReadonlyMap<string, PackageFiles>): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [name, before] of packages) {
    const after = await openPackage(await readFile(join(folder, name)), name);
    if (after.problems.length > 0) changed.push(`${name}: ${after.problems.length} problems`);
    for (const [file, bytes] of normalisePackage(before)) {
      const [was, is] = [bytes, after.files.get(file) ?? new Uint8Array()].map((part) =>
        new TextDecoder().decode(part),
      );
      if (was === is) continue;
      const lines = is?.split('\n') ?? [];
      const line = was?.split('\n').findIndex((text, index) => text !== lines[index]) ?? 0;
      changed.push(`${name}, ${file}: ${JSON.stringify(was?.split('\n')[line])} became ${JSON.stringify(lines[line])}`);
    }
  }
  return changed;
}

function outcomeOf(changes: number, rows: readonly string[]): Outcome {
  return {
    passed: changes === 0,
    summary: ['| saved by | workbooks | changes | first of them |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  };
}
