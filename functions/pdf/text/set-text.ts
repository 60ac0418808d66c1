import type { Inline, Run } from '../../document/index.ts';
import type { LineMark, Mark, TextMark } from '../marks.ts';
import { content, element, type Piece } from '../pieces.ts';
import { breakLines, type Line, type Segment, type StyleOf } from './lines.ts';
import { type Setting, sizeOf, type TextStyle, widthOf } from './styles.ts';

/** Set text: its pieces in reading order, and the baseline of its last line. */
export interface SetText {
  readonly pieces: readonly Piece[];
  readonly bottom: number;
  readonly lines: number;
}

/** Where text is set: its left edge, the baseline of its first line, and its width. */
export interface TextFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Sets a paragraph: breaks it into lines and puts each on its baseline. */
export function setText(setting: Setting, text: Inline, style: TextStyle | StyleOf, frame: TextFrame): SetText {
  const styleOf = typeof style === 'function' ? style : () => style;
  const lines = breakLines(setting, text, styleOf, frame.width);
  return setLines(setting, lines, styleOf(text[0] ?? { text: '' }).leading, frame.x, frame.y);
}

/** Puts broken lines on their baselines, the first at `y`. */
export function setLines(setting: Setting, lines: readonly Line[], leading: number, x: number, y: number): SetText {
  const last = lines.length - 1;
  const pieces = lines.flatMap((line, index) => linePieces(setting, line, x, y + index * leading, index < last));
  return { pieces: joined(pieces), bottom: y + Math.max(0, last) * leading, lines: lines.length };
}

/** One line of plain text. */
export function setLine(setting: Setting, text: string, style: TextStyle, x: number, y: number): TextMark {
  return markOf(setting, text, style, x, y, widthOf(setting, text, style));
}

/** One line of plain text that ends at `x`. */
export function setLineEndingAt(setting: Setting, text: string, style: TextStyle, x: number, y: number): TextMark {
  const width = widthOf(setting, text, style);
  return markOf(setting, text, style, x - width, y, width);
}

/** One line of plain text centred on `x`. */
export function setLineCentredOn(setting: Setting, text: string, style: TextStyle, x: number, y: number): TextMark {
  const width = widthOf(setting, text, style);
  return markOf(setting, text, style, x - width / 2, y, width);
}

/** The dotted line under a text that was calculated. */
export function dottedUnder({ x, y, width, size, colour }: TextMark): LineMark {
  const below = y + Math.max(1.9, 0.2 * size);
  return {
    mark: 'line',
    x1: x + 0.5,
    y1: below,
    x2: x + width,
    y2: below,
    stroke: colour,
    weight: 0.75,
    dash: [0, 1.9],
    round: true,
  };
}

function markOf(setting: Setting, text: string, style: TextStyle, x: number, y: number, width: number): TextMark {
  const colour = setting.theme.colours[style.colour] ?? '#000000';
  return { mark: 'text', x, y, text, face: style.face, size: sizeOf(setting, style), colour, width };
}

function linePieces(setting: Setting, line: Line, x: number, y: number, continues: boolean): readonly Piece[] {
  const last = line.segments.length - 1;
  return line.segments.map((segment, index) => segmentPiece(setting, segment, x, y, continues && index === last));
}

/** A space ends every line but the last, so that words of two lines are not read as one. */
function segmentPiece(setting: Setting, segment: Segment, x: number, y: number, spaced: boolean): Piece {
  const { run, style, width } = segment;
  const text = spaced ? `${segment.text} ` : segment.text;
  const plain = markOf(setting, text, style, x + segment.x, y, width);
  const mark = run.pageOf ? { ...plain, pageOf: run.pageOf } : plain;
  const marks: Mark[] = run.calculated ? [mark, dottedUnder(mark)] : [mark];
  return wrapped(run, mark, content(marks));
}

function wrapped({ link, language }: Run, { x, y, width, size }: TextMark, piece: Piece): Piece {
  const spoken = language ? element('Span', [piece], { language }) : piece;
  if (!link) return spoken;
  const area = { x, y: y - size * 0.8, width, height: size * 1.1 };
  return element('Link', [spoken], { link: { to: link, area } });
}

/** Neighbouring pieces of plain content become one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.piece === 'marks' && piece.piece === 'marks') {
      result[result.length - 1] = content([...last.marks, ...piece.marks]);
    } else {
      result.push(piece);
    }
  }
  return result;
}
