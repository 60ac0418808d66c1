import { page as paper } from '../../functions/pdf/page.ts';
import { type ReadPage, readPages } from '../read-pdf.ts';
import { type Part, partsOf, readStructure } from './structure.ts';

/** Text on a page, in points from the top left corner. Its box is the ink of lowercase letters and capitals. */
interface InkedText {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The smallest type of the design, in nominal points. */
export const smallestType = 7;

/** How far two boxes may overlap, in points, because of kerning and overhang. */
const touch = 0.6;

/** Words that begin a source line in the three languages. */
const sourceWord = /^(Source|Sources|Источник|Источники|Крыніца|Крыніцы)\b|^(Источник|Крыніц)/;

/**
 * The problems of a PDF, each with its page: text past a margin, text over text, type that is too small, a heading
 * without its body, a chart without its source, a figure without alternative text, skipped heading levels. `least` is
 * the size that no type may be under, in points.
 */
export async function pageProblems(bytes: Uint8Array, least = smallestType): Promise<readonly string[]> {
  const problems: string[] = [];
  let level = 0;
  let titles = 0;
  for (const [index, page] of (await readPages(bytes)).entries()) {
    const texts = inkOf(page);
    const parts = partsOf(readStructure(page));
    const found = [
      ...pastMargins(texts),
      ...overlaps(texts),
      ...tooSmall(texts, least),
      ...orphans(parts),
      ...unsourced(parts),
      ...wordless(parts),
    ];
    for (const { role, text } of parts.filter(({ role }) => /^H\d$/.test(role))) {
      const next = Number(role.slice(1));
      if (next > level + 1) found.push(`the heading "${text}" skips from level ${level} to ${next}`);
      if (next === 1) titles += 1;
      level = next;
    }
    if (texts.some(({ text }) => text.includes('\ufffd'))) found.push('a character has no glyph');
    problems.push(...found.map((problem) => `page ${index + 1}: ${problem}`));
  }
  if (titles !== 1) problems.push(`there are ${titles} titles of level 1`);
  return problems;
}

function inkOf({ items }: ReadPage): readonly InkedText[] {
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size = 0, left = 0, fromBottom = 0] = item.transform as number[];
    const baseline = paper.height - fromBottom;
    const trailing = item.str.length - item.str.trimEnd().length;
    const right = left + item.width - trailing * size * 0.2;
    return [{ text: item.str.trim(), size, left, right, top: baseline - size * 0.66, bottom: baseline + size * 0.04 }];
  });
}

function pastMargins(texts: readonly InkedText[]): readonly string[] {
  return texts
    .filter(({ left, right, top, bottom }) => {
      const across = left < paper.left - touch || right > paper.right + touch;
      return across || top < 30 || bottom > paper.height - 30;
    })
    .map(({ text, left, right }) => `"${text}" runs past a margin (${left.toFixed(1)} to ${right.toFixed(1)})`);
}

function overlaps(texts: readonly InkedText[]): readonly string[] {
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > touch && down > touch ? [`"${one.text}" lies on "${other.text}"`] : [];
    }),
  );
}

function tooSmall(texts: readonly InkedText[], least: number): readonly string[] {
  return texts
    .filter(({ size }) => size < least - 0.01)
    .map(({ text, size }) => `"${text}" is set in ${size.toFixed(2)} points`);
}

/** A heading must not be the last thing on its page. */
function orphans(parts: readonly Part[]): readonly string[] {
  const last = parts.findLast(({ text }) => text !== '');
  return last && /^H\d$/.test(last.role) ? [`the heading "${last.text}" has no body`] : [];
}

/** Every figure is followed by its source before the next one begins. */
function unsourced(parts: readonly Part[]): readonly string[] {
  const labels = parts.flatMap(({ role, text }, index) => (role === 'P' && isLabel(text) ? [index] : []));
  return labels.flatMap((at, index) => {
    const group = parts.slice(at, labels[index + 1]);
    const isSourced = group.some(({ role, text }) => role === 'P' && sourceWord.test(text));
    return isSourced ? [] : [`${parts[at]?.text} has no source line`];
  });
}

function isLabel(text: string): boolean {
  return /^(Figure|Рисунок|Малюнак) \d+[a-z]?$/.test(text);
}

function wordless(parts: readonly Part[]): readonly string[] {
  return parts
    .filter(({ role, alt }) => role === 'Figure' && (alt ?? '').trim().length < 20)
    .map(({ text }) => `the figure "${text}" has no alternative text`);
}
