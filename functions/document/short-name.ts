/** The most letters of a name of goods inside a sentence. */
const most = 24;

/** A name as it stands inside a sentence: with a small first letter, and cut after a word where it is too long. */
export function shortName(name: string): string {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  if (small.length <= most) return small;
  const kept = small.slice(0, most).replace(/[\s,;]+\S*$/u, '');
  return `${kept}…`;
}
