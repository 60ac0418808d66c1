/** The formats of files, with their media types. */
export const mediaTypes = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The format of a file. */
export type Format = keyof typeof mediaTypes;

/** The formats, in the order in which they are offered. */
export const formats = Object.keys(mediaTypes) as readonly Format[];

/**
 * The files in which a briefing is kept: the form that a reader chooses, its format, and how the name of the file ends.
 * The first is what is given when nothing is chosen.
 */
export const renditions = [
  { form: 'full', format: 'pdf', ending: '.pdf' },
  { form: 'sheet', format: 'pdf', ending: '-sheet.pdf' },
  { form: 'full', format: 'html', ending: '.html' },
  { form: 'full', format: 'xlsx', ending: '.xlsx' },
] as const satisfies readonly {
  readonly form: string;
  readonly format: Format;
  readonly ending: string;
}[];

/** One of the files in which a briefing is kept. */
export type Rendition = (typeof renditions)[number];

/** The rendition that is given when nothing is chosen: the whole briefing as a PDF. */
export const fullPdf = renditions[0];

/** What a reader chooses: the whole briefing, or one page of it. */
export type Form = Rendition['form'];

/** The forms, each once. */
export const forms: readonly Form[] = [...new Set(renditions.map(({ form }) => form))];

/** The rendition of a form in a format; undefined when the form is not there in that format. */
export function renditionOf(form: Form, format: Format): Rendition | undefined {
  return renditions.find((rendition) => rendition.form === form && rendition.format === format);
}
