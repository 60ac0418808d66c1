import type { FaceName } from './text/typeface.ts';

/** Text on its baseline. If `pageOf` names a section, its page number is printed instead of `text`. */
export interface TextMark {
  readonly mark: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
  readonly width: number;
  /** Extra letter spacing in points. */
  readonly tracking?: number;
  readonly pageOf?: string;
}

/** A straight line. */
export interface LineMark {
  readonly mark: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly weight: number;
  readonly dash?: readonly [number, number];
  readonly round?: true;
}

/** A rectangle. Its outline is inside its edges. */
export interface RectMark {
  readonly mark: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly outline?: { readonly stroke: string; readonly weight: number };
}

/** A circle. Its outline is centred on its edge. */
export interface CircleMark {
  readonly mark: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly outline?: { readonly stroke: string; readonly weight: number; readonly dash?: readonly [number, number] };
}

/** Closed or open lines through points, given as alternating x and y. */
export interface PolygonMark {
  readonly mark: 'polygon';
  readonly rings: readonly (readonly number[])[];
  readonly fill?: string;
  readonly stroke?: { readonly colour: string; readonly weight: number };
  readonly open?: true;
}

/** A path segment with an absolute SVG command: move, line, Bézier curve, or close. */
export type PathSegment = readonly [command: 'M' | 'L' | 'C' | 'Z', ...points: number[]];

/** A path that is moved and scaled into place. */
export interface PathMark {
  readonly mark: 'path';
  readonly path: readonly PathSegment[];
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: string;
}

/** Marks that are clipped to a rectangle. */
export interface ClipMark {
  readonly mark: 'clip';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/**
 * A drawing without text that is the same in every document, so it is painted once per process. Its marks are the same
 * list each time. Their coordinates are relative to x and y, in units of the given number of points, and are clipped to
 * its size.
 */
export interface DrawingMark {
  readonly mark: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly unit: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Everything that can be painted on a page. All measures are points from the top left corner of the page. */
export type Mark = TextMark | LineMark | RectMark | CircleMark | PolygonMark | PathMark | ClipMark | DrawingMark;

/** A rectangle on the page. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A horizontal line. */
export function rule(x1: number, x2: number, y: number, stroke: string, weight: number): LineMark {
  return { mark: 'line', x1, y1: y, x2, y2: y, stroke, weight };
}

/** A solid rectangle. */
export function filled(x: number, y: number, width: number, height: number, fill: string): RectMark {
  return { mark: 'rect', x, y, width, height, fill };
}

/** A pale rectangle with an outline inside its edges, which means that a value is calculated. */
export function outlined(x: number, y: number, width: number, height: number, fill: string, stroke: string): RectMark {
  return { mark: 'rect', x, y, width, height, fill, outline: { stroke, weight: 0.9 } };
}

/** The corners of a square that is turned by 45 degrees; `half` is half its diagonal in points. */
export function diamond(x: number, y: number, half: number): readonly number[] {
  return [x, y - half, x + half, y, x, y + half, x - half, y];
}
