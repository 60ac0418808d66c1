import { filled, type Mark, type Rectangle } from '../marks.ts';
import type { Theme } from '../theme.ts';
import { type Land, landUnit } from './outlines.ts';

/** The land of each map as marks, cached by outlines and theme. */
const marksByLand = new WeakMap<readonly Land[], WeakMap<Theme, readonly Mark[]>>();

/** The background of a map: white water and the countries with white borders, clipped to a framed window. */
export function mapBackground(lands: readonly Land[], window: Rectangle, theme: Theme): readonly Mark[] {
  const { x, y, width, height } = window;
  const edge = [x, y, x + width, y, x + width, y + height, x, y + height];
  const size = { unit: landUnit, width: width / landUnit, height: height / landUnit };
  return [
    filled(x, y, width, height, '#FFFFFF'),
    { mark: 'drawing', x, y, ...size, marks: landMarks(lands, theme) },
    { mark: 'polygon', rings: [edge], stroke: { colour: theme.colours.rule, weight: 0.5 } },
  ];
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
