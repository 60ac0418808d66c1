import { describe, expect, it } from 'vitest';
import { loadBrand, readWording } from '../../functions/assets/from-files.ts';
import { type Language, languages, loadDataset } from '../../functions/dataset/index.ts';
import { type Block, composeDocument, type Document, type TableBlock } from '../../functions/document/index.ts';
import { briefingOf } from '../briefings.ts';
import { type BulletinRow, type Bulletins, monthlyPackage, packageOf, sourceOf } from '../monthly-package.ts';
import { today } from '../package-files.ts';

const wording = readWording();
const { names } = loadBrand('default');

const compose = (files: Parameters<typeof loadDataset>[0], edition = '2026-11', language: Language = 'en') =>
  composeDocument(briefingOf(edition, loadDataset(files, today)), language, wording, names);

const full: Bulletins = { from: '2023-01', months: 45, products: 6, regions: 5, missing: ['2024-08'] };
const document = compose(monthlyPackage(full));

/** Every object of a document, its branches before itself. */
function* nodesOf(tree: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const child of Object.values(tree)) yield* nodesOf(child);
  if (!Array.isArray(tree)) yield tree as Readonly<Record<string, unknown>>;
}

/** The numbers of the notes that the pages link to. */
function linkedNotes(of: Document): ReadonlySet<string> {
  const notes = new Set<string>();
  for (const { to, target } of nodesOf(of)) if (to === 'note' && typeof target === 'string') notes.add(target);
  return notes;
}

function tablesOf(of: Document, style: TableBlock['style']): readonly TableBlock[] {
  const tables: TableBlock[] = [];
  for (const node of nodesOf(of)) {
    if (node.type === 'table' && node.style === style) tables.push(node as unknown as TableBlock);
  }
  return tables;
}

/** The rows of a table as the texts of their cells, with normal spaces. */
function rowsOf(of: Document, style: TableBlock['style']): readonly (readonly string[])[] {
  const text = (runs: readonly { readonly text: string }[]) => runs.map((run) => run.text).join('');
  return tablesOf(of, style).flatMap(({ bodies }) =>
    bodies.flatMap(({ rows }) =>
      rows.map(({ cells }) => cells.map(({ content }) => text(content).replaceAll('\u00a0', ' '))),
    ),
  );
}

const idsOf = (of: Document) =>
  new Set(
    tablesOf(of, 'figures').flatMap(({ bodies }) => bodies.flatMap(({ rows }) => rows.flatMap(({ ids }) => ids))),
  );

const textOf = (of: Document) => {
  const texts: string[] = [];
  for (const { text } of nodesOf(of)) if (typeof text === 'string') texts.push(text.replaceAll('\u00a0', ' '));
  return texts.join(' ');
};

describe('the figures on these pages', () => {
  it.each(languages)('have a row for every number of the notes that a page in %s links to', (language) => {
    for (const edition of ['2023-06', '2023-12', '2024-10', '2025-10', '2026-11']) {
      const printed = compose(monthlyPackage(full), edition, language);
      const ids = idsOf(printed);
      const linked = [...linkedNotes(printed)];
      expect(linked.length).toBeGreaterThan(3);
      expect(linked.filter((note) => !ids.has(note))).toEqual([]);
    }
  });

  it('have a row for every number that a method names', () => {
    const ids = idsOf(document);
    const named = rowsOf(document, 'figures').flatMap((row) => row[5]?.match(/\b[PD]\d+\b/g) ?? []);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((note) => !ids.has(note))).toEqual([]);
  });

  it('have the same numbers in the same order in every language', () => {
    const numbers = languages.map((language) =>
      rowsOf(compose(monthlyPackage(full), '2026-11', language), 'figures').map(([number]) => number),
    );
    expect(numbers[0]?.length).toBeGreaterThan(20);
    for (const other of numbers) expect(other).toEqual(numbers[0]);
  });

  it('give the series of one kind one row, with their months', () => {
    const series = rowsOf(document, 'figures').find((row) => row[1] === 'Trade, since January');
    expect(series?.[0]).toMatch(/^P\d+–P\d+$/);
    expect(series?.[2]).toBe('132 values');
    expect(series?.slice(3)).toEqual(['USD m', 'Jan 2023 – Sep 2026', 'Series']);
  });

  it('give what is calculated its margin', () => {
    const months = rowsOf(document, 'figures').find((row) => row[1] === 'Trade, single months');
    expect(months?.[5]).toMatch(/^P\d+–P\d+: sum +\(±0\.2\)$/);
  });
});

describe('revisions', () => {
  const since = (month: number, value: string, source: string, note = ''): BulletinRow => {
    const last = String(month).padStart(2, '0');
    return { period: month === 1 ? '2026-01' : `2026-01/2026-${last}`, value, source, note };
  };
  const sources = Array.from({ length: 10 }, (_, at) =>
    sourceOf(`b${at + 1}`, `2026-${String(at + 2).padStart(2, '0')}-15`),
  );

  it('stand with the old value struck through, and what they changed', () => {
    const files = packageOf(
      [since(1, '100.0', 'b1'), since(2, '210.0', 'b2'), since(1, '101.5', 'b3', 'revised'), since(3, '320.0', 'b3')],
      sources,
    );
    const revised = compose(files);
    expect(rowsOf(revised, 'revisions')).toEqual([
      ['Exports', 'Jan 2026', '100.0', '101.5', '+1.5', '15 February 2026, then 15 April 2026'],
    ]);
    const cells = tablesOf(revised, 'revisions').flatMap(({ bodies }) =>
      bodies.flatMap(({ rows }) => rows[0]?.cells ?? []),
    );
    expect(cells[2]?.content[0]?.struck).toBe(true);
    expect(textOf(revised)).toContain('Nothing was revised in this edition.');
    expect(textOf(compose(files, '2026-04'))).toContain('Revised in this edition: one.');
  });

  it('are eight at most, the newest first, and the others are counted', () => {
    const first = Array.from({ length: 10 }, (_, at) => since(at + 1, `${100 * (at + 1)}.0`, `b${at + 1}`));
    const again = Array.from({ length: 9 }, (_, at) => since(at + 1, `${100 * (at + 1)}.5`, `b${at + 2}`, 'revised'));
    const revised = compose(packageOf([...first, ...again], sources));
    const rows = rowsOf(revised, 'revisions');
    expect(rows).toHaveLength(8);
    expect(rows[0]?.[1]).toBe('Jan–Sep 2026');
    expect(textOf(revised)).toContain('One earlier: in the data');
  });

  it('have no table where there are none', () => {
    expect(tablesOf(document, 'revisions')).toEqual([]);
    expect(textOf(document)).toContain('No value has been revised.');
  });
});

describe('the sources', () => {
  it('name the bulletins once, with their number and what is missing', () => {
    const text = textOf(document);
    expect(text).toContain('bulletins January 2023 – September 2026, 44 in all, the latest of 15 November 2026.');
    expect(text).toContain('There is no bulletin for January–August 2024.');
  });

  it('say which bulletin came with the next one', () => {
    const at = (month: string, value: string, source: string): BulletinRow => ({ period: month, value, source });
    const files = packageOf(
      [at('2026-01', '100.0', 'a'), at('2026-01/2026-02', '210.0', 'b'), at('2026-01/2026-03', '320.0', 'b')],
      [sourceOf('a', '2026-03-15'), sourceOf('b', '2026-05-15')],
    );
    expect(textOf(compose(files))).toContain(
      'The bulletin for January–February 2026 was published together with that for January–March 2026, on 15 May 2026.',
    );
  });
});

describe('the proof', () => {
  const chartsOf = (of: Document) =>
    (of.sections.find(({ id }) => id === 'matrix')?.blocks ?? [])
      .flatMap((block): readonly Block[] => (block.type === 'figure' ? block.body : []))
      .flatMap((block) => (block.type === 'chart' ? block.chart : []));

  it('shows the newest 57 months, and counts the checks of all', () => {
    const long = compose(monthlyPackage({ from: '2019-01', months: 90 }));
    const [matrix] = chartsOf(long);
    if (matrix?.kind !== 'check-matrix') throw new Error('a long record begins with the matrix');
    for (const { marks } of matrix.rows) expect(marks).toHaveLength(57);
    const passed = matrix.rows.reduce((sum, row) => sum + Number(row.passed.replace(',', '')), 0);
    expect(Number(matrix.all.passed.replace(',', ''))).toBe(passed);
    expect(textOf(long)).toContain(`All ${matrix.all.passed} possible checks were passed`);
    expect(textOf(long)).toContain('Drawn: the latest 57 bulletins; the sums count all 90');
  });

  it('marks a month without a bulletin', () => {
    const [matrix] = chartsOf(document);
    if (matrix?.kind !== 'check-matrix') throw new Error('a long record begins with the matrix');
    expect(matrix.key.map(({ mark }) => mark)).toEqual(['passed', 'nothing', 'none']);
    expect(matrix.rows[0]?.marks[19]).toBe('none');
  });

  it('begins with the newest bulletin in the first year, and has nothing else before there are six', () => {
    const kinds = (edition: string) => chartsOf(compose(monthlyPackage(full), edition)).map(({ kind }) => kind);
    expect(kinds('2023-05')).toEqual(['bulletin-proof']);
    expect(kinds('2023-10')).toEqual(['bulletin-proof', 'check-matrix']);
    expect(kinds('2024-06')).toEqual(['check-matrix', 'bulletin-proof']);
  });
});

it('the founding edition has its notes and its proof as before', () => {
  const { sections } = composeDocument(briefingOf('2021-07'), 'en', wording, names);
  expect(sections.map(({ id }) => id).slice(-2)).toEqual(['notes', 'proof']);
});

it('the notes before the first single month have their two columns under headings', () => {
  const early = compose(monthlyPackage({ from: '2022-01', months: 1, afterProject: true }), '2022-03');
  const section = early.sections.find(({ id }) => id === 'record');
  const row = section?.blocks.find((block) => block.type === 'row');
  const headings =
    row?.type === 'row' ? row.cells.map(([first]) => (first?.type === 'aside' ? first.heading : null)) : [];
  const words = headings.map((heading) => heading?.map(({ text }) => text).join(''));
  expect(words).toEqual(['How to read', 'How the figures are made']);
});
