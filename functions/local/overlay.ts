import { filled, type Mark, type Rectangle, rule, type TextMark } from '../drawing/index.ts';
import { artifact, type ElementPiece, marksOf, type PagedDocument, type Piece } from '../pdf/index.ts';

/** The colours of the overlay; no brand has them. */
const colours = { frame: '#0091C8', baseline: '#E6007E', number: '#FFFFFF', ground: '#C2005F' } as const;

/** The type size of a number, the width of a digit, and the padding of its background, in points. */
const label = { size: 4.5, digit: 2.9, height: 5, padding: 0.8 } as const;

/**
 * Pages with their layout drawn over them, as artifacts: a frame around each structure element, its
 * number in the order in which the page is read, and the baseline of each text.
 */
export function overlaid(paged: PagedDocument): PagedDocument {
  return {
    ...paged,
    pages: paged.pages.map(({ pieces }) => ({ pieces: [...pieces, artifact(overlayOf(pieces))] })),
  };
}

function overlayOf(pieces: readonly Piece[]): readonly Mark[] {
  const frames = elementsIn(pieces).map(boundsOf);
  const baselines = textsIn(marksOf(pieces)).map(({ x, y, width }) => rule(x, x + width, y, colours.baseline, 0.25));
  return [...baselines, ...frames.map(frameMark), ...numberMarks(frames)];
}

/** The structure elements in reading order: each before its children. */
function elementsIn(pieces: readonly Piece[]): readonly ElementPiece[] {
  return pieces.flatMap((piece) => (piece.piece === 'element' ? [piece, ...elementsIn(piece.children)] : []));
}

function textsIn(marks: readonly Mark[]): readonly TextMark[] {
  return marks.flatMap((mark) => {
    if (mark.mark === 'text') return [mark];
    return mark.mark === 'clip' ? textsIn(mark.marks) : [];
  });
}

/** The box of an element: the one that it declares, or that of all its marks. */
function boundsOf({ properties, children }: ElementPiece): Rectangle {
  if (properties.bounds) return properties.bounds;
  const boxes = marksOf(children).flatMap(boxOf);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return boxes.length > 0 ? { x, y, width: right - x, height: bottom - y } : { x: 0, y: 0, width: 0, height: 0 };
}

/** The box of a mark; a path has none without parsing it. */
function boxOf(mark: Mark): Rectangle | readonly [] {
  switch (mark.mark) {
    case 'text':
      return { x: mark.x, y: mark.y - mark.size * 0.75, width: mark.width, height: mark.size };
    case 'line':
      return boxAround([mark.x1, mark.x2], [mark.y1, mark.y2]);
    case 'circle':
      return boxAround([mark.x - mark.radius, mark.x + mark.radius], [mark.y - mark.radius, mark.y + mark.radius]);
    case 'polygon': {
      const points = mark.rings.flat();
      return boxAround(
        points.filter((_, index) => index % 2 === 0),
        points.filter((_, index) => index % 2 === 1),
      );
    }
    case 'drawing':
      return { x: mark.x, y: mark.y, width: mark.width * mark.unit, height: mark.height * mark.unit };
    case 'path':
      return [];
    default:
      return mark;
  }
}

function boxAround(xs: readonly number[], ys: readonly number[]): Rectangle {
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function frameMark({ x, y, width, height }: Rectangle): Mark {
  const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
  return { mark: 'polygon', rings: [corners], stroke: { colour: colours.frame, weight: 0.35 } };
}

/** The numbers, at the top left corners of the frames; where several frames share a corner, side by side. */
function numberMarks(frames: readonly Rectangle[]): readonly Mark[] {
  const taken = new Map<string, number>();
  return frames.flatMap(({ x, y }, index) => {
    const text = String(index + 1);
    const corner = `${Math.round(x / label.height)} ${Math.round(y / label.height)}`;
    const left = taken.get(corner) ?? x;
    const width = text.length * label.digit;
    taken.set(corner, left + width + 2 * label.padding);
    const ground = filled(left, y - label.height, width + 2 * label.padding, label.height, colours.ground);
    const number: TextMark = {
      mark: 'text',
      x: left + label.padding,
      y: y - label.padding,
      text,
      face: 'sansStrong',
      size: label.size,
      colour: colours.number,
      width,
    };
    return [ground, number];
  });
}
