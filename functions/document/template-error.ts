import { type FileProblem, type Place, type Sentences, sentenceOf } from '../dataset/index.ts';

/** The kinds of argument that a template helper can need. */
export type Needed = 'finding' | 'figure' | 'figures' | 'message_key' | 'section_id' | 'slot_value';

/** The codes of problems with a template, each with the values for its message. */
export type TemplateValues = {
  element_unknown: { readonly element: string; readonly known: string };
  /** `known` is `none` where the element takes no attribute. */
  attribute_unknown: { readonly element: string; readonly attribute: string; readonly known: string };
  attribute_value: {
    readonly element: string;
    readonly attribute: string;
    readonly word: string;
    readonly known: string;
  };
  attribute_missing: { readonly element: string; readonly attribute: string };
  place_inside: { readonly element: string; readonly place: string };
  element_not_closed: { readonly element: string };
  element_misplaced: { readonly element: string; readonly known: string };
  element_inside: { readonly element: string; readonly parent: string };
  content_missing: { readonly element: string; readonly needed: string };
  text_outside: { readonly element: string };
  chart_unknown: { readonly element: string; readonly known: string };
  block_not_closed: { readonly block: string; readonly end: string };
  block_mismatch: { readonly block: string; readonly end: string; readonly closed: string };
  name_unknown: { readonly name: string };
  helper_unknown: { readonly helper: string };
  helper_needs: { readonly helper: string; readonly needed: Needed };
  message_unknown: { readonly key: string };
  message_missing: { readonly key: string };
  template_failed: { readonly reason: string };
};

/** The code of a problem with a template. */
export type TemplateCode = keyof TemplateValues;

/** One problem with a template: its place, code and values. */
export type TemplateProblem<Code extends TemplateCode = TemplateCode> = FileProblem<TemplateValues, Code>;

const needed: Readonly<Record<Needed, string>> = {
  finding: 'a finding',
  figure: 'a figure',
  figures: 'a list of figures',
  message_key: 'the key of a message',
  section_id: 'the id of a section',
  slot_value: 'a text or a number for each slot',
};

/** The message of each code: what is expected, and how to get it. */
export const templateSentences: Sentences<TemplateValues> = {
  element_unknown: ({ element, known }) => `unknown element <${element}>; use one of ${known}`,
  attribute_unknown: ({ element, attribute, known }) =>
    `unknown attribute "${attribute}" of <${element}>; it takes ${known}`,
  attribute_value: ({ element, attribute, word, known }) =>
    `unknown ${attribute} "${word}" of <${element}>; there is ${known}`,
  attribute_missing: ({ element, attribute }) => `<${element}> needs the attribute ${attribute}`,
  place_inside: ({ element, place }) =>
    `<${element} place="${place}"> is inside another block; give that one the place`,
  element_not_closed: ({ element }) => `<${element}> is not closed`,
  element_misplaced: ({ element, known }) => `<${element}> cannot stand here; expected ${known}`,
  element_inside: ({ element, parent }) => `<${element}> cannot stand inside <${parent}>`,
  content_missing: ({ element, needed }) => `<${element}> needs ${needed}`,
  text_outside: ({ element }) => `text in <${element}> must stand inside an element such as <p>`,
  chart_unknown: ({ element, known }) =>
    `no chart has the name that <${element} of> gives; there is ${known || 'none'}`,
  block_not_closed: ({ block, end }) => `${block} is not closed; write ${end} where it ends`,
  block_mismatch: ({ block, end, closed }) => `${block} is closed by ${closed}; write ${end} before it`,
  name_unknown: ({ name }) => `"${name}" not defined; use a name that the section knows`,
  helper_unknown: ({ helper }) => `there is no helper "${helper}"`,
  helper_needs: ({ helper, needed: what }) => `{{${helper}}} needs ${needed[what]}`,
  message_unknown: ({ key }) => `templates/messages.csv has no message "${key}"; add a row with that key`,
  message_missing: ({ key }) => `there is no message "${key}"; add a row with that key`,
  template_failed: ({ reason }) => reason,
};

/** A template that cannot be used: the problem, its place, and what is expected there. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly problem: TemplateProblem;

  constructor(problem: TemplateProblem, options?: ErrorOptions) {
    super(`${placeOf(problem)}: ${sentenceOf(problem, templateSentences)}`, options);
    this.problem = problem;
  }

  /** The same error with a more precise place. */
  at(place: Partial<Place>): TemplateError {
    return new TemplateError({ ...this.problem, ...place }, { cause: this });
  }
}

/** The place of an error whose file and line are not known yet. A caller adds them with `at`. */
export const somewhere = { file: '', row: null, column: null } as const;

function placeOf({ file, row, column }: TemplateProblem): string {
  const parts = [file || 'the template', row === null ? '' : `line ${row}`, column === null ? '' : `column ${column}`];
  return parts.filter((part) => part !== '').join(' ');
}
