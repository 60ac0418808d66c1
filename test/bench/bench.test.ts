import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withResults } from '../../bench/readme.ts';
import { keepResult, type Result, readResults } from '../../bench/results.ts';
import { zipSize } from '../../bench/zip-size.ts';
import { temporaryFolder } from '../folders.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the bench as npm does. */
async function bench(args: readonly string[]) {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(project, 'bench/main.ts'), ...args]);
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    return error as { readonly code: number; readonly stdout: string; readonly stderr: string };
  }
}

describe('npm run bench', () => {
  it('lists what it measures, without measuring', async () => {
    const { code, stdout } = await bench(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('warm, cold, waits, peers, growth, endurance, cost');
  });

  it.each([
    ['an unknown measurement', ['--only', 'warm,speed'], '--only "speed": expected one of warm, cold'],
    ['no measurement', ['--only', ','], '--only ",": expected one of warm, cold'],
    ['rounds that are not a number', ['--rounds', 'many'], '--rounds "many": expected a whole number'],
    ['a distance that is none', ['--distance', 'far'], '--distance "far": expected two numbers of milliseconds'],
    ['an unknown option', ['--fast'], "Unknown option '--fast'"],
  ])('refuses %s, lists what it accepts, and ends with 2', async (_, args, says) => {
    const { code, stderr } = await bench(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe('the results', () => {
  const result: Result = {
    measured: '2026-11-24',
    rounds: 3,
    machine: { processor: 'P', cores: 2, memoryGigabytes: 4, system: 'S', node: '24', v8: '13' },
    noise: { loss: 0.021234567, pieces: 10 },
    facts: {},
  };

  it('of one measurement do not change those of the others', async () => {
    const file = join(await temporaryFolder(), 'results.json');
    await keepResult('warm', result, file);
    await keepResult('cold', { ...result, rounds: 5 }, file);
    await keepResult('warm', { ...result, rounds: 7 }, file);
    const kept = await readResults(file);
    expect([kept.warm?.rounds, kept.cold?.rounds, kept.warm?.noise.loss]).toEqual([7, 5, 0.021235]);
  });

  it('that cannot be parsed are an error, not empty', async () => {
    const file = join(await temporaryFolder(), 'results.json');
    await writeFile(file, '{');
    await expect(readResults(file)).rejects.toThrow();
  });

  it('match the README: after a change of either run `npm run bench -- --readme`', async () => {
    const readme = await readFile(join(project, 'README.md'), 'utf8');
    expect(withResults(readme, await readResults())).toBe(readme);
  });

  it('have a place in the README, or the error says where it belongs', () => {
    expect(() => withResults('# A README', {})).toThrow('expected <!-- speed --> and after it <!-- /speed -->');
  });
});

it('the size of a zip is its compressed files, their names twice, and the records around them', () => {
  const bytes = Buffer.from('a'.repeat(1000));
  expect(zipSize([])).toBe(22);
  expect(zipSize([{ name: 'index.mjs', bytes }])).toBe(22 + 30 + 46 + 2 * 9 + deflateRawSync(bytes).length);
});
