import * as v from 'valibot';
import { inEachLanguage } from '../dataset/index.ts';
import type { BrandNames } from '../document/index.ts';
import type { Colours, FaceName, Theme } from '../drawing/index.ts';
import { BrandError } from '../renderer/index.ts';
import { contrastProblems } from './contrast.ts';
import { readLogo } from './read-logo.ts';

/** A brand as its folder says: its names, its look, and the files of its five faces by package path. */
export interface Brand {
  readonly names: BrandNames;
  readonly theme: Theme;
  readonly fontFiles: Readonly<Record<FaceName, string>>;
}

const colour = v.pipe(v.string(), v.regex(/^#[0-9A-F]{6}$/, 'a colour such as #0C5C6B, in capitals'));
const localised = v.strictObject(inEachLanguage(() => v.string()));
const points = v.pipe(v.number(), v.minValue(1), v.maxValue(100));
const scale = v.pipe(v.number(), v.minValue(0.8), v.maxValue(1.2));

const schema = v.strictObject({
  name: localised,
  publisher: localised,
  product: localised,
  cover: v.picklist(['band', 'panel']),
  logo: v.strictObject({ file: v.string(), headerHeight: points, headerCentre: points, coverHeight: points }),
  fonts: v.strictObject({
    serif: v.strictObject({ scale, regular: v.string(), strong: v.string() }),
    sans: v.strictObject({ scale, regular: v.string(), medium: v.string(), strong: v.string() }),
  }),
  colours: v.strictObject({
    text: colour,
    textSecondary: colour,
    textTertiary: colour,
    rule: colour,
    hairline: colour,
    panel: colour,
    band: colour,
    bandSecondary: colour,
    onBand: colour,
    onBandSecondary: colour,
    coverAccent: colour,
    coverPattern: v.exactOptional(colour),
    coverHighlight: v.exactOptional(colour),
    logoPrimary: colour,
    logoSecondary: colour,
    exports: colour,
    exportsMuted: colour,
    exportsTint: colour,
    onExports: colour,
    imports: colour,
    importsText: colour,
    importsTint: colour,
    onImports: colour,
    turnover: colour,
    turnoverTint: colour,
    onTurnover: colour,
    rest: colour,
    mapRussia: colour,
    mapBelarus: colour,
    mapOther: colour,
  }),
});

/** The names that colour roles had before, by which older brand files still call them. */
const formerRoles: Readonly<Record<string, keyof Colours>> = {
  ink: 'text',
  ink2: 'textSecondary',
  ink3: 'textTertiary',
  hair: 'hairline',
  band2: 'bandSecondary',
  onBandSoft: 'onBandSecondary',
  cover1: 'coverPattern',
  cover2: 'coverHighlight',
  mark1: 'logoPrimary',
  mark2: 'logoSecondary',
  exp: 'exports',
  expM: 'exportsMuted',
  expT: 'exportsTint',
  onExp: 'onExports',
  imp: 'imports',
  impX: 'importsText',
  impT: 'importsTint',
  onImp: 'onImports',
  tot: 'turnover',
  totT: 'turnoverTint',
  onTot: 'onTurnover',
};

/**
 * Reads a brand from the text of its `brand.json` and its logo. Throws a {@link BrandError} that names every field
 * that is missing, unknown or wrong, and every pair of text and ground whose contrast is too low.
 */
export function readBrand(name: string, json: string, readFile: (file: string) => string): Brand {
  const file = `templates/brand/${name}/brand.json`;
  const parsed = v.safeParse(schema, parseJson(file, json));
  if (!parsed.success) {
    const lines = parsed.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? 'the file'}: ${remedyOf(issue)}`);
    throw new BrandError(lines.join('\n'));
  }
  const { logo, fonts, colours, cover, ...names } = parsed.output;
  const problems = contrastProblems(colours, cover);
  if (problems.length > 0) throw new BrandError(problems.map((problem) => `${file}: ${problem}`).join('\n'));
  return {
    names,
    theme: {
      colours,
      cover,
      logo: { ...readLogo(logo.file, readFile(logo.file)), ...logo },
      scale: { serif: fonts.serif.scale, sans: fonts.sans.scale },
    },
    fontFiles: {
      serifRegular: fonts.serif.regular,
      serifStrong: fonts.serif.strong,
      sansRegular: fonts.sans.regular,
      sansMedium: fonts.sans.medium,
      sansStrong: fonts.sans.strong,
    },
  };
}

/** What is wrong with a field and what to do; of a colour under its former name, what it is called now. */
function remedyOf(issue: v.InferIssue<typeof schema>): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected !== 'never') return 'is missing; add it';
  const role = formerRoles[String(issue.path?.at(-1)?.key)];
  return role === undefined ? 'a brand has no such field; remove it' : `the colour is called "${role}" now; rename it`;
}

function parseJson(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new BrandError(`${file}: not JSON: ${String(cause)}`, { cause });
  }
}
