import { expect, it } from 'vitest';
import { type Language, loadDataset } from '../../functions/dataset/index.ts';
import { type BulletinRow, packageOf, sourceOf } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { pageTexts } from '../read-pdf.ts';
import { renderUncached } from '../renders.ts';
import { pageProblems } from './page-checks.ts';

/** The names over the pages on business and on cooperation. */
const kickers = {
  en: ['Investment and business presence', 'Cooperation'],
  ru: ['Инвестиции и присутствие бизнеса', 'Сотрудничество'],
  be: ['Інвестыцыі і прысутнасць бізнесу', 'Супрацоўніцтва'],
} as const satisfies Readonly<Record<Language, readonly [string, string]>>;

const sources = [sourceOf('bulletin', '2026-10-15'), sourceOf('other', '2026-09-15', 'Another')];
const trade: readonly BulletinRow[] = [
  { period: '2026-01', value: '100.0' },
  { period: '2026-01/2026-02', value: '210.0' },
];

function counted(indicator: string, period: string, value: string, source = 'bulletin'): BulletinRow {
  return { indicator, flow: '_Z', unit: 'PN', period, value, source };
}

/** What each quarter of a year brought, as sums since January; null where the bulletin is missing. */
function invested(year: number, ...quarters: readonly (number | null)[]): readonly BulletinRow[] {
  const periods = [`${year}-01/${year}-03`, `${year}-01/${year}-06`, `${year}-01/${year}-09`, String(year)];
  let sum = 0;
  return quarters.flatMap((quarter, at) => {
    sum += quarter ?? 0;
    const [period = '', value] = [periods[at], sum.toFixed(1)];
    return quarter === null ? [] : [{ indicator: 'investment', flow: '_Z', unit: 'USD', period, value }];
  });
}

/** Documents of the three kinds on days. */
function documents(...days: readonly (readonly [period: string, local: number, executive: number, council: number])[]) {
  return days.flatMap(([period, ...counts]) =>
    ['local', 'executive', 'council'].map((signer, at) =>
      counted(`documents_${signer}`, period, String(counts[at] ?? 0)),
    ),
  );
}

const fiveYears = [2021, 2022, 2023, 2024, 2025].flatMap((year) => invested(year, 120, 90, 130, 110));
const halfYears = [2022, 2023, 2024, 2025, 2026].map((year) => `${year}-06`);

it.each<readonly [name: string, language: Language, rows: readonly BulletinRow[]]>([
  ['a quarter in which more was withdrawn', 'en', [...fiveYears, ...invested(2026, 100, -90)]],
  ['thousands of millions', 'be', [...invested(2025, 1234.5, 2345.6, 1500, 1700), ...invested(2026, 1100, 900)]],
  ['two quarters known only together', 'ru', [...invested(2025, 100, null, 90, 80), ...invested(2026, 110, 120)]],
  ['two counts of companies and nothing else', 'ru', halfYears.slice(3).map((day) => counted('companies', day, '9'))],
  [
    'counts with what others count in the same years',
    'be',
    [
      ...halfYears.map((day, at) => counted('companies', day, String(12_000 + 400 * at))),
      ...halfYears.map((day) => counted('companies', day.replace('06', '09'), '11900', 'other')).slice(0, -1),
      ...halfYears.map((day) => counted('companies_fez', day, '0')),
    ],
  ],
  [
    'documents of fifteen years',
    'ru',
    documents(
      ...Array.from({ length: 30 }, (_, at) => {
        const month = at % 2 === 0 ? '06' : '12';
        return [`${2011 + Math.floor(at / 2)}-${month}`, 1000 + 20 * at, 200 + at, at] as const;
      }),
    ),
  ],
])('the pages on %s hold all of it, and nothing on them overlaps', async (_, language, rows) => {
  const dataset = loadDataset(packageOf([...trade, ...rows], sources), today);
  const { bytes } = await renderUncached('2026-11', language, dataset);
  const texts = await pageTexts(bytes);
  const own = texts.flatMap((text, index) =>
    index > 0 && kickers[language].some((name) => text.slice(0, 300).includes(name)) ? [index + 1] : [],
  );
  expect(own.length).toBeGreaterThan(0);
  const problems = await pageProblems(bytes);
  expect(problems.filter((problem) => own.some((page) => problem.startsWith(`page ${page}:`)))).toEqual([]);
  expect(own.map((page) => texts[page - 1]).join(' ')).not.toMatch(/NaN|undefined|null|Infinity|\{|\}|\[object/);
});
