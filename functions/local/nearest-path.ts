/**
 * The path with its mistyped name corrected; null when no name is near. It earns its lines
 * with the remedy: a mistyped name is the most frequent mistake in a template, and the page names the word to write.
 */
export function nearestPath(path: string, text: string): string | null {
  const names = path.split('.');
  const near = names.map((name) => nearestName(name, text));
  const wrong = near.findLastIndex((name) => name !== null);
  return wrong < 0 ? null : names.map((name, index) => (index === wrong ? (near[index] ?? name) : name)).join('.');
}

function nearestName(name: string, text: string): string | null {
  const names = new Set([...text.matchAll(/\{\{[^}]*\}\}/g)].flatMap(([code]) => code.match(/[a-zA-Z]\w*/g) ?? []));
  if ([...text.matchAll(new RegExp(`\\b${name.replace(/\W/g, '')}\\b`, 'g'))].length > 1) return null;
  names.delete(name);
  const [nearest] = [...names]
    .map((other) => ({ other, steps: stepsBetween(name, other) }))
    .filter(({ steps }) => steps <= 2)
    .toSorted((a, b) => a.steps - b.steps);
  return nearest?.other ?? null;
}

/** How many letters must be put in, taken out or changed to make one word of another (Levenshtein). */
function stepsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
