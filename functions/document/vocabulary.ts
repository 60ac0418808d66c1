import { somewhere, type TemplateProblem } from './template-error.ts';

/** The elements that templates may use, with their attributes; the rest of HTML is not ours. */
export const vocabulary: Readonly<Record<string, readonly string[]>> = {
  section: ['id', 'name'],
  cover: [],
  cards: [],
  card: ['of'],
  header: [],
  row: ['columns', 'top', 'class'],
  div: [],
  figure: ['id', 'label', 'top', 'class'],
  figcaption: [],
  aside: ['top'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  p: ['class', 'at'],
  ul: ['class', 'foot'],
  li: ['class'],
  table: ['class'],
  thead: [],
  tbody: [],
  tr: ['id', 'class'],
  th: ['align'],
  td: ['align'],
  chart: ['of', 'foot'],
  map: ['of'],
  contents: [],
  a: ['href', 'title'],
  strong: [],
  small: [],
  s: [],
  calc: ['note'],
  page: ['of'],
  span: ['lang'],
};

/** What is wrong with an element, still without its place; null when nothing is. */
export function vocabularyProblem(element: string, attributes: readonly string[]): TemplateProblem | null {
  const known = vocabulary[element];
  if (!known) {
    const values = { element, known: Object.keys(vocabulary).join(', ') };
    return { ...somewhere, value: element, code: 'element_unknown', values };
  }
  const attribute = attributes.find((name) => !known.includes(name));
  if (attribute === undefined) return null;
  const values = { element, attribute, known: known.join(', ') || 'none' };
  return { ...somewhere, value: attribute, code: 'attribute_unknown', values };
}
