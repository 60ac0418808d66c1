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

/** A template that uses what the vocabulary does not have, or in a place where it cannot stand. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** What is wrong with an element, and what to write instead; null when nothing is. */
export function vocabularyProblem(element: string, attributes: readonly string[]): string | null {
  const known = vocabulary[element];
  if (!known) return `unknown element <${element}>; use one of ${Object.keys(vocabulary).join(', ')}`;
  const unknown = attributes.find((attribute) => !known.includes(attribute));
  if (unknown === undefined) return null;
  const allowed = known.length > 0 ? `it takes ${known.join(', ')}` : 'it takes none';
  return `unknown attribute "${unknown}" of <${element}>; ${allowed}`;
}
