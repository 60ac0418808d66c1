import { type ReadPage, readPages } from '../read-pdf.ts';

/** An element of the structure tree on one page, with the text that it holds itself or in inline elements. */
export interface StructureNode {
  readonly role: string;
  readonly alt?: string;
  readonly language?: string;
  readonly text: string;
  readonly children: readonly StructureNode[];
}

/** An element of a page in the order of reading. */
export type Part = Omit<StructureNode, 'children'>;

interface TreeNode {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (TreeNode | { readonly type: string; readonly id: string })[];
}

/** Elements that run in a line of text: their words belong to the element around them. */
const inline = new Set(['Link', 'Span', 'Reference']);

/** The structure tree of a page, as assistive technology reads it. */
export function readStructure(page: ReadPage): StructureNode {
  return read(page.tree as unknown as TreeNode, textsById(page));
}

/** The elements of a tree one after the other, as a person hears them. */
export function partsOf({ children, ...part }: StructureNode): readonly Part[] {
  return [part, ...children.flatMap(partsOf)];
}

/** The elements of every page in the order in which a screen reader comes to them. */
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

/** The text of a page that is no content: running heads, feet, the page number. */
export function artifactText(page: ReadPage): string {
  return textsById(page).get(artifact) ?? '';
}

const artifact = 'artifact';

function textsById({ items }: ReadPage): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : null);
      continue;
    }
    const id = open.findLast((name) => name !== null) ?? artifact;
    texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
  }
  return texts;
}
