import type { Block, Inline, Run, Section } from '../../document/index.ts';

/** A section with all that it has, and without what stands only where something has left. */
export function wholeVersion(section: Section): Section {
  return { ...section, blocks: without(0, section.blocks) };
}

/** A section with ever less in it: without the blocks that yield first, then also without the next, and so on. */
export function shorterVersions(section: Section): IteratorObject<Section> {
  const ranks = [...new Set(section.blocks.flatMap(ranksOf))].toSorted((a, b) => a - b);
  return ranks.values().map((rank) => ({ ...section, blocks: without(rank, section.blocks) }));
}

function ranksOf(block: Block): readonly number[] {
  const own = block.yields == null ? [] : [block.yields];
  const items = itemsOf(block).flatMap(({ yields, content }) => [{ yields }, ...content]);
  const runs = [...items, ...inlinesOf(block).flat()].flatMap(({ yields }) => yields ?? []);
  return [...own, ...insideOf(block).flatMap(ranksOf), ...runs];
}

function insideOf(block: Block): readonly Block[] {
  if (block.type === 'row') return block.cells.flat();
  return block.type === 'figure' || block.type === 'aside' ? block.body : [];
}

function itemsOf(block: Block) {
  return block.type === 'list' ? block.items : [];
}

/** The running text of a block whose stretches can leave. */
function inlinesOf(block: Block): readonly Inline[] {
  if (block.type === 'paragraph') return [block.content];
  return block.type === 'figure' && block.source ? [block.source] : [];
}

/** Blocks without those that yield up to a rank, and without what stands for one that is still there. */
function without(rank: number, blocks: readonly Block[]): readonly Block[] {
  const stays = ({ yields, instead }: Pick<Run, 'instead'> & { readonly yields?: number | null }) =>
    (yields == null || yields > rank) && (instead === undefined || instead <= rank);
  return blocks.filter(stays).flatMap((block): Block | readonly Block[] => {
    switch (block.type) {
      case 'row': {
        const cells = block.cells.map((cell) => without(rank, cell));
        return cells.every((cell) => cell.length === 0) ? [] : { ...block, cells };
      }
      case 'figure':
        return { ...block, body: without(rank, block.body), source: block.source?.filter(stays) ?? null };
      case 'aside': {
        const body = without(rank, block.body);
        return body.length > 0 ? { ...block, body } : [];
      }
      case 'paragraph': {
        const content = block.content.filter(stays);
        return content.length > 0 ? { ...block, content } : [];
      }
      case 'list': {
        const items = block.items.filter(stays);
        return { ...block, items: items.map((item) => ({ ...item, content: item.content.filter(stays) })) };
      }
      default:
        return block;
    }
  });
}
