import type { Tone } from '../document/index.ts';
import type { PathSegment } from './marks.ts';

/** The colour roles of a brand, as hexadecimal sRGB; docs/design.md says what each is for. */
export interface Colours {
  readonly text: string;
  readonly textSecondary: string;
  readonly textTertiary: string;
  readonly rule: string;
  readonly hairline: string;
  readonly panel: string;
  readonly band: string;
  readonly bandSecondary: string;
  readonly onBand: string;
  readonly onBandSecondary: string;
  readonly coverAccent: string;
  readonly coverPattern?: string;
  readonly coverHighlight?: string;
  readonly logoPrimary: string;
  readonly logoSecondary: string;
  readonly exports: string;
  readonly exportsMuted: string;
  readonly exportsTint: string;
  readonly onExports: string;
  readonly imports: string;
  readonly importsText: string;
  readonly importsTint: string;
  readonly onImports: string;
  readonly turnover: string;
  readonly turnoverTint: string;
  readonly onTurnover: string;
  readonly rest: string;
  readonly mapRussia: string;
  readonly mapBelarus: string;
  readonly mapOther: string;
}

/** A shape of the logo with the colour role or hexadecimal colour that fills it. */
export interface LogoShape {
  readonly path: readonly PathSegment[];
  readonly fill: string;
}

/** The logo in its own coordinates, with the heights at which it is drawn, in points. */
export interface Logo {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly LogoShape[];
  readonly headerHeight: number;
  readonly headerCentre: number;
  readonly coverHeight: number;
}

/** All that a brand decides about the look of a briefing. */
export interface Theme {
  readonly colours: Colours;
  readonly cover: 'band' | 'panel';
  readonly logo: Logo;
  /** Factors that bring the two type families to the nominal sizes of docs/design.md. */
  readonly scale: { readonly serif: number; readonly sans: number };
}

/** The colours of a tone: solid fill, pale fill, text on the solid fill, and text in this tone on white. */
export interface ToneColours {
  readonly solid: string;
  readonly tint: string;
  readonly onSolid: string;
  readonly text: string;
}

/** The colours of a tone in a theme. */
export function toneColours({ colours }: Theme, tone: Tone): ToneColours {
  switch (tone) {
    case 'exports':
      return { solid: colours.exports, tint: colours.exportsTint, onSolid: colours.onExports, text: colours.exports };
    case 'imports':
      return {
        solid: colours.imports,
        tint: colours.importsTint,
        onSolid: colours.onImports,
        text: colours.importsText,
      };
    case 'turnover':
      return {
        solid: colours.turnover,
        tint: colours.turnoverTint,
        onSolid: colours.onTurnover,
        text: colours.textSecondary,
      };
    case 'balance':
      return { solid: colours.text, tint: colours.turnoverTint, onSolid: '#FFFFFF', text: colours.text };
  }
}
