import type { MonthsPanel } from '../../document/index.ts';
import type { Mark } from '../marks.ts';
import { widthOf } from '../text/styles.ts';
import { type ChartFrame, type Palette, textMark } from './frame.ts';
import type { MonthScale } from './month-axis.ts';
import { isNear, type Stretch } from './placing.ts';
import { chartStyles as styles } from './styles.ts';

/** From the name of a panel to the two lines of an annotation, and from the second to its leader. */
const lines = { when: 10, what: 18.75, leader: 2.5 } as const;

/** The least distance between two annotations, in points. */
const apart = 6;

type Annotation = MonthsPanel['annotations'][number];

interface AnnotationFrame {
  readonly frame: ChartFrame;
  readonly scale: MonthScale;
  readonly name: number;
  /** The y of the highest mark over some months. */
  readonly top: (span: Annotation) => number;
}

/** Where an annotation stands: its text between two edges, aligned to one of them or centred between both. */
interface Place extends Stretch {
  readonly align: 'left' | 'centre' | 'right';
}

/** Annotations in two lines with a leader to their mark; one that would come too near to a more important one is left out. */
export function annotationMarks(
  annotations: readonly Annotation[],
  { frame, scale, name, top }: AnnotationFrame,
  palette: Palette,
): readonly Mark[] {
  const placed: Stretch[] = [];
  return annotations.flatMap((annotation) => {
    const middle = scale.x(annotation.at) + scale.over(annotation.months) / 2;
    const width = Math.max(
      widthOf(palette, annotation.when, styles.annotation),
      widthOf(palette, annotation.what, styles.softSmall),
    );
    const place = placesAround(middle, width, frame).find(
      (room) => !placed.some((other) => isNear(other, room, apart)),
    );
    if (!place) return [];
    placed.push(place);
    const x = { left: place.left, right: place.right, centre: (place.left + place.right) / 2 }[place.align];
    const [start, end] = [name + lines.what + lines.leader, top(annotation) - 2];
    const leader: Mark = {
      mark: 'line',
      x1: middle,
      y1: start,
      x2: middle,
      y2: end,
      stroke: palette.theme.colours.textTertiary,
      weight: 0.5,
    };
    return [
      textMark(palette, annotation.when, styles.annotation, { x, y: name + lines.when, align: place.align }),
      textMark(palette, annotation.what, styles.softSmall, { x, y: name + lines.what, align: place.align }),
      ...(end > start + 1 ? [leader] : []),
    ];
  });
}

/** The places for a text of that width at a mark: about it, to its right, to its left; none beyond the frame. */
function placesAround(middle: number, width: number, { x, width: room }: ChartFrame): readonly Place[] {
  const right = x + room;
  const half = width / 2;
  const about: Place =
    middle - half < x
      ? { left: x, right: x + width, align: 'left' }
      : middle + half > right
        ? { left: right - width, right, align: 'right' }
        : { left: middle - half, right: middle + half, align: 'centre' };
  const beside: readonly Place[] = [
    { left: middle - 3, right: middle - 3 + width, align: 'left' },
    { left: middle + 3 - width, right: middle + 3, align: 'right' },
  ];
  return [about, ...beside.filter((place) => place.left >= x && place.right <= right)];
}
