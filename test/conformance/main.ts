import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../functions/assets/from-files.ts';
import { runCommand, UsageError } from '../../functions/cli/index.ts';
import type { Outcome, Stage } from './stage.ts';
import { stages } from './stages/index.ts';

const names = stages.map(({ name }) => name).join(', ');
const usage = `Usage: npm run conformance [-- STAGE…]

Checks the project against outside programs, installs what it needs on Debian,
and writes the summary to docs/conformance.md. Stages: ${names}.`;

const summaryFile = join(projectFolder, 'docs/conformance.md');
const opening = `# Conformance

What outside programs say of this project: the last summary of \`npm run conformance\`, stage by stage.
`;

await runCommand({ usage, takesWords: true }, async (_, asked) => {
  const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) throw new UsageError(`There is no stage ${unknown.join(', ')}.\n\n${usage}`);
  for (const stage of stages.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const outcome = await runStage(stage);
    if (!outcome.passed) process.exitCode = 1;
  }
});

async function runStage(stage: Stage): Promise<Outcome> {
  const say = (line: string) => void process.stdout.write(`${stage.name}: ${line}\n`);
  const conformance = join(projectFolder, '.conformance');
  const [shared, kept] = [join(conformance, 'shared'), join(conformance, stage.name)];
  const [tools, scratch] = [join(kept, 'tools'), join(kept, 'scratch')];
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  await mkdir(tools, { recursive: true });
  await mkdir(shared, { recursive: true });
  say(stage.about);
  const begun = Date.now();
  const outcome = await stage
    .run({ tools, shared, scratch, say })
    .catch((error: Error): Outcome => ({ passed: false, summary: `Could not be run: ${error.message}` }));
  const seconds = Math.round((Date.now() - begun) / 1000);
  if (outcome.skipped) {
    say(outcome.summary);
    return outcome;
  }
  say(`${outcome.passed ? 'passed' : 'FAILED'} in ${seconds} s\n${outcome.summary}\n`);
  const verdict = outcome.passed ? 'Passed' : '**Failed**';
  await keepSummary(stage, `${stage.about}\n\n${verdict}, in ${seconds} s.\n\n${outcome.summary.trim()}\n`);
  return outcome;
}

/** Writes the section of a stage and keeps those of the others. */
async function keepSummary(stage: Stage, text: string): Promise<void> {
  const before = await readFile(summaryFile, 'utf8').catch(() => '');
  const sections = new Map(
    before
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
  );
  sections.set(stage.name, text.trim());
  const kept = stages.flatMap(({ name }) => (sections.has(name) ? [`## ${name}\n\n${sections.get(name)}\n`] : []));
  await writeFile(summaryFile, [opening, ...kept].join('\n'));
}
