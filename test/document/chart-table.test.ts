import { describe, expect, it } from 'vitest';
import { languages, loadDataset } from '../../functions/dataset/index.ts';
import { type Block, type Chart, chartTable, type DataTable, headWithUnit } from '../../functions/document/index.ts';
import type { Briefing } from '../../functions/figures/index.ts';
import { briefingOf, founding } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';
import { wordsOf } from '../words.ts';

const record = { from: '2023-01', months: 34, products: 12, regions: 6, missing: ['2024-08'] };
const monthly = briefingOf('2025-12', loadDataset(monthlyPackage(record), today));
const firstYear = briefingOf('2023-08', loadDataset(monthlyPackage(record), today));
const latest = briefingOf('2026-11');

const editions: readonly (readonly [string, Briefing])[] = [
  ['of the founding article', founding],
  ['that tells the latest first', latest],
  ['of a first year of bulletins', firstYear],
  ['after years of bulletins', monthly],
];

/** The charts of a document by the id of their figure, or the kind of their block. */
function chartsOf(briefing: Briefing, language: 'en' | 'ru' | 'be' = 'en'): readonly (readonly [string, Chart])[] {
  const inside = (blocks: readonly Block[], id: string): readonly (readonly [string, Chart])[] =>
    blocks.flatMap((block) => {
      switch (block.type) {
        case 'chart':
          return [[id, block.chart] as const];
        case 'cards':
          return block.cards.map((card) => ['card', card] as const);
        case 'figure':
          return inside(block.body, block.id);
        case 'aside':
          return inside(block.body, id);
        case 'row':
          return block.cells.flatMap((cell) => inside(cell, id));
        default:
          return [];
      }
    });
  return documentOf(briefing, language).sections.flatMap(({ blocks, id }) => inside(blocks, id));
}

function tableOf(briefing: Briefing, figure: string, language: 'en' | 'ru' | 'be' = 'en'): DataTable {
  const found = chartsOf(briefing, language).find(([id]) => id === figure);
  if (!found) throw new Error(`the edition has no chart ${figure}`);
  const table = chartTable(found[1], wordsOf[language]);
  if (!table) throw new Error(`the chart ${figure} has no table`);
  return table;
}

/** A table as lines of text with plain spaces. */
function written({ columns, rows }: DataTable): readonly string[] {
  const lines = [columns.map(headWithUnit), ...rows.map((row) => row.map(({ text }) => text))];
  return lines.map((line) => line.join(' | ').replaceAll('\u00a0', ' '));
}

/** The numbers that marks of a chart stand for: those called value or share, and the ends of lines. */
function drawnNumbers(node: unknown): readonly number[] {
  if (Array.isArray(node)) return node.flatMap(drawnNumbers);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (['shows', 'figures', 'columns', 'changes', 'ledges', 'thin'].includes(key)) return [];
    if (typeof value === 'number') return key === 'value' || key === 'share' ? [value] : [];
    return drawnNumbers(value);
  });
}

const keys = ['time-key', 'range', 'agrees', 'disagrees'];

describe.each(editions)('in the edition %s', (_, briefing) => {
  it('every chart but the keys has a table, with a cell for each column of each row', () => {
    for (const language of languages) {
      for (const [id, chart] of chartsOf(briefing, language)) {
        const table = chartTable(chart, wordsOf[language]);
        expect(table === null, `${id}, ${chart.kind}`).toBe(keys.includes(chart.kind));
        for (const row of table?.rows ?? []) expect(row, id).toHaveLength(table?.columns.length ?? 0);
      }
    }
  });

  it('no two columns of a table have the same head, and none is empty', () => {
    for (const [id, chart] of chartsOf(briefing)) {
      const heads = chartTable(chart, wordsOf.en)?.columns.map(headWithUnit) ?? [];
      expect(new Set(heads).size, `${id}: ${heads.join(' | ')}`).toBe(heads.length);
      expect(heads, id).not.toContain('');
    }
  });

  it('every figure that a chart shows stands in its table once', () => {
    for (const [id, chart] of chartsOf(briefing)) {
      if (!('shows' in chart)) continue;
      const keysIn = chartTable(chart, wordsOf.en)?.rows.flatMap((row) =>
        row.flatMap(({ figure }) => figure?.key ?? []),
      );
      expect(keysIn?.toSorted() ?? [], id).toEqual(chart.shows.map(({ figure }) => figure.key).toSorted());
    }
  });

  it('every value that a chart draws stands in its table, and an index as it was published', () => {
    for (const [id, chart] of chartsOf(briefing)) {
      const table = chartTable(chart, wordsOf.en);
      if (!table || chart.kind === 'age-card') continue;
      const numbers = table.rows.flatMap((row) => row.flatMap(({ number }) => number?.value ?? []));
      const isKnown = (value: number) =>
        [1, 2, 3, 4, 5].some((months) => numbers.some((number) => near(number, value * months))) ||
        numbers.some((number) => near(number, value + 100) || near(number, Math.abs(value)) || near(-number, value));
      for (const value of drawnNumbers(chart)) expect(isKnown(value), `${id} draws ${value}`).toBe(true);
    }
  });
});

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-3;
}

describe('the table of a chart', () => {
  it('has a row for each flow and a column for each period where two periods are compared', () => {
    expect(written(tableOf(founding, 'slope'))).toEqual([
      'Figure | Unit | Jan–May 2020 | Jan–May 2021',
      'Exports | USD m | ≈ 540.5 | 675.6',
      'Imports | USD m | ≈ 592.7 | 1,792.2',
      'Trade balance | USD m | ≈ −52.2 | −1,116.6',
    ]);
  });

  it('has a row for each region', () => {
    expect(written(tableOf(founding, 'ranking', 'ru')).slice(0, 2)).toEqual([
      'Название | Доля, % | Значение, млн долл.',
      'Московская область | 24,5 | ≈ 165,5',
    ]);
  });

  it('has a row for each part of a year and a column for each year where years are compared', () => {
    const [head, first] = written(tableOf(monthly, 'curves-exports'));
    expect(head).toBe('Period | 2023, USD m | 2024, USD m | 2025, USD m');
    expect(first).toMatch(/^January \| /);
  });

  it('says where a number is missing', () => {
    const table = tableOf(monthly, 'curves-exports');
    const august = table.rows.find(([name]) => name?.text === 'January–August');
    expect(august?.[2]).toEqual({ text: '..', number: null, figure: null });
  });

  it('has what each check compares, and each mark of the matrix in words', () => {
    expect(written(tableOf(founding, 'proof-checks'))[1]).toBe(
      'Exports and imports make up turnover | Exports + imports | 2,467.7 | 2,467.9 | agrees',
    );
    const matrix = tableOf(monthly, 'matrix-figure');
    expect(matrix.rows.map(([month]) => month?.text.replaceAll('\u00a0', ' '))).toContain('Aug 2024');
    expect(new Set(matrix.rows.flatMap((row) => row.slice(1).map(({ text }) => text)))).toContain('passed');
  });
});
