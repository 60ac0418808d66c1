import * as v from 'valibot';
import type { BrandNames } from '../document/index.ts';
import type { FaceName, Theme } from '../pdf/index.ts';
import { BrandError } from './brand-error.ts';
import { contrastProblems } from './contrast.ts';
import { readLogo } from './read-logo.ts';

/** A brand as its folder says: its names, its look, and the files of its five faces by package path. */
export interface Brand {
  readonly names: BrandNames;
  readonly theme: Theme;
  readonly fontFiles: Readonly<Record<FaceName, string>>;
}

const colour = v.pipe(v.string(), v.regex(/^#[0-9A-F]{6}$/, 'a colour such as #0C5C6B, in capitals'));
const localised = v.strictObject({ en: v.string(), ru: v.string(), be: v.string() });
const points = v.pipe(v.number(), v.minValue(1), v.maxValue(100));
const scale = v.pipe(v.number(), v.minValue(0.8), v.maxValue(1.2));

const schema = v.strictObject({
  name: localised,
  publisher: localised,
  product: localised,
  contact: localised,
  cover: v.picklist(['band', 'panel']),
  logo: v.strictObject({ file: v.string(), headerHeight: points, headerCentre: points, coverHeight: points }),
  fonts: v.strictObject({
    serif: v.strictObject({ scale, regular: v.string(), strong: v.string() }),
    sans: v.strictObject({ scale, regular: v.string(), medium: v.string(), strong: v.string() }),
  }),
  colours: v.strictObject({
    ink: colour,
    ink2: colour,
    ink3: colour,
    rule: colour,
    hair: colour,
    panel: colour,
    band: colour,
    band2: colour,
    onBand: colour,
    onBandSoft: colour,
    coverAccent: colour,
    cover1: v.exactOptional(colour),
    cover2: v.exactOptional(colour),
    mark1: colour,
    mark2: colour,
    exp: colour,
    expM: colour,
    expT: colour,
    onExp: colour,
    imp: colour,
    impX: colour,
    impT: colour,
    onImp: colour,
    tot: colour,
    totT: colour,
    onTot: colour,
    rest: colour,
    mapRussia: colour,
    mapBelarus: colour,
    mapOther: colour,
  }),
});

/**
 * Reads a brand from the text of its `brand.json` and its logo. Throws a {@link BrandError} that names every field
 * that is missing, unknown or wrong, and every pair of text and ground whose contrast is too low.
 */
export function readBrand(name: string, json: string, readFile: (file: string) => string): Brand {
  const file = `templates/brand/${name}/brand.json`;
  const parsed = v.safeParse(schema, parseJson(file, json));
  if (!parsed.success) {
    const lines = parsed.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
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

function parseJson(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new BrandError(`${file}: not JSON: ${String(cause)}`, { cause });
  }
}
