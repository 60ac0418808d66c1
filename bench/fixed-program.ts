import { writeFile } from 'node:fs/promises';

/** How many functions the program has, and how often it calls each. */
const functionCount = 1560;
const calls = 20;

/** Writes the {@link fixedProgram} to a file. */
export async function writeFixedProgram(file: string): Promise<void> {
  await writeFile(file, fixedProgram());
}

/**
 * Gives a program that is the same on every machine, always: about 1 MB of JavaScript, as much as a briefing loads, that
 * is parsed, compiled and run. Each of its functions is another one, reads a text, fills a map, sorts and makes text
 * again, as a briefing does. The time of a cold start over that of this program compares machines better than that over a
 * bare `node`, which spends its time on other things: starting a process and reading what Node is built with.
 */
export function fixedProgram(): string {
  const names = Array.from({ length: functionCount }, (_, index) => `work${index}`);
  return [
    ...names.map(functionNamed),
    `const all = [${names.join(', ')}];`,
    'let total = 0;',
    `for (let round = 0; round < ${calls}; round += 1) for (const work of all) total += work(round);`,
    "if (!Number.isFinite(total)) throw new Error('the fixed program calculates wrongly');",
    '',
  ].join('\n');
}

/** One function of the program. Its numbers and words are its own, so that no compiled code is shared. */
function functionNamed(name: string, index: number): string {
  const [first, second, third] = [(index * 7) % 97, (index * 13) % 89, (index * 29) % 83];
  return `
/** Counts the words that follow number ${index} in the text of row ${first}. */
function ${name}(round) {
  const text = 'row ${first}, column ${second}, value ' + (round * ${third} + ${index}) + ', unit ${index % 11}';
  const counts = new Map();
  for (const word of text.split(', ')) {
    const [key, value = '${second}'] = word.split(' ');
    counts.set(key + '${index % 5}', { key, value: Number(value) || ${first}, weight: ${third} / (round + 1) });
  }
  const sorted = [...counts.values()].sort((one, other) => one.value - other.value || one.weight - other.weight);
  const line = sorted.map(({ key, value }) => key + '=' + value.toFixed(${index % 3})).join(';');
  return line.length + (sorted[0]?.value ?? ${second});
}`;
}
