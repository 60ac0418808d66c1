import type { TimeMark } from '../../document/index.ts';
import { filled, type Mark } from '../marks.ts';
import type { Palette } from './frame.ts';

/** Measures of the marks in points: discs, rings with arrows, ledges, whiskers. */
const disc = 3.2;
const ring = { radius: 3.1, weight: 1.3, dash: [1.7, 1.25] } as const;
const ledge = 2.8;
const arrow = 6.6;

/** A point at a date: a disc, or a ring if its publication qualifies the value. */
export function pointMarks(
  { qualifier, own }: Pick<TimeMark, 'qualifier' | 'own'>,
  x: number,
  y: number,
  palette: Palette,
): readonly Mark[] {
  const colour = own ? palette.theme.colours.exports : palette.theme.colours.turnover;
  if (qualifier === 'exact') return [{ mark: 'circle', x, y, radius: disc, fill: colour }];
  const outline = { stroke: colour, weight: ring.weight, ...(qualifier === 'about' ? { dash: ring.dash } : {}) };
  const circle: Mark = { mark: 'circle', x, y, radius: ring.radius, fill: '#FFFFFF', outline };
  return qualifier === 'about' ? [circle] : [...arrowMarks(x, y, ring.radius, qualifier, colour), circle];
}

/** A whisker over the year of a count whose date is not known more precisely. */
export function whiskerMarks(from: number, to: number, y: number, own: boolean, palette: Palette): readonly Mark[] {
  const stroke = own ? palette.theme.colours.exports : palette.theme.colours.turnover;
  const end = (x: number): Mark => ({ mark: 'line', x1: x, y1: y - 2.2, x2: x, y2: y + 2.2, stroke, weight: 0.75 });
  return [{ mark: 'line', x1: from, y1: y, x2: to, y2: y, stroke, weight: 0.75 }, end(from), end(to)];
}

/** A ledge: a line at a value, as long as its period, with drop lines to the base. Its area means nothing. */
export function ledgeMarks(
  { qualifier, own }: Pick<TimeMark, 'qualifier' | 'own'>,
  from: number,
  to: number,
  y: number,
  base: number,
  palette: Palette,
): readonly Mark[] {
  const { colours } = palette.theme;
  const colour = own ? colours.exports : colours.turnover;
  const drop = (x: number): Mark => ({
    mark: 'line',
    x1: x,
    y1: y,
    x2: x,
    y2: base,
    stroke: colours.textTertiary,
    weight: 0.4,
  });
  const drops = Math.abs(base - y) > ledge ? [drop(from), drop(to)] : [];
  const top = y - ledge / 2;
  switch (qualifier) {
    case 'exact':
      return [...drops, filled(from, top, to - from, ledge, colour)];
    case 'about':
      return [
        ...drops,
        { mark: 'line', x1: from, y1: y, x2: to, y2: y, stroke: colour, weight: ledge, dash: [3, 1.6] },
      ];
    default:
      return [
        ...drops,
        ...arrowMarks((from + to) / 2, y, ledge / 2, qualifier, colour),
        {
          mark: 'rect',
          x: from,
          y: top,
          width: to - from,
          height: ledge,
          fill: '#FFFFFF',
          outline: { stroke: colour, weight: 1 },
        },
      ];
  }
}

/** A value in another currency: a block over its period, under a bracket. Its height means nothing. */
export function blockMarks(from: number, to: number, top: number, base: number, palette: Palette): readonly Mark[] {
  const { colours } = palette.theme;
  const bracket = top - 4;
  const end = (x: number): Mark => ({
    mark: 'line',
    x1: x,
    y1: bracket - 1.5,
    x2: x,
    y2: bracket + 1.5,
    stroke: colours.importsText,
    weight: 0.75,
  });
  return [
    filled(from, top, to - from, base - top, colours.importsTint),
    { mark: 'line', x1: from, y1: bracket, x2: to, y2: bracket, stroke: colours.importsText, weight: 0.75 },
    end(from),
    end(to),
  ];
}

function arrowMarks(x: number, y: number, reach: number, qualifier: TimeMark['qualifier'], stroke: string) {
  const way = qualifier === 'more_than' ? -1 : 1;
  const tip = y + way * (reach + arrow);
  const line = (x1: number, y1: number): Mark => ({ mark: 'line', x1, y1, x2: x, y2: tip, stroke, weight: 1 });
  return [line(x, y + way * reach), line(x - 2, tip - way * 2.6), line(x + 2, tip - way * 2.6)];
}
