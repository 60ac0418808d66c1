import type { Colours } from '../drawing/index.ts';
import type { PageColours } from '../web/index.ts';
import { fromOklch, toOklch } from './oklch.ts';

/**
 * How a role looks on a dark page: the lightness of OKLCH, and the most chroma. Its hue stays that of the light palette,
 * so that a series is known by its colour on both. Roles that are not here stay as they are: they lie on the band alone.
 */
const looks: Readonly<Partial<Record<keyof Colours, readonly [lightness: number, chroma: number]>>> = {
  text: [0.955, 0.01],
  textSecondary: [0.815, 0.025],
  textTertiary: [0.71, 0.03],
  rule: [0.39, 0.03],
  hairline: [0.33, 0.03],
  panel: [0.26, 0.03],
  rest: [0.3, 0.03],
  exports: [0.78, 0.09],
  exportsMuted: [0.6, 0.07],
  exportsTint: [0.36, 0.06],
  imports: [0.75, 0.14],
  importsText: [0.82, 0.11],
  importsTint: [0.32, 0.06],
  turnover: [0.71, 0.03],
  turnoverTint: [0.345, 0.03],
  mapRussia: [0.315, 0.025],
  mapBelarus: [0.425, 0.035],
  mapOther: [0.265, 0.025],
};

/** The roles of a pale cover, which is dark on a dark page. */
const paleCover: typeof looks = {
  band: [0.27, 0.04],
  onBand: [0.95, 0.02],
  onBandSecondary: [0.82, 0.03],
  logoPrimary: [0.74, 0.1],
  logoSecondary: [0.74, 0.13],
};

/** The ground of a dark page: the hue of the text of a light one. */
const ground = [0.215, 0.025] as const;

/** The dark palette of a brand: what it gives itself, and the rest from its light palette by rule. */
export function darkColours(
  light: Colours,
  cover: 'band' | 'panel',
  own: { readonly [Role in keyof PageColours]?: string | undefined },
): PageColours {
  const rules = cover === 'panel' ? { ...looks, ...paleCover } : looks;
  const ruled = Object.entries(light).map(([role, colour]) => {
    const look = rules[role as keyof Colours];
    return [role, look ? inLook(colour, look) : colour] as const;
  });
  const groundColour = own.ground ?? inLook(light.text, ground);
  // What stands on a solid mark is dark where the mark is light.
  const onMarks = { onExports: groundColour, onImports: groundColour, onTurnover: groundColour };
  return { ...Object.fromEntries(ruled), ...onMarks, ground: groundColour, ...own } as PageColours;
}

function inLook(colour: string, [lightness, most]: readonly [number, number]): string {
  const { chroma, hue } = toOklch(colour);
  return fromOklch({ lightness, chroma: Math.min(chroma, most), hue });
}
