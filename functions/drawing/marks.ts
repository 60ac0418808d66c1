import type { FaceName } from './text/typeface.ts';

/** A piece of text on its baseline. `pageOf` is a section whose page number is printed instead of `text`. */
export interface TextMark {
  readonly mark: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
  readonly width: number;
  /** Extra space between letters, in points. */
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

/** A rectangle; an outline lies inside its edges. */
export interface RectMark {
  readonly mark: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly outline?: { readonly stroke: string; readonly weight: number };
}

/** A circle; its outline is centred on its edge. */
export interface CircleMark {
  readonly mark: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly outline?: { readonly stroke: string; readonly weight: number; readonly dash?: readonly [number, number] };
}

/** Closed or open lines through points, x and y in turn. */
export interface PolygonMark {
  readonly mark: 'polygon';
  readonly rings: readonly (readonly number[])[];
  readonly fill?: string;
  readonly stroke?: { readonly colour: string; readonly weight: number };
  readonly open?: true;
}

/** A step of a path, by the absolute commands of SVG: move, line, Bézier curve, and back to the start. */
export type PathSegment = readonly [command: 'M' | 'L' | 'C' | 'Z', ...points: number[]];

/** A shape given as a path, moved and scaled into place. */
export interface PathMark {
  readonly mark: 'path';
  readonly path: readonly PathSegment[];
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: string;
}

/** Marks of which only what lies in the rectangle is seen. */
export interface ClipMark {
  readonly mark: 'clip';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/**
 * A drawing without text that is the same in every document, and so is painted once in the life of the process: its
 * marks are the same list each time, counted from x and y in units of so many points, and cut at its size in units.
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

/** Everything that can be put on paper. All measures are points from the top left corner of the page. */
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

/** A pale rectangle with an outline inside its edges: the look of what is calculated. */
export function outlined(x: number, y: number, width: number, height: number, fill: string, stroke: string): RectMark {
  return { mark: 'rect', x, y, width, height, fill, outline: { stroke, weight: 0.9 } };
}

/** A square on its corner. */
export function diamond(x: number, y: number, half: number): readonly number[] {
  return [x, y - half, x + half, y, x, y + half, x - half, y];
}
