import { expect } from 'vitest';
import { DatasetError, describe as inWords, type Violation } from '../../functions/dataset/index.ts';
import { openPackage, problemsOf } from '../../functions/desk/index.ts';
import { readPageCatalogue } from '../../functions/local/page-catalogue.ts';
import { problemWords } from '../../functions/local/problem-words.ts';
import { today } from '../package-files.ts';
import { type Change, changed } from './change-workbook.ts';

const { words } = readPageCatalogue();

/** A problem as a terminal tells it: how it begins, with its place, and a part of the rest. */
type Told = readonly [place: string, says: string];

/** A broken workbook: what is wrong, the changes that break it, and each of its problems. */
export type BrokenWorkbook = readonly [what: string, changes: readonly Change[], ...told: Told[]];

/** The problems of a file that an editor hands in, whether it cannot be read or its package fails a check. */
export async function problems(bytes: Uint8Array, name = 'data.xlsx'): Promise<readonly Violation[]> {
  try {
    return problemsOf(await openPackage(bytes, name), today);
  } catch (refused) {
    if (refused instanceof DatasetError) return refused.problems;
    throw refused;
  }
}

/** Expects that every problem is worded in three languages, each in its own words, with nothing left to fill in. */
export function expectWords(found: readonly Violation[]): void {
  for (const problem of found) {
    const told = [words.en, words.ru, words.be].map((language) => problemWords(problem, language));
    for (const { title, expected, remedy } of told) {
      expect(`${title} | ${expected} | ${remedy}`).not.toMatch(/undefined|null|[{}]/);
    }
    expect(new Set(told.map(({ title }) => title)).size, problem.code).toBe(3);
  }
}

/** Expects that each problem of a workbook with these changes is told with its place, and no other. */
export async function expectTold(changes: readonly Change[], told: readonly Told[]): Promise<void> {
  const found = await problems(changed(...changes));
  const lines = found.map(inWords);
  expect(lines, lines.join('\n')).toHaveLength(told.length);
  for (const [index, [place, says]] of told.entries()) {
    expect(lines[index]?.startsWith(place), `${place} begins ${lines[index]}`).toBe(true);
    expect(lines[index]).toContain(says);
  }
  expectWords(found);
}
