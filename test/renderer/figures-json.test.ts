import { expect, it } from 'vitest';
import { loadDataset } from '../../functions/dataset/index.ts';
import type { Block, TableBlock } from '../../functions/document/index.ts';
import { figuresJson } from '../../functions/renderer/figures-json.ts';
import { briefingOf } from '../briefings.ts';
import { documentOf } from '../documents.ts';
import { monthlyPackage } from '../monthly-package.ts';
import { today } from '../package-files.ts';

const bulletins = { from: '2022-01', months: 57, products: 12, regions: 10, missing: ['2024-08'] };

interface Figures {
  readonly overTime: { readonly lines: readonly { readonly note: string; readonly figures: readonly string[] }[] };
}

it('the attached figures have as many values of a number of the notes as the table of figures says', () => {
  const briefing = briefingOf('2026-11', loadDataset(monthlyPackage(bulletins), today));
  const { overTime } = JSON.parse(new TextDecoder().decode(figuresJson(briefing))) as Figures;
  const known = new Map<string, number>();
  for (const { note, figures } of overTime.lines) known.set(note, (known.get(note) ?? 0) + figures.length);
  const { sections } = documentOf(briefing, 'en');
  const tables = sections.flatMap(({ blocks }) => blocks.flatMap(tablesIn));
  const rows = tables.flatMap(({ bodies }) => bodies.flatMap((body) => body.rows));
  const counted = rows.flatMap(({ ids, cells }) => {
    const [, count] = /^(\d+)\svalues$/.exec(cells[2]?.content.map(({ text }) => text).join('') ?? '') ?? [];
    const isCalculated = ids[0]?.startsWith('D') ?? false;
    return count && isCalculated ? [{ ids, says: Number(count) }] : [];
  });
  expect(counted.length).toBeGreaterThan(5);
  const attached = counted.map(({ ids }) => {
    return { ids, says: ids.reduce((sum, id) => sum + (known.get(id) ?? 0), 0) };
  });
  expect(attached, 'see overTimeEntry in figures-json.ts').toEqual(counted);
});

function tablesIn(block: Block): readonly TableBlock[] {
  if (block.type === 'table') return [block];
  return 'body' in block && Array.isArray(block.body) ? (block.body as readonly Block[]).flatMap(tablesIn) : [];
}
