import type { Colours } from '../drawing/index.ts';
import type { BrandProblem } from '../renderer/index.ts';

/** The minimum contrast ratios of WCAG 2.1 AA. */
const minimum = { text: 4.5, mark: 3 } as const;

type Role = keyof Colours;

/** The pairs of text and ground that occur in a document. */
const textPairs: readonly (readonly [text: Role | 'white', ground: Role | 'white'])[] = [
  ['text', 'white'],
  ['textSecondary', 'white'],
  ['textTertiary', 'white'],
  ['exports', 'white'],
  ['importsText', 'white'],
  ['text', 'panel'],
  ['textSecondary', 'panel'],
  ['onBand', 'band'],
  ['onBandSecondary', 'band'],
  ['onExports', 'exports'],
  ['onImports', 'imports'],
  ['onTurnover', 'turnover'],
  ['text', 'exportsTint'],
  ['textSecondary', 'rest'],
  ['text', 'mapRussia'],
  ['exports', 'mapRussia'],
  ['textSecondary', 'mapRussia'],
  ['textSecondary', 'mapBelarus'],
  ['text', 'mapOther'],
];

const markPairs: readonly (readonly [mark: Role, ground: 'white'])[] = [
  ['exports', 'white'],
  ['imports', 'white'],
  ['turnover', 'white'],
  ['exportsMuted', 'white'],
];

/** A pair of colours with too little contrast: the role in front, and the values of the problem. */
export interface LowContrast {
  readonly role: Role | 'white';
  readonly values: BrandProblem<'contrast'>['values'];
}

/**
 * The pairs of a palette with too little contrast, each with its ratio and the minimum. Where the palette has a ground, it
 * takes the place of white paper.
 */
export function contrastProblems(
  colours: Partial<Colours & { readonly ground: string }>,
  cover: 'band' | 'panel',
): readonly LowContrast[] {
  const { ground = '#FFFFFF' } = colours;
  const hex = (role: Role | 'white') => (role === 'white' ? ground : (colours[role] ?? ground));
  const nameOf = (role: Role | 'white') => (role === 'white' && colours.ground !== undefined ? 'ground' : role);
  const check = (
    pairs: readonly (readonly [Role | 'white', Role | 'white'])[],
    kind: keyof typeof minimum,
  ): readonly LowContrast[] =>
    pairs.flatMap(([front, under]) => {
      const ratio = contrastRatio(hex(front), hex(under));
      if (ratio >= minimum[kind]) return [];
      const [text, below] = [`${nameOf(front)} ${hex(front)}`, `${nameOf(under)} ${hex(under)}`];
      const values = { text, ground: below, ratio: ratio.toFixed(2), minimum: minimum[kind], kind };
      return [{ role: front, values }];
    });
  // On a panel the edition, and on a band the mark of figures that are no facts.
  const onCover: readonly (readonly [Role, Role])[] = [[cover === 'panel' ? 'importsText' : 'logoSecondary', 'band']];
  return [...check([...textPairs, ...onCover], 'text'), ...check(markPairs, 'mark')];
}

/** The contrast ratio of two hexadecimal sRGB colours, 1 to 21 (WCAG 2.1, relative luminance). */
export function contrastRatio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
