import type { Block, Section } from '../../document/index.ts';

/** A section with ever less in it: without the blocks that yield first, then also without the next, and so on. */
export function shorterVersions(section: Section): IteratorObject<Section> {
  const ranks = [...new Set(section.blocks.flatMap(ranksOf))].toSorted((a, b) => a - b);
  return ranks.values().map((rank) => ({ ...section, blocks: without(rank, section.blocks) }));
}

function ranksOf(block: Block): readonly number[] {
  const own = block.yields == null ? [] : [block.yields];
  return [...own, ...insideOf(block).flatMap(ranksOf), ...itemsOf(block).flatMap(({ yields }) => yields ?? [])];
}

function insideOf(block: Block): readonly Block[] {
  if (block.type === 'row') return block.cells.flat();
  return block.type === 'figure' || block.type === 'aside' ? block.body : [];
}

function itemsOf(block: Block) {
  return block.type === 'list' ? block.items : [];
}

/** Blocks without those that yield up to a rank. */
function without(rank: number, blocks: readonly Block[]): readonly Block[] {
  const stays = ({ yields }: { readonly yields?: number | null }) => yields == null || yields > rank;
  return blocks.filter(stays).flatMap((block): Block | readonly Block[] => {
    switch (block.type) {
      case 'row': {
        const cells = block.cells.map((cell) => without(rank, cell));
        return cells.every((cell) => cell.length === 0) ? [] : { ...block, cells };
      }
      case 'figure':
      case 'aside':
        return { ...block, body: without(rank, block.body) };
      case 'list':
        return { ...block, items: block.items.filter(stays) };
      default:
        return block;
    }
  });
}
