import { filled, type Mark, type Rectangle } from '../marks.ts';
import type { Theme } from '../theme.ts';
import type { Land } from './outlines.ts';

/** The ground of a map: white water, land by country with white borders, clipped to a framed window. */
export function mapGround(lands: readonly Land[], window: Rectangle, { colours }: Theme): readonly Mark[] {
  const fills = { russia: colours.mapRussia, belarus: colours.mapBelarus, other: colours.mapOther } as const;
  const marks = lands.map(({ country, rings }): Mark => {
    return {
      mark: 'polygon',
      origin: window,
      rings,
      fill: fills[country],
      stroke: { colour: '#FFFFFF', weight: 0.9 },
    };
  });
  const { x, y, width, height } = window;
  const edge = [x, y, x + width, y, x + width, y + height, x, y + height];
  return [
    filled(x, y, width, height, '#FFFFFF'),
    { mark: 'clip', ...window, marks },
    { mark: 'polygon', rings: [edge], stroke: { colour: colours.rule, weight: 0.5 } },
  ];
}

/** The square of Gomel itself. */
export function homeMark(x: number, y: number, { colours }: Theme): readonly Mark[] {
  return [
    { mark: 'rect', x: x - 3.9, y: y - 3.9, width: 7.8, height: 7.8, fill: '#FFFFFF' },
    filled(x - 3.4, y - 3.4, 6.8, 6.8, colours.ink),
  ];
}
