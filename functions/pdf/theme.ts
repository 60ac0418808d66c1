import type { Tone } from '../document/index.ts';

/** The colour roles of a brand, as hexadecimal sRGB; `design` names every one of them. */
export interface Colours {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly hair: string;
  readonly panel: string;
  readonly band: string;
  readonly band2: string;
  readonly onBand: string;
  readonly onBandSoft: string;
  readonly coverAccent: string;
  readonly cover1?: string;
  readonly cover2?: string;
  readonly mark1: string;
  readonly mark2: string;
  readonly exp: string;
  readonly expM: string;
  readonly expT: string;
  readonly onExp: string;
  readonly imp: string;
  readonly impX: string;
  readonly impT: string;
  readonly onImp: string;
  readonly tot: string;
  readonly totT: string;
  readonly onTot: string;
  readonly rest: string;
  readonly mapRussia: string;
  readonly mapBelarus: string;
  readonly mapOther: string;
}

/** A shape of the logo as an SVG path, with the colour role or hexadecimal colour that fills it. */
export interface LogoShape {
  readonly path: string;
  readonly fill: string;
}

/** The logo in its own coordinates; heights in points say how large it is drawn. */
export interface Logo {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly LogoShape[];
  readonly headerHeight: number;
  readonly headerCentre: number;
  readonly coverHeight: number;
}

/** Everything about the look of a briefing that a brand decides. */
export interface Theme {
  readonly colours: Colours;
  readonly cover: 'band' | 'panel';
  readonly logo: Logo;
  /** Factors that bring the two families to the nominal sizes of the design. */
  readonly scale: { readonly serif: number; readonly sans: number };
}

/** The page and its grid in points: A4, twelve columns, a baseline unit of 13. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 48,
  right: 547.28,
  /** The first rule of a page under its title, and of one without. */
  firstRule: 195,
  firstRuleWithoutTitle: 78,
  /** The lowest ink above the footer. */
  lastInk: 782,
} as const;

const column = 29.69;
const gutter = 13;

/** The width of `n` columns with the gutters between them. */
export function span(n: number): number {
  return column * n + gutter * (n - 1);
}

/** The left edge of column `n`, counted from 0. */
export function columnAt(n: number): number {
  return page.left + (column + gutter) * n;
}

/** The gap from a source line to the next rule: at least, preferably, and between the small figures of a grid. */
export const gap = { least: 23, usual: 33, tight: 12 } as const;

/** The colours of a tone: its solid fill, its pale fill, text on the solid fill, and text in its colour on white. */
export interface ToneColours {
  readonly solid: string;
  readonly tint: string;
  readonly onSolid: string;
  readonly text: string;
}

/** The colours of what a mark stands for. */
export function toneColours({ colours }: Theme, tone: Tone): ToneColours {
  switch (tone) {
    case 'exports':
      return { solid: colours.exp, tint: colours.expT, onSolid: colours.onExp, text: colours.exp };
    case 'imports':
      return { solid: colours.imp, tint: colours.impT, onSolid: colours.onImp, text: colours.impX };
    case 'turnover':
      return { solid: colours.tot, tint: colours.totT, onSolid: colours.onTot, text: colours.ink2 };
    case 'balance':
      return { solid: colours.ink, tint: colours.totT, onSolid: '#FFFFFF', text: colours.ink };
  }
}
