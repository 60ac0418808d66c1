import { expect, it } from 'vitest';
import { type Language, loadDataset } from '../../functions/dataset/index.ts';
import { type Bulletins, monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { renderUncached } from '../renders.ts';
import { pageProblems } from './page-checks.ts';

/** The names over the pages on months and on the year so far. */
const kickers = {
  en: ['Month by month', 'The year so far'],
  ru: ['По месяцам', 'С начала года'],
  be: ['Па месяцах', 'З пачатку года'],
} as const satisfies Readonly<Record<Language, readonly [string, string]>>;

const long = { from: '2022-01', months: 57 } as const;

it.each<readonly [name: string, pages: number, language: Language, edition: string, bulletins: Bulletins]>([
  ['two months', 1, 'ru', '2022-04', { from: '2022-01', months: 2 }],
  ['a first year', 1, 'be', '2023-02', { from: '2022-01', months: 12 }],
  ['a year and a month', 2, 'ru', '2023-03', { from: '2022-01', months: 13 }],
  ['five years with a bulletin missing', 2, 'ru', '2026-11', { ...long, missing: ['2024-08'] }],
  [
    'two pairs of months side by side',
    2,
    'be',
    '2023-10',
    { from: '2022-01', months: 20, missing: ['2022-06', '2023-05'] },
  ],
  ['nine bulletins missing', 2, 'en', '2026-11', { ...long, missing: yearOf('2024').slice(1, 10) }],
  ['one flow', 2, 'be', '2026-11', { ...long, flows: ['import'] }],
])('the pages on %s hold all of it, and nothing on them overlaps', async (_, pages, language, edition, bulletins) => {
  const { bytes } = await renderUncached(edition, language, loadDataset(monthlyPackage(bulletins), today));
  const texts = await pageTexts(bytes);
  const own = texts.flatMap((text, index) =>
    index > 0 && kickers[language].some((name) => text.slice(0, 300).includes(name)) ? [index + 1] : [],
  );
  expect(own).toHaveLength(pages);
  const problems = await pageProblems(bytes);
  expect(problems.filter((problem) => own.some((page) => problem.startsWith(`page ${page}:`)))).toEqual([]);
  expect(own.map((page) => texts[page - 1]).join(' ')).not.toMatch(/NaN|undefined|null|Infinity|\{|\}|\[object/);
});

/** Every month of a year. */
function yearOf(year: string): readonly string[] {
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
}
