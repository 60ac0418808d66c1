import type { Inline, Run } from '../../document/index.ts';
import { type TextContext, type TextStyle, widthOf, widthsIn } from './styles.ts';

/** A part of one line in one style. */
export interface Segment {
  readonly text: string;
  readonly style: TextStyle;
  readonly run: Run;
  /** Distance from the left end of the line. */
  readonly x: number;
  readonly width: number;
}

/** A broken line: its segments, and its width without the trailing space. */
export interface Line {
  readonly segments: readonly Segment[];
  readonly width: number;
}

/** Chooses the style of a run inside a paragraph. */
export type StyleOf = (run: Run) => TextStyle;

/** Part of a word in one style. */
interface Fragment {
  readonly text: string;
  readonly run: Run;
  readonly style: TextStyle;
  readonly width: number;
}

/** A word, whose style may change inside it, and the space after it. */
interface Word {
  readonly fragments: readonly Fragment[];
  readonly width: number;
  readonly space: Fragment | null;
}

/**
 * Breaks text into lines of at most `width` points and fills each as far as possible (docs/design.md, Type). Lines
 * break at spaces only. What is wider than a line and has none breaks after a hyphen or at a no-break space, or else between
 * letters.
 */
export function breakLines(context: TextContext, content: Inline, styleOf: StyleOf, width: number): readonly Line[] {
  const plain = plainLines(context, content, styleOf, width);
  if (plain) return plain;
  const lines: Word[][] = [];
  let room = 0;
  const add = (word: Word) => {
    const line = lines.at(-1);
    const space = word.space?.width ?? 0;
    if (line && word.width <= room) {
      line.push(word);
      room -= word.width + space;
    } else {
      lines.push([word]);
      room = width - word.width - space;
    }
  };
  for (const word of readWords(context, content, styleOf)) {
    if (word.width <= width) add(word);
    else for (const part of splitWord(context, word, width)) add(part);
  }
  return lines.map(toLine);
}

/** A last line shorter than this part of the room leaves a title uneven. */
const shortest = 0.28;

/**
 * As {@link breakLines}, but where that leaves a short last line, with as many words moved down to it as it takes. There
 * are no more lines than before, and no word is split for it.
 */
export function breakEvenly(context: TextContext, content: Inline, styleOf: StyleOf, width: number): readonly Line[] {
  const filled = breakLines(context, content, styleOf, width);
  const isEven = (lines: readonly Line[]) => (lines.at(-1)?.width ?? 0) >= shortest * width;
  if (filled.length < 2 || isEven(filled)) return filled;
  const widest = Math.max(...readWords(context, content, styleOf).map((word) => word.width));
  let [even, low, high] = [filled, Math.max(width / 2, widest), width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const lines = breakLines(context, content, styleOf, middle);
    if (lines.length > filled.length) low = middle;
    else if (isEven(lines)) [even, low] = [lines, middle];
    else [even, high] = [isEven(even) ? even : lines, middle];
  }
  return even;
}

/** The lines of a text of one style, as most have; null where it has several, or a word that is wider than a line. */
function plainLines(context: TextContext, content: Inline, styleOf: StyleOf, width: number): readonly Line[] | null {
  const [run, more] = content;
  if (!run || more) return null;
  const style = styleOf(run);
  const measure = widthsIn(context, style);
  const space = measure(' ');
  const { text } = run;
  const lines: Line[] = [];
  // The line that is being filled: from where to where it goes in the text, its width, and the room that it leaves.
  let [begin, end, wide, room] = [0, 0, 0, width];
  const close = () => lines.push(lineOf({ text: text.slice(begin, end), run, style, x: 0, width: wide }));
  for (let at = 0; at <= text.length; at = end + 1) {
    const next = text.indexOf(' ', at);
    const word = text.slice(at, next < 0 ? text.length : next);
    const measured = measure(word);
    if (word === '' || measured > width) return null;
    if (measured > room) {
      close();
      [begin, wide, room] = [at, 0, width];
    }
    end = at + word.length;
    wide += at === begin ? measured : space + measured;
    room = room - measured - space;
  }
  close();
  return lines;
}

function lineOf(segment: Segment): Line {
  return { segments: [segment], width: segment.width };
}

function readWords(context: TextContext, content: Inline, styleOf: StyleOf): readonly Word[] {
  const words: Word[] = [];
  let fragments: Fragment[] = [];
  const close = (space: Fragment | null) => {
    if (fragments.length > 0) words.push({ fragments, width: total(fragments), space });
    fragments = [];
  };
  for (const run of content) {
    const style = styleOf(run);
    const measure = widthsIn(context, style);
    const space = { text: ' ', run, style, width: measure(' ') };
    let isFirst = true;
    for (const text of run.text.split(' ')) {
      if (!isFirst) close(space);
      isFirst = false;
      if (text !== '') fragments.push({ text, run, style, width: measure(text) });
    }
  }
  close(null);
  return words;
}

function total(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, fragment) => sum + fragment.width, 0);
}

/** Splits a word that is wider than a line. */
function splitWord(context: TextContext, word: Word, width: number): readonly Word[] {
  const pieces = word.fragments.flatMap(({ text, run, style }) =>
    splitInside(text).map((part) => ({ text: part, run, style, width: widthOf(context, part, style) })),
  );
  const parts: Fragment[][] = [[]];
  for (const piece of pieces.flatMap((candidate) => splitIntoLetters(context, candidate, width))) {
    const part = parts.at(-1);
    if (part && (part.length === 0 || total(part) + piece.width <= width)) part.push(piece);
    else parts.push([piece]);
  }
  return parts.map((part, index) => ({
    fragments: part,
    width: total(part),
    space: index === parts.length - 1 ? word.space : null,
  }));
}

/** Splits a word after each hyphen, dash or slash, and after a no-break space that is not within a number. */
function splitInside(text: string): readonly string[] {
  return text.split(/(?<=[-–/])|(?<=\u00a0)(?!\d)/);
}

function splitIntoLetters(context: TextContext, fragment: Fragment, width: number): readonly Fragment[] {
  if (fragment.width <= width) return [fragment];
  return [...fragment.text].map((letter) => ({
    ...fragment,
    text: letter,
    width: widthOf(context, letter, fragment.style),
  }));
}

/** Joins the words of a line into segments of one style. A space keeps the style of its run. */
function toLine(words: readonly Word[]): Line {
  const segments: { text: string; run: Run; style: TextStyle; x: number; width: number }[] = [];
  let x = 0;
  const add = ({ text, run, style, width }: Fragment) => {
    const last = segments.at(-1);
    if (last?.run === run) {
      last.text += text;
      last.width += width;
    } else {
      segments.push({ text, run, style, x, width });
    }
    x += width;
  };
  for (const [index, { fragments, space }] of words.entries()) {
    for (const fragment of fragments) add(fragment);
    if (space && index < words.length - 1) add(space);
  }
  return { segments, width: x };
}
