import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { inEachLanguage, type Place } from '../dataset/index.ts';
import type { BrandNames } from '../document/index.ts';
import type { Colours, FaceName, Theme } from '../drawing/index.ts';
import { BrandError, type BrandProblem, type FieldForm } from '../renderer/index.ts';
import type { PageColours } from '../web/index.ts';
import { contrastProblems } from './contrast.ts';
import { darkColours } from './dark-colours.ts';
import { readLogo } from './read-logo.ts';

/** A brand from its folder: names, theme, the palette of dark pages, and the files of its five faces by package path. */
export interface Brand {
  readonly names: BrandNames;
  readonly theme: Theme;
  readonly dark: PageColours;
  readonly fontFiles: Readonly<Record<FaceName, string>>;
}

const colour = v.pipe(v.string(), v.regex(/^#[0-9A-F]{6}$/));
const localised = v.strictObject(inEachLanguage(() => v.string()));
const points = v.pipe(v.number(), v.minValue(1), v.maxValue(100));
const scale = v.pipe(v.number(), v.minValue(0.8), v.maxValue(1.2));

const colourRoles = {
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
};

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
  colours: v.strictObject(colourRoles),
  dark: v.exactOptional(v.partial(v.strictObject({ ...colourRoles, ground: colour }))),
});

/** The former names of colour roles, which older brand files still use. */
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
  const folder = `templates/brand/${name}`;
  const file = `${folder}/brand.json`;
  const at = (path: readonly string[], value: string) => ({ file, row: lineOf(json, path), column: null, value });
  const parsed = v.safeParse(schema, parseJson(file, json));
  if (!parsed.success) throw new BrandError(parsed.issues.map((issue) => problemOf(issue, at)));
  const { logo, fonts, colours, cover, dark: own = {}, ...names } = parsed.output;
  const dark = darkColours(colours, cover, own);
  const problems: readonly BrandProblem[] = [
    ...contrastProblems(colours, cover).map(({ role, values }) => {
      return { ...at(['colours', role], role), code: 'contrast' as const, values };
    }),
    ...contrastProblems(dark, cover).map(({ role, values }) => {
      return { ...at(['dark', role], role), code: 'contrast' as const, values };
    }),
    ...[fonts.serif.regular, fonts.serif.strong, fonts.sans.regular, fonts.sans.medium, fonts.sans.strong]
      .filter((font) => !isInstalled(font))
      .map((font) => ({ ...at([font], font), code: 'font_missing' as const, values: { font } })),
  ];
  if (problems.length > 0) throw new BrandError(problems);
  const logoText = textOf(logo.file, readFile, () => at(['logo', 'file'], logo.file));
  return {
    names,
    theme: {
      colours,
      cover,
      logo: { ...readLogo(`${folder}/${logo.file}`, logoText), ...logo },
      scale: { serif: fonts.serif.scale, sans: fonts.sans.scale },
    },
    dark,
    fontFiles: {
      serifRegular: fonts.serif.regular,
      serifStrong: fonts.serif.strong,
      sansRegular: fonts.sans.regular,
      sansMedium: fonts.sans.medium,
      sansStrong: fonts.sans.strong,
    },
  };
}

function textOf(logo: string, readFile: (file: string) => string, place: () => Place): string {
  try {
    return readFile(logo);
  } catch (cause) {
    throw new BrandError([{ ...place(), code: 'logo_missing', values: { logo } }], { cause });
  }
}

/** The form that a field must have, by the type of the issue in valibot. */
const forms: Readonly<Record<string, FieldForm>> = {
  string: 'text',
  regex: 'colour',
  number: 'number',
  picklist: 'word',
  min_value: 'min',
  max_value: 'max',
};

/** The problem with a field; for a colour under its former name, with the new one. */
function problemOf(
  issue: v.InferIssue<typeof schema>,
  at: (path: readonly string[], value: string) => Place,
): BrandProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const field = path.join('.');
  const key = path.at(-1) ?? '';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const name = formerRoles[key];
    if (name === undefined) return { ...at(path, key), code: 'field_unknown', values: { field } };
    return { ...at(path, key), code: 'colour_renamed', values: { field, name } };
  }
  if (issue.received === 'undefined') return { ...at(path, ''), code: 'field_missing', values: { field } };
  const values = {
    field: field || 'the file',
    form: forms[issue.type] ?? 'object',
    known: knownOf(issue),
  };
  return { ...at(path, issue.received.replace(/^"|"$/g, '')), code: 'field_wrong', values };
}

/** The words that a field takes, or its limit; valibot writes words as `("band" | "panel")` and limits as `>=1`. */
function knownOf({ type, expected }: v.InferIssue<typeof schema>): string {
  if (type === 'picklist') return (expected?.match(/\w+/g) ?? []).join(', ');
  return type === 'min_value' || type === 'max_value' ? (expected ?? '').replace(/^[<>]=/, '') : '';
}

/** The line of a field in a JSON text, or of the innermost parent that is there; null when none is. */
function lineOf(json: string, path: readonly string[]): number | null {
  let offset = -1;
  for (const key of path) {
    const found = json.indexOf(`"${key}"`, Math.max(0, offset));
    if (found < 0) break;
    offset = found;
  }
  return offset < 0 ? null : json.slice(0, offset).split('\n').length;
}

function isInstalled(font: string): boolean {
  try {
    return existsSync(new URL(import.meta.resolve(font)));
  } catch {
    return false;
  }
}

function parseJson(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const [, line] = /\(line (\d+) column \d+\)/.exec(reason) ?? [];
    const row = line === undefined ? json.trimEnd().split('\n').length : Number(line);
    const place = { file, row, column: null, value: '' };
    throw new BrandError([{ ...place, code: 'brand_not_json', values: { reason } }], { cause });
  }
}
