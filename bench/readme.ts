import { readFile, writeFile } from 'node:fs/promises';
import { projectFolder } from '../functions/assets/from-files.ts';
import { costSection, speedSection } from './readme-sections.ts';
import type { Results } from './results.ts';

const file = `${projectFolder}README.md`;

/** Updates the tables of the README from results. */
export async function writeReadme(results: Results): Promise<void> {
  await writeFile(file, withResults(await readFile(file, 'utf8'), results));
}

/** Replaces the tables between markers such as `<!-- speed -->` and `<!-- /speed -->`. */
export function withResults(readme: string, results: Results): string {
  const sections = { speed: speedSection(results), cost: costSection(results) };
  return Object.entries(sections).reduce((text, [name, section]) => between(text, name, section), readme);
}

function between(text: string, name: string, section: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md: expected ${begin} and after it ${end}; put them back`);
  return `${text.slice(0, from)}${begin}\n${section}\n${text.slice(to)}`;
}
