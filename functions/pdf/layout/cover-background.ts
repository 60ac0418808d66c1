import {
  type Colours,
  columnAt,
  filled,
  type Logo,
  type LogoShape,
  type Mark,
  type PathMark,
  rule,
  type Theme,
} from '../../drawing/index.ts';
import { page } from '../page.ts';
import type { Context } from './context.ts';

/** The positions of the texts on a cover: baselines, and the left edge of the text beside the logo. */
export interface CoverPlaces {
  readonly sign: number;
  readonly signText: number;
  readonly title: number;
  readonly headline: number;
  readonly headlineColour: keyof Colours;
  readonly contents: number;
  /** The room of the line of contents. */
  readonly contentsWidth: number;
  /** Where the mark of made-up or unpublished figures ends, and its colour. */
  readonly markEnd: number;
  readonly markColour: keyof Colours;
}

/** The background of a cover: its decoration, the positions of its texts, and the width of the title. */
export interface CoverBackground {
  readonly marks: readonly Mark[];
  readonly places: CoverPlaces;
  readonly titleWidth: number;
}

/** The heights that a cover can have: the usual one, that of a monthly edition, and that of a sheet. */
export type CoverSize = 'usual' | 'compact' | 'sheet';

/** The background of the cover in the layout of the brand. */
export function coverBackground({ theme }: Context, foot: number, size: CoverSize): CoverBackground {
  return theme.cover === 'band' ? bandBackground(theme, foot, bands[size]) : panelBackground(theme, foot, panels[size]);
}

/** The colour of a logo shape: a colour role of the brand, or its own colour. */
export function logoFill({ fill }: LogoShape, colours: Colours): string {
  return fill.startsWith('#') ? fill : (colours[fill as keyof Colours] ?? colours.text);
}

/** The logo at a position and height, optionally in other colours. */
export function logoMarks(
  logo: Logo,
  x: number,
  y: number,
  height: number,
  fills: readonly string[],
): readonly PathMark[] {
  const scale = height / logo.height;
  return logo.shapes.map((shape, index) => ({
    mark: 'path',
    path: shape.path,
    x,
    y,
    scale,
    fill: fills[index] ?? '#000000',
  }));
}

/** Where everything stands on a band: its logo, the rule with the enlarged logo, and the baselines. */
const bands = {
  usual: {
    logo: 46,
    large: { x: 465.28, line: 156, radius: 65 },
    sign: 45.5,
    title: 97.5,
    headline: 180,
    contents: 197.75,
    contentsEnd: 528,
    markEnd: page.right,
  },
  compact: {
    logo: 42,
    large: { x: 491.28, line: 130, radius: 52 },
    sign: 41.5,
    title: 82,
    headline: 152,
    contents: 168.5,
    contentsEnd: 528,
    markEnd: page.right,
  },
  sheet: {
    logo: 33.5,
    large: { x: 515.28, line: 68, radius: 40 },
    sign: 36.5,
    title: 59,
    headline: 86,
    contents: 86,
    contentsEnd: 545,
    markEnd: 503,
  },
} as const;

/** A dark band with a rule through it, and an enlarged logo behind its right end. */
function bandBackground(
  { colours, logo }: Theme,
  foot: number,
  { logo: logoLine, large, contentsEnd, ...baselines }: (typeof bands)[keyof typeof bands],
): CoverBackground {
  const height = large.radius * 2;
  const giant = logoMarks(logo, large.x, large.line - large.radius, height, [
    colours.bandSecondary,
    colours.coverAccent,
  ]);
  const sign = { x: page.left, line: logoLine };
  const marks: readonly Mark[] = [
    filled(0, 0, page.width, foot, colours.band),
    { mark: 'clip', x: 0, y: 0, width: page.width, height: foot, marks: giant },
    rule(page.left, page.width, large.line, colours.onBand, 0.6),
    ...logoMarks(logo, sign.x, sign.line - logo.coverHeight / 2, logo.coverHeight, [
      colours.logoPrimary,
      colours.logoSecondary,
    ]),
  ];
  const places = {
    ...baselines,
    signText: 75,
    headlineColour: 'onBand',
    contentsWidth: contentsEnd - page.left,
    markColour: 'logoSecondary',
  } as const;
  return { marks, places, titleWidth: large.x - page.left };
}

/** The size of one tile of the woven block. */
const tile = { width: 60.2, height: 69.2 } as const;

/** Where everything stands on a panel: its logo and the baselines. */
const panels = {
  usual: { sign: 50, title: 116, headline: 182, contents: 198.5 },
  compact: { sign: 40, title: 91, headline: 150, contents: 166 },
  sheet: { sign: 37, title: 68, headline: 87, contents: 87 },
} as const;

/** A pale background with a block woven from the logo at its right, and a rule at the foot in the accent colour. */
function panelBackground(
  { colours, logo }: Theme,
  foot: number,
  baselines: (typeof panels)[keyof typeof panels],
): CoverBackground {
  const left = columnAt(10, page.left);
  const weave: Mark[] = [];
  const rows = [-1, 0, 1, 2].map((row) => 14.9 + row * tile.height + (tile.height - tile.width) / 2 - 4);
  for (const [row, y] of rows.entries()) {
    for (const column of [0, 1]) {
      const bright = row === 2 && column === 0;
      const fills = bright
        ? ['#FFFFFF', colours.coverHighlight ?? colours.logoSecondary]
        : [colours.coverPattern ?? colours.bandSecondary, colours.coverPattern ?? colours.bandSecondary];
      weave.push(...logoMarks(logo, left + column * tile.width, y, tile.width, fills));
    }
  }
  const marks: readonly Mark[] = [
    filled(0, 0, page.width, foot, colours.band),
    {
      mark: 'clip',
      x: left,
      y: 0,
      width: page.width - left,
      height: foot,
      marks: [filled(left, 0, page.width - left, foot, colours.bandSecondary), ...weave],
    },
    filled(0, foot - 4, left, 4, colours.coverAccent),
    ...logoMarks(
      logo,
      page.left,
      baselines.sign - logo.coverHeight / 2,
      logo.coverHeight,
      logo.shapes.map((shape) => logoFill(shape, colours)),
    ),
  ];
  const places = {
    ...baselines,
    signText: 84,
    headlineColour: 'importsText',
    contentsWidth: left - 16 - page.left,
    markEnd: left - 16,
    markColour: 'importsText',
  } as const;
  return { marks, places, titleWidth: left - 16 - page.left };
}
