import type { Inline, Run } from '../../document/index.ts';
import {
  breakEvenly,
  breakLines,
  dottedUnder,
  type Line,
  leadingOf,
  type Mark,
  markOf,
  type Segment,
  type StyleOf,
  type TextContext,
  type TextMark,
  type TextStyle,
} from '../../drawing/index.ts';
import { content, element, type Piece } from '../pieces.ts';
import type { Context } from './context.ts';

/** Text that has been set: its pieces in reading order, and its last baseline. */
export interface SetText {
  readonly pieces: readonly Piece[];
  readonly bottom: number;
  readonly lines: number;
}

/** The position of text: its left edge, its first baseline, and its width. */
export interface TextFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Breaks a paragraph into lines and sets each on its baseline. */
export function setText(context: TextContext, text: Inline, style: TextStyle | StyleOf, frame: TextFrame): SetText {
  const styleOf = typeof style === 'function' ? style : () => style;
  const lines = breakLines(context, text, styleOf, frame.width);
  return setLines(context, lines, leadingOf(context, styleOf(text[0] ?? { text: '' })), frame.x, frame.y);
}

/** Sets a title, or the text under it, in filled or in even lines, as its document has them. */
export function setTitle(context: Context, text: Inline, style: TextStyle, frame: TextFrame): SetText {
  if (context.document.titles === 'filled') return setText(context, text, style, frame);
  const lines = breakEvenly(context, text, () => style, frame.width);
  return setLines(context, lines, leadingOf(context, style), frame.x, frame.y);
}

/** Sets broken lines on their baselines, the first at `y`. */
export function setLines(context: TextContext, lines: readonly Line[], leading: number, x: number, y: number): SetText {
  const last = lines.length - 1;
  const pieces = lines.flatMap((line, index) => linePieces(context, line, x, y + index * leading, index < last));
  return { pieces: joined(pieces), bottom: y + Math.max(0, last) * leading, lines: lines.length };
}

function linePieces(context: TextContext, line: Line, x: number, y: number, continues: boolean): readonly Piece[] {
  const last = line.segments.length - 1;
  return line.segments.map((segment, index) => segmentPiece(context, segment, x, y, continues && index === last));
}

/** Every line but the last ends with a space, so that words of two lines are not read as one. */
function segmentPiece(context: TextContext, segment: Segment, x: number, y: number, spaced: boolean): Piece {
  const { run, style, width } = segment;
  const text = spaced ? `${segment.text} ` : segment.text;
  const plain = markOf(context, text, style, x + segment.x, y, width);
  const mark = run.pageOf ? { ...plain, pageOf: run.pageOf } : plain;
  const marks: Mark[] = run.calculated ? [mark, dottedUnder(mark)] : [mark];
  if (run.struck) marks.push(strikeThrough(mark));
  return wrapped(run, mark, content(marks));
}

/** A line through a former value, at the height of the middle of its digits. */
function strikeThrough({ x, y, width, size, colour }: TextMark): Mark {
  const level = y - 0.34 * size;
  return { mark: 'line', x1: x, y1: level, x2: x + width, y2: level, stroke: colour, weight: 0.75 };
}

function wrapped({ link, language }: Run, { x, y, width, size }: TextMark, piece: Piece): Piece {
  const spoken = language ? element('Span', [piece], { language }) : piece;
  if (!link) return spoken;
  const area = { x, y: y - size * 0.8, width, height: size * 1.1 };
  return element('Link', [spoken], { link: { to: link, area } });
}

/** Merges neighbouring pieces of plain content. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let marks: Mark[] | null = null;
  for (const piece of pieces) {
    if (piece.piece !== 'marks') {
      marks = null;
      result.push(piece);
    } else if (marks) {
      marks.push(...piece.marks);
    } else {
      marks = [...piece.marks];
      result.push(content(marks));
    }
  }
  return result;
}
