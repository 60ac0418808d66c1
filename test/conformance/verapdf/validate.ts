import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../functions/assets/from-files.ts';
import { needDebianPackage, needProgram, runWell } from '../programs.ts';
import type { StageContext } from '../stage.ts';

/** The verdict of veraPDF on a file for one flavour. */
export interface Verdict {
  /** The file, with the name of its folder. */
  readonly file: string;
  readonly flavour: string;
  readonly isCompliant: boolean;
  readonly checks: string;
  readonly failures: string;
}

/** Installs veraPDF if it is missing, and gives the folder of its libraries. */
export async function installVeraPdf({ tools, say }: Pick<StageContext, 'tools' | 'say'>): Promise<string> {
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

/** Validates files as PDF/A-3a and as PDF/UA-1. Gives two verdicts for each file. */
export async function validate(library: string, files: readonly string[]): Promise<readonly Verdict[]> {
  const source = join(projectFolder, 'test/conformance/verapdf/Check.java');
  const output = await runWell('java', ['-cp', join(library, '*'), source, ...files]);
  const lines = output.trim().split('\n');
  return lines.map((line) => {
    const [file = '', flavour = '', compliant = '', checks = '', failures = ''] = line.split('\t');
    return { file, flavour, isCompliant: compliant === 'true', checks, failures };
  });
}
