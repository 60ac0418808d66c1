import { parseDocument } from 'htmlparser2';

type ChildNode = ReturnType<typeof parseDocument>['children'][number];

/** An element of a page. */
export type Element = Extract<ChildNode, { readonly attribs: unknown }>;

function isTag(node: ChildNode): node is Element {
  return 'attribs' in node;
}

/** A line of text on a page: what stands in one paragraph, heading, item or cell. */
export interface Line {
  readonly tag: string;
  /** Without white space. A reference to a section, where the PDF has one to a page, is `#`. */
  readonly text: string;
}

/** Elements that begin a line. */
const lines = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'li', 'th', 'td']);

/** The elements of a page. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!isTag(node)) continue;
      found.push(node);
      visit(node.children);
    }
  };
  visit(parseDocument(html).children);
  return found;
}

/**
 * What a page says in the order of its elements, as far as the PDF says it too. Only the page has navigation, a foot with
 * what every page of the PDF has there, drawings that it hides from whoever reads their alternative texts, and the data
 * of charts as tables.
 */
export function linesOf(html: string): readonly Line[] {
  const sections = new Set(
    elementsOf(html).flatMap(({ name, attribs }) => (name === 'section' ? [`#${attribs.id}`] : [])),
  );
  const found: { tag: string; text: string }[] = [];
  const visit = (nodes: readonly ChildNode[], line: { tag: string; text: string } | null): void => {
    for (const node of nodes) {
      if (node.type === 'text' && 'data' in node && line) line.text += node.data.replace(/\s+/g, '');
      if (!isTag(node) || isOnlyHere(node)) continue;
      if (node.name === 'a' && line && sections.has(node.attribs.href ?? '')) {
        line.text += '#';
        continue;
      }
      if (!lines.has(node.name)) {
        visit(node.children, line);
        continue;
      }
      const own = { tag: node.name, text: '' };
      found.push(own);
      visit(node.children, own);
    }
  };
  visit(parseDocument(html).children, null);
  return found.filter(({ text }) => text !== '');
}

function isOnlyHere({ name, attribs }: Element): boolean {
  return (
    ['head', 'nav', 'details', 'footer'].includes(name) || attribs['aria-hidden'] === 'true' || attribs.class === 'skip'
  );
}
