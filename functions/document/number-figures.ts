import type { Block, Document, FigureBlock } from './nodes.ts';

/** The labels of figures, tables and lists, numbered in document order. */
export function numberFigures({ sections, labels }: Document): ReadonlyMap<FigureBlock['id'], string> {
  const counts = { figure: 0, table: 0, list: 0 };
  const numbers = new Map<FigureBlock['id'], string>();
  const visit = (block: Block): void => {
    if (block.type === 'row') for (const cell of block.cells) cell.forEach(visit);
    if (block.type !== 'figure') return;
    counts[block.label] += 1;
    numbers.set(block.id, labels.numbered(block.label, counts[block.label]));
  };
  for (const { blocks } of sections) blocks.forEach(visit);
  return numbers;
}
