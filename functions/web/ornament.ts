import type { LogoShape, PathMark } from '../drawing/index.ts';
import type { WebContext } from './context.ts';
import { html, Markup, type Part } from './markup.ts';
import { shapesOf } from './svg.ts';

/** The logo of the brand beside its names. */
export function signOf(context: WebContext): Markup {
  const { logo, cover } = context.theme;
  const band = ['logoPrimary', 'logoSecondary'];
  const fills = logo.shapes.map((shape, index) => (cover === 'band' ? (band[index] ?? 'onBand') : fillOf(shape)));
  return drawing('sign', logo.width, logo.height, shapesOf(logoAt(0, 0, fills, context), context));
}

/** What a brand puts at the right end of its cover: the enlarged logo on a band, a block woven from logos on a panel. */
export function ornamentOf(context: WebContext): Part {
  const { logo, cover } = context.theme;
  if (cover === 'band') {
    const marks = logoAt(0, 0, ['bandSecondary', 'coverAccent'], context);
    return html`${drawing('ornament', logo.width, logo.height, shapesOf(marks, context))}`;
  }
  const { coverPattern, coverHighlight } = context.theme.colours;
  const pattern = coverPattern ? 'coverPattern' : 'bandSecondary';
  const highlight = coverHighlight ? 'coverHighlight' : 'logoSecondary';
  const tiles = [0, 1, 2, 3].flatMap((row) =>
    [0, 1].flatMap((column) => {
      const bright = row === 2 && column === 0;
      const fills = bright ? ['#FFFFFF', highlight] : [pattern, pattern];
      return logoAt(column * logo.width, row * logo.height * tilePitch, fills, context);
    }),
  );
  return drawing('ornament', logo.width * 2, logo.height * (1 + 3 * tilePitch), shapesOf(tiles, context));
}

/** From one tile of the woven block to the next below it, in heights of the logo. */
const tilePitch = 1.15;

function fillOf({ fill }: LogoShape): string {
  return fill;
}

function logoAt(x: number, y: number, fills: readonly string[], { theme: { logo } }: WebContext): readonly PathMark[] {
  return logo.shapes.map(({ path }, index) => {
    return { mark: 'path', path, x, y, scale: 1, fill: fills[index] ?? 'text' };
  });
}

/** An element of so many points, whose shapes are in tenths of a point. */
function drawing(name: string, width: number, height: number, shapes: string): Markup {
  const view = `0 0 ${Math.round(width * 10)} ${Math.round(height * 10)}`;
  const attributes = `class="${name}" viewBox="${view}" aria-hidden="true"`;
  return new Markup(`<svg ${attributes}>${shapes}</svg>`);
}
