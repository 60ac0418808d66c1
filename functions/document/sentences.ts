import type { MessageKey } from '../figures/index.ts';
import type { Inline } from './inline.ts';
import type { Block, Document } from './nodes.ts';

/** A sentence, a title or an item of a list, as a reader finds it. */
export interface Sentence {
  /** The section, the figure in it if there is one, and what it is there: `months/months-chart/title`. */
  readonly place: string;
  /** The key of the message of the finding that it says; null where it says none, or more than one. */
  readonly finding: MessageKey | null;
  readonly text: string;
}

/** A text with its place. */
type Placed = readonly [place: string, text: Inline];

/**
 * The sentences of a document in the order of reading, also those that its pages may have no room for. Labels, tables,
 * source lines, contents and charts say none.
 */
export function sentencesOf({ sections, said }: Document): readonly Sentence[] {
  const findings = new Map([...said].map(([text, finding]) => [bare(text), finding]));
  return sections.flatMap(({ id, blocks }) =>
    blocks
      .flatMap((block) => textsOf(block, id))
      .flatMap(([place, inline]) =>
        split(textOf(inline), findings).map((text) => ({ place, finding: findings.get(bare(text)) ?? null, text })),
      ),
  );
}

function textsOf(block: Block, place: string): readonly Placed[] {
  const inside = (blocks: readonly Block[], within = place) => blocks.flatMap((inner) => textsOf(inner, within));
  const at = (role: string, ...texts: readonly (Inline | null)[]): readonly Placed[] =>
    texts.flatMap((text) => (text ? [[`${place}/${role}`, text] as const] : []));
  switch (block.type) {
    case 'cover':
      return [...at('headline', block.headline), ...at('line', block.contents), ...at('strip', block.strip)];
    case 'band':
      return [...at('title', block.title), ...at('line', block.line)];
    case 'strip':
      return at('strip', ...block.counts, block.text);
    case 'head':
      return [...at('title', block.title), ...at('standfirst', block.standfirst)];
    case 'row':
      return block.cells.flatMap((cell) => inside(cell));
    case 'figure': {
      const within = `${place}/${block.id}`;
      return [[`${within}/title`, block.title], ...inside(block.body, within)];
    }
    case 'aside':
      return [...at('heading', block.heading), ...inside(block.body)];
    case 'list':
      return at('list', ...block.items.map(({ content }) => content));
    case 'paragraph':
      return at('text', block.content);
    case 'heading':
      return at('heading', block.content);
    case 'cards':
    case 'chart':
    case 'table':
    case 'contents':
      return [];
  }
}

/** The text of runs, without those that only stand in for others. */
function textOf(inline: Inline): string {
  return inline.map(({ text, instead }) => (instead === undefined ? text : '')).join('');
}

/** Between two sentences: after a full stop, before a letter that can begin one. Spaces inside «2026 г.» do not break. */
const between = /(?<=[.!?][”»)]*) (?=[\p{Lu}\p{N}«“(])/u;

/** The sentences of a text. A finding is never split: «за январь–май 2026 г. Самарская область» may be inside one. */
function split(text: string, findings: ReadonlyMap<string, MessageKey>): readonly string[] {
  const pieces = text.split(between).filter((piece) => piece !== '');
  const sentences: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    let end = pieces.length;
    while (end > start + 1 && !findings.has(bare(pieces.slice(start, end).join(' ')))) end -= 1;
    sentences.push(pieces.slice(start, end).join(' '));
    start = end;
  }
  return sentences;
}

/** A sentence as it is where it stands inside another: without its capital and its full stop. */
function bare(text: string): string {
  return text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}
