import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import type { Briefing } from '../../functions/figures/index.ts';
import { briefingOf } from '../briefings.ts';
import { linesOf } from '../documents.ts';
import { type BulletinRow, type Bulletins, monthlyPackage, packageOf, sourceOf } from '../monthly-package.ts';
import { today } from '../package-files.ts';

const briefing = (bulletins: Bulletins, edition: string): Briefing =>
  briefingOf(edition, loadDataset(monthlyPackage(bulletins), today));

/** What the first page says, a line for each of its paragraphs and labels, in English or another language. */
function firstPage(of: Briefing, language: 'en' | 'ru' | 'be' = 'en'): readonly string[] {
  const lines = linesOf(of, language);
  const from = lines.indexOf('overview');
  const to = lines.indexOf('contents', from);
  return from < 0 ? [] : lines.slice(from, to);
}

/** Bulletins for so many months from January 2023 on, and the edition that has just the last of them. */
function recordOf(months: number, more: Omit<Bulletins, 'from' | 'months'> = {}): Briefing {
  const month = 2023 * 12 + months + 1;
  const edition = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return briefing({ from: '2023-01', months, products: 3, regions: 3, ...more }, edition);
}

/** The months of the bulletins in which exports, which grow faster, come to exceed imports. */
const crossingMonths = Array.from({ length: 40 }, (_, at) => ({
  at,
  year: 2023 + Math.floor(at / 12),
  month: at % 12,
}));

const crossingSources = crossingMonths.map(({ at }) => {
  const [year, month] = [2023 + Math.floor((at + 2) / 12), ((at + 2) % 12) + 1];
  return sourceOf(`bulletin-${at}`, `${year}-${String(month).padStart(2, '0')}-15`);
});

function crossingRows(): readonly BulletinRow[] {
  const code = (year: number, month: number) => `${year}-${String(month + 1).padStart(2, '0')}`;
  return crossingMonths.flatMap(({ at, year, month }) => {
    const whole = month === 11 ? String(year) : `${code(year, 0)}/${code(year, month)}`;
    const period = month === 0 ? code(year, 0) : whole;
    const sum = (first: number, step: number) => {
      const months = Array.from({ length: month + 1 }, (_, back) => first + step * (at - back));
      return months.reduce((total, next) => total + next, 0).toFixed(1);
    };
    const source = `bulletin-${at}`;
    return [
      { flow: 'export', period, value: sum(100, 4), source },
      { flow: 'import', period, value: sum(160, 1), source },
    ];
  });
}

describe('the lead chart of a monthly edition', () => {
  it.each([
    [2, 'paired-columns'],
    [11, 'paired-columns'],
    [12, 'lead-lines'],
    [23, 'lead-lines'],
    [24, 'lead-lines'],
    [44, 'lead-lines'],
  ])('of %i months is drawn as %s', (months, kind) => {
    expect(firstPage(recordOf(months))).toContain(kind);
  });

  it('tells of sums of twelve months from the 24th month on, and of single months before', () => {
    expect(firstPage(recordOf(23))).toContain('Trade with Russia in single months, USD million');
    expect(firstPage(recordOf(24))).toContain('Trade with Russia, sum of the last twelve months, USD million');
  });

  it('names the month of the newest sum where a bulletin of the year before is missing', () => {
    const page = firstPage(recordOf(32, { missing: ['2024-08'] }));
    expect(page.some((line) => /^July 2025: .*(deficit|exports|imports)/.test(line))).toBe(true);
    expect(page.join('\n')).toContain('The latest sum that can be made is for the twelve months to July 2025.');
  });

  it('names the month in which exports came to exceed imports', () => {
    const page = firstPage(briefingOf('2026-06', loadDataset(packageOf(crossingRows(), crossingSources), today)));
    expect(page).toContain('Surplus, Mar 2025');
  });

  it('of one flow says in its title and its source that there is no other', () => {
    const page = firstPage(recordOf(30, { flows: ['export'] })).join('\n');
    expect(page).toMatch(/Exports over twelve months (rose|fell) by|Exports to Russia over the twelve months to/);
    expect(page).toContain('Exports to Russia, sum of the last twelve months, USD million');
    expect(page).toContain('The bulletins do not give imports.');
    expect(page).not.toMatch(/Deficit|Surplus|Imports/);
  });
});

describe('the key figures of a monthly edition', () => {
  const labels = (of: Briefing) => {
    const lines = firstPage(of);
    return lines.flatMap((line, index) => (lines[index - 2] === 'month-card' ? [line] : []));
  };

  it('are turnover, exports, imports and balance where they are known', () => {
    expect(labels(recordOf(30))).toEqual([
      'Turnover with Russia',
      'Exports to Russia',
      'Imports from Russia',
      'Balance with Russia',
    ]);
  });

  it('give way to the sum of twelve months, the newest month and the largest market where only exports are known', () => {
    expect(labels(recordOf(30, { flows: ['export'] })).slice(0, 3)).toEqual([
      'Exports to Russia',
      'Exports, 12 months',
      'Exports, one month',
    ]);
    expect(labels(recordOf(30, { flows: ['export'] }))).toHaveLength(4);
  });

  it('name the newest months together, and have no change of a month whose year before is known only together', () => {
    expect(firstPage(recordOf(21, { missing: ['2024-08'] }))).toContain('Aug–Sep');
    expect(firstPage(recordOf(32, { missing: ['2024-08'] }))).toContain('..');
  });

  it('say how old they are instead of a month, once they are older than a year', () => {
    const old = briefing({ from: '2023-01', months: 24 }, '2026-02');
    expect(firstPage(old).filter((line) => line === '14 months old')).toHaveLength(4);
    expect(firstPage(briefing({ from: '2023-01', months: 24 }, '2027-01'))).toEqual([]);
  });
});

describe('what is new in a monthly edition', () => {
  it('is told by theme, with the month that it reaches', () => {
    const page = firstPage(recordOf(30)).join('\n');
    expect(page).toContain('New since the July edition');
    expect(page).toContain('New: trade, goods and three regions to June.');
  });

  it('is nothing in a month without a bulletin, and the band says so', () => {
    const page = firstPage(briefing({ from: '2023-01', months: 30, missing: ['2025-05'] }, '2025-07')).join('\n');
    expect(page).toContain('No new figures in this edition; the latest are for January–April 2025.');
    expect(page).toContain('No new figures have been published since the June edition');
    expect(page).not.toContain('New: ');
  });

  it('names two bulletins that came in one month', () => {
    const rows: readonly BulletinRow[] = [
      { period: '2025-01', value: '100.0', source: 'a' },
      { period: '2025-01/2025-02', value: '210.0', source: 'b' },
      { period: '2025-01/2025-03', value: '330.0', source: 'c' },
    ];
    const sources = [sourceOf('a', '2025-03-15'), sourceOf('b', '2025-05-10'), sourceOf('c', '2025-05-20')];
    const page = firstPage(briefingOf('2025-05', loadDataset(packageOf(rows, sources), today))).join('\n');
    expect(page).toContain('Two bulletins were published: for January–February 2025 and for January–March 2025.');
    expect(page).toContain('2 new figures');
  });

  it('names what was revised, and the page with both values', () => {
    const rows: readonly BulletinRow[] = [
      { period: '2025-01', value: '100.0', source: 'a' },
      { period: '2025-01', value: '103.0', source: 'b' },
      { period: '2025-01/2025-02', value: '210.0', source: 'b' },
    ];
    const sources = [sourceOf('a', '2025-03-15'), sourceOf('b', '2025-04-15')];
    const page = firstPage(briefingOf('2025-04', loadDataset(packageOf(rows, sources), today))).join('\n');
    expect(page).toContain('1 revised');
    expect(page).toContain('Revised: exports, January 2025 (page');
  });
});

it('every sentence of a first page ends with one full stop in every language, whatever the record', () => {
  for (const months of [2, 7, 13, 24, 32]) {
    for (const language of ['en', 'ru', 'be'] as const) {
      const page = firstPage(recordOf(months, { missing: months > 20 ? ['2024-08'] : [] }), language);
      expect(page.filter((line) => /\p{L}\.\.(?!\.)|\{|undefined|null|NaN/u.test(line))).toEqual([]);
    }
  }
});
