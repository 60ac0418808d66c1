import { type FileProblem, inOneLine, type Sentences } from '../dataset/index.ts';

/** What a field of `brand.json` can be expected to hold. */
export type FieldForm = 'colour' | 'text' | 'number' | 'object' | 'word' | 'min' | 'max';

/** What can be wrong with a brand, and the values that tell more than the place and what was found there. */
export type BrandValues = {
  brand_not_json: { readonly reason: string };
  field_missing: { readonly field: string };
  field_unknown: { readonly field: string };
  /** `known` are the words, or the least or the most; empty for the other forms. */
  field_wrong: { readonly field: string; readonly form: FieldForm; readonly known: string };
  colour_renamed: { readonly field: string; readonly name: string };
  contrast: {
    readonly text: string;
    readonly ground: string;
    readonly ratio: string;
    readonly minimum: number;
    readonly kind: 'text' | 'mark';
  };
  logo_missing: { readonly logo: string };
  logo_element: { readonly element: string };
  logo_view_box: Readonly<Record<never, never>>;
  logo_path: Readonly<Record<never, never>>;
  logo_path_unread: { readonly path: string; readonly reason: string };
  font_missing: { readonly font: string };
  font_letters: { readonly face: string; readonly letters: string; readonly alphabet: string };
  font_figures: { readonly face: string };
};

/** What can be wrong with a brand. */
export type BrandCode = keyof BrandValues;

/** One thing that is wrong with a brand, as an author can find and mend it. */
export type BrandProblem<Code extends BrandCode = BrandCode> = FileProblem<BrandValues, Code>;

const forms: Readonly<Record<FieldForm, string>> = {
  colour: 'a colour such as #0C5C6B, in capitals',
  text: 'a text',
  number: 'a number',
  object: 'an object with its own fields',
  word: 'one of',
  min: 'at least',
  max: 'at most',
};

/** What should be there and how to get it, by code. */
export const brandSentences: Sentences<BrandValues> = {
  brand_not_json: ({ reason }) => `not JSON: ${reason}`,
  field_missing: ({ field }) => `${field}: is missing; add it`,
  field_unknown: ({ field }) => `${field}: a brand has no such field; remove it`,
  field_wrong: ({ field, form, known }) => `${field}: expected ${[forms[form], known].filter(Boolean).join(' ')}`,
  colour_renamed: ({ field, name }) => `${field}: the colour is called "${name}" now; rename it`,
  contrast: ({ text, ground, ratio, minimum, kind }) =>
    `${text} on ${ground} has a contrast of ${ratio}; a ${kind} needs ${minimum} (WCAG AA)`,
  logo_missing: ({ logo }) => `logo.file: there is no ${logo} beside brand.json`,
  logo_element: ({ element }) => `<${element}> cannot be drawn; a logo is an <svg> of <path> elements`,
  logo_view_box: () => 'the viewBox must be four numbers such as 0 0 18 12',
  logo_path: () => 'every <path> needs d and a fill such as #0C5C6B',
  logo_path_unread: ({ path, reason }) => `the path "${path}" cannot be read: ${reason}`,
  font_missing: ({ font }) => `fonts: there is no ${font}; name a file of a package that is installed`,
  font_letters: ({ face, letters, alphabet }) =>
    `fonts: ${face} has no ${letters}, which ${alphabet} needs; choose another typeface`,
  font_figures: ({ face }) =>
    `fonts: the figures of ${face} differ in width, so that numbers would not line up; choose another typeface`,
};

/** A brand that cannot be used, with everything that is wrong with it. */
export class BrandError extends Error {
  override readonly name = 'BrandError';
  readonly problems: readonly BrandProblem[];

  constructor(problems: readonly BrandProblem[], options?: ErrorOptions) {
    super(problems.map((problem) => inOneLine(problem, 'line', brandSentences)).join('\n'), options);
    this.problems = problems;
  }
}
