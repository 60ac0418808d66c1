import { type ReadPage, readPages } from '../read-pdf.ts';

/** A structure element on one page, with its text and that of its inline elements. */
export interface StructureNode {
  readonly role: string;
  readonly alt?: string;
  readonly language?: string;
  readonly text: string;
  readonly children: readonly StructureNode[];
}

/** An element of a page, without its children. */
export type Part = Omit<StructureNode, 'children'>;

interface TreeNode {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (TreeNode | { readonly type: string; readonly id: string })[];
}

/** Inline elements: their words belong to the surrounding element. */
const inline = new Set(['Link', 'Span', 'Reference']);

/** The structure tree of a page, as assistive technology reads it. */
export function readStructure(page: ReadPage): StructureNode {
  return read(page.tree as unknown as TreeNode, textsById(page));
}

/** The elements of a tree in reading order. */
export function partsOf({ children, ...part }: StructureNode): readonly Part[] {
  return [part, ...children.flatMap(partsOf)];
}

/** The elements of every page in reading order. */
export async function partsIn(bytes: Uint8Array): Promise<readonly Part[]> {
  return (await readPages(bytes)).flatMap((page) => partsOf(readStructure(page)));
}

function read(node: TreeNode, texts: ReadonlyMap<string, string>): StructureNode {
  const children = node.children.flatMap((child) =>
    'role' in child && !inline.has(child.role) ? [read(child, texts)] : [],
  );
  const { role, alt, lang } = node;
  return {
    role,
    text: ownText(node, texts)
      .replace(/[ \t\r\n]+/g, ' ')
      .trim(),
    children,
    ...(alt === undefined ? {} : { alt }),
    ...(lang === undefined ? {} : { language: lang }),
  };
}

function ownText(node: TreeNode, texts: ReadonlyMap<string, string>): string {
  return node.children
    .map((child) => {
      if (!('role' in child)) return texts.get(child.id) ?? '';
      return inline.has(child.role) ? ownText(child, texts) : '';
    })
    .join('');
}

/** The text of a page that is not content: header, footer and page number. */
export function artifactText(page: ReadPage): string {
  return textsById(page).get(artifact) ?? '';
}

const artifact = 'artifact';

function textsById({ items }: ReadPage): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  let end = { x: 0, y: 0 };
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : null);
      continue;
    }
    const id = open.findLast((name) => name !== null) ?? artifact;
    // Labels of a chart are different words where they stand apart, also where a reader takes them for one line.
    const before = texts.get(id);
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
    const isApart = y !== end.y || Math.abs(x - end.x) > item.height / 2;
    texts.set(id, `${before ?? ''}${before && isApart ? ' ' : ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    end = { x: x + item.width, y };
  }
  return texts;
}
