import { existsSync } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brandNames, projectFolder } from '../../../functions/press/from-files.ts';
import { needDebianPackage, needProgram, runWell } from '../programs.ts';
import type { Outcome, Stage, Workshop } from '../stage.ts';

/** Every briefing in every language and brand is PDF/A-3a and PDF/UA-1 at once. */
export const veraPdf: Stage = {
  name: 'verapdf',
  about: 'veraPDF finds every briefing archival (PDF/A-3a) and accessible (PDF/UA-1), in each language and brand.',
  run: async (workshop) => {
    const library = await installVeraPdf(workshop);
    const files = await printBriefings(workshop);
    workshop.say(`validating ${files.length} files`);
    const source = join(projectFolder, 'test/conformance/verapdf/Check.java');
    const told = await runWell('java', ['-cp', join(library, '*'), source, ...files]);
    return summaryOf(told, files.length);
  },
};

async function installVeraPdf({ tools, say }: Workshop): Promise<string> {
  await needDebianPackage('openjdk-17-jdk-headless', say);
  await needProgram('mvn', 'maven', say);
  const library = join(tools, 'lib');
  if (!existsSync(library)) {
    say('fetching veraPDF from Maven Central');
    await cp(join(projectFolder, 'test/conformance/verapdf/pom.xml'), join(tools, 'pom.xml'));
    await runWell('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${library}`], { cwd: tools });
  }
  return library;
}

async function printBriefings({ scratch, say }: Workshop): Promise<readonly string[]> {
  for (const brand of brandNames()) {
    say(`printing the current edition in the brand ${brand}`);
    const out = `${join(scratch, brand)}/`;
    await runWell(process.execPath, ['functions/local/briefing.ts', '--brand', brand, '--out', out]);
  }
  const printed = await readdir(scratch, { recursive: true });
  return printed.filter((file) => file.endsWith('.pdf')).map((file) => join(scratch, file));
}

/** One row a file and flavour; passed when there are as many as there should be and every one is compliant. */
function summaryOf(told: string, files: number): Outcome {
  const results = told
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const rows = results.map(
    ([file, flavour, compliant, checks, failures]) =>
      `| ${file} | ${flavour} | ${compliant === 'true' ? 'compliant' : 'NOT compliant'} | ${checks} | ${failures || '–'} |`,
  );
  const passed = results.length === files * 2 && results.every(([, , compliant]) => compliant === 'true');
  return {
    passed,
    summary: ['| file | flavour | | checks | failed |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
  };
}
