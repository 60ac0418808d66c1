import { filled, type Mark, type Rectangle } from '../marks.ts';
import type { Theme } from '../theme.ts';
import { type Land, landUnit } from './outlines.ts';

/** The land of each map as marks, cached by outlines and theme. */
const marksByLand = new WeakMap<readonly Land[], WeakMap<Theme, readonly Mark[]>>();

/** A part of a map, larger than it was projected: by what factor, and how far its corner lies from that of the whole. */
export interface MapPart {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** The size of the whole at its own scale, in points. */
  readonly whole: { readonly width: number; readonly height: number };
}

/** The same part of a map at another scale; as it is at a scale of 1. */
export function scaledPart({ scale, left, top, whole }: MapPart, by: number): MapPart {
  return { scale: scale * by, left: left * by, top: top * by, whole };
}

/** The background of a map: white water and the countries with white borders, clipped to a framed window. */
export function mapBackground(lands: readonly Land[], window: Rectangle, theme: Theme): readonly Mark[] {
  const { x, y } = window;
  const land: Mark = { mark: 'drawing', x, y, ...sizeIn(landUnit, window), marks: landMarks(lands, theme) };
  return [filled(x, y, window.width, window.height, '#FFFFFF'), land, frameOf(window, theme)];
}

/** The same for a window at another scale than that of the map. */
export function scaledBackground(
  lands: readonly Land[],
  window: Rectangle,
  whole: MapPart['whole'],
  scale: number,
  theme: Theme,
): readonly Mark[] {
  return scale === 1
    ? mapBackground(lands, window, theme)
    : partBackground(lands, window, { scale, left: 0, top: 0, whole }, theme);
}

/** The background of a part of a map, in the same way. */
export function partBackground(
  lands: readonly Land[],
  window: Rectangle,
  { scale, left, top, whole }: MapPart,
  theme: Theme,
): readonly Mark[] {
  const { x, y } = window;
  const size = { ...sizeIn(landUnit, whole), unit: landUnit * scale };
  const land: Mark = { mark: 'drawing', x: x - left, y: y - top, ...size, marks: landMarks(lands, theme) };
  const water = filled(x, y, window.width, window.height, '#FFFFFF');
  return [{ mark: 'clip', ...window, marks: [water, land] }, frameOf(window, theme)];
}

function sizeIn(unit: number, { width, height }: { readonly width: number; readonly height: number }) {
  return { unit, width: width / unit, height: height / unit };
}

function frameOf({ x, y, width, height }: Rectangle, { colours }: Theme): Mark {
  const edge = [x, y, x + width, y, x + width, y + height, x, y + height];
  return { mark: 'polygon', rings: [edge], stroke: { colour: colours.rule, weight: 0.5 } };
}

function landMarks(lands: readonly Land[], theme: Theme): readonly Mark[] {
  const byTheme = marksByLand.get(lands) ?? new WeakMap<Theme, readonly Mark[]>();
  marksByLand.set(lands, byTheme);
  const known = byTheme.get(theme);
  if (known) return known;
  const { mapRussia: russia, mapBelarus: belarus, mapOther: other } = theme.colours;
  const fills = { russia, belarus, other } as const;
  const stroke = { colour: '#FFFFFF', weight: 0.9 / landUnit };
  const marks = lands.map(({ country, rings }): Mark => ({ mark: 'polygon', rings, fill: fills[country], stroke }));
  byTheme.set(theme, marks);
  return marks;
}

/** The square that marks Gomel. */
export function homeMark(x: number, y: number, { colours }: Theme): readonly Mark[] {
  return [
    { mark: 'rect', x: x - 3.9, y: y - 3.9, width: 7.8, height: 7.8, fill: '#FFFFFF' },
    filled(x - 3.4, y - 3.4, 6.8, 6.8, colours.text),
  ];
}
