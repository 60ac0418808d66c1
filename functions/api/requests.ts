import * as v from 'valibot';
import type { FigureFormat } from '../briefings/index.ts';
import { type Edition, type Language, languages, parseEdition } from '../dataset/index.ts';
import {
  briefingsPrefix,
  type Form,
  type Format,
  formats,
  forms,
  fullPdf,
  keyOf,
  type Rendition,
  renditionOf,
  renditions,
} from '../store/index.ts';
import { type Fault, invalidRequest, Problem, pointerTo, shorten } from './problem.ts';
import { readJsonBody } from './read-body.ts';

/** The lifetime of a link in seconds. */
export const expiry = { default: 900, min: 60, max: 3600 } as const;

/** The number of briefings on a page of the list. */
export const pageSize = { default: 20, min: 1, max: 100 } as const;

/** The most figures of one kind that an answer about changes lists. */
export const mostFigures = 1000;

/** A request as the operations see it. */
export interface ApiRequest {
  /** The id that the answer has as `x-request-id`. */
  readonly id: string;
  readonly body: Uint8Array;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
}

/** A request to make a briefing. */
export interface CreateRequest {
  /** `YYYY-MM`, or `latest`. */
  readonly edition: string;
  readonly language: Language;
  readonly rendition: Rendition;
  readonly expiresIn: number;
}

/** A request for a page of the list. */
export interface ListQuery {
  readonly edition: Edition | null;
  readonly language: Language | null;
  readonly rendition: Rendition;
  readonly limit: number;
  readonly after: string | null;
}

const month = v.pipe(
  v.string(),
  v.check((text) => parseEdition(text) !== null, 'expected a month such as 2021-07'),
);
const anEdition = 'expected a month such as "2021-07", or "latest"';
/** The name of an edition: a month, or `latest`. */
export const editionName = v.pipe(
  v.string(anEdition),
  v.check((text) => text === 'latest' || parseEdition(text) !== null, anEdition),
);
/** The code of a language. */
export const languageName = v.picklist(languages, `expected one of ${languages.join(', ')}`);
const formName = v.picklist(forms, `expected one of ${forms.join(', ')}`);
const formatName = v.picklist(formats, `expected one of ${formats.join(', ')}`);
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256, 64 digits and letters from a to f'));

/** The formats of a figure. */
export const figureFormats = ['svg', 'csv'] as const satisfies readonly FigureFormat[];

const figureFormat = v.picklist(figureFormats, `expected one of ${figureFormats.join(', ')}`);
const seconds = `expected a whole number of seconds from ${expiry.min} to ${expiry.max}`;
const expiresIn = v.pipe(
  v.number(seconds),
  v.integer(seconds),
  v.minValue(expiry.min, seconds),
  v.maxValue(expiry.max, seconds),
);

const createForm = v.object({
  edition: v.optional(editionName, 'latest'),
  language: v.optional(languageName, 'en'),
  form: v.optional(formName, fullPdf.form),
  format: v.optional(formatName, fullPdf.format),
  expiresIn: v.optional(expiresIn, expiry.default),
});

/** Reads the body of a request to make a briefing. An empty body means the latest edition in English. */
export function readCreateRequest(body: Uint8Array): CreateRequest {
  const input = readJsonBody(body);
  const { form, format, ...request } = parse(createForm, input === undefined ? {} : input, pointerTo);
  return { ...request, rendition: renditionAt(form, format) };
}

const wholeNumber = ({ min, max }: { readonly min: number; readonly max: number }) => {
  const expected = `expected a whole number from ${min} to ${max}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,6}$/, expected),
    v.transform(Number),
    v.minValue(min, expected),
    v.maxValue(max, expected),
  );
};

const listForm = v.object({
  edition: v.optional(month),
  language: v.optional(languageName),
  form: v.optional(formName, fullPdf.form),
  format: v.optional(formatName, fullPdf.format),
  limit: v.optional(wholeNumber(pageSize), String(pageSize.default)),
  cursor: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => cursorPath(text, fullPdf) !== null, 'expected the cursor of an earlier page, unchanged'),
    ),
  ),
});

/** Reads the query of a list request. */
export function readListQuery(query: URLSearchParams): ListQuery {
  const parsed = parse(listForm, parametersOf(query, listForm), parameterIn('query'));
  const { edition, language, form, format, limit, cursor } = parsed;
  const rendition = renditionAt(form, format);
  return {
    edition: edition === undefined ? null : parseEdition(edition),
    language: language ?? null,
    rendition,
    limit,
    after: cursor === undefined ? null : cursorPath(cursor, rendition),
  };
}

const linkForm = v.object({
  form: v.optional(formName, fullPdf.form),
  format: v.optional(formatName),
  expiresIn: v.optional(wholeNumber(expiry), String(expiry.default)),
});

// Without a default the message would be valibot's own.
const changesForm = v.object({
  from: v.optional(editionName, ''),
  to: v.optional(editionName, ''),
  language: v.optional(languageName, 'en'),
});

/** A request for what changes from one edition to another. */
export interface ChangesQuery {
  /** `YYYY-MM`, or `latest`. */
  readonly from: string;
  readonly to: string;
  readonly language: Language;
}

/** Reads the query of a request for changes. */
export function readChangesQuery(query: URLSearchParams): ChangesQuery {
  return parse(changesForm, parametersOf(query, changesForm), parameterIn('query'));
}

/** A request for one briefing. */
export interface LinkQuery {
  /** The lifetime of the link, in seconds. */
  readonly expiresIn: number;
  /** The rendition that is wanted, and those that are given while it has not been made. */
  readonly wanted: readonly [Rendition, ...Rendition[]];
}

/**
 * Reads the query of a request for one briefing. Where it names no format, `accepted` is wanted, and in its place the
 * PDF, which every form has.
 */
export function readLinkQuery(query: URLSearchParams, accepted: Format | null): LinkQuery {
  const { form, format, expiresIn } = parse(linkForm, parametersOf(query, linkForm), parameterIn('query'));
  if (format) return { expiresIn, wanted: [renditionAt(form, format)] };
  const pdf = renditionAt(form, 'pdf');
  const preferred = (accepted && renditionOf(form, accepted)) ?? pdf;
  return { expiresIn, wanted: preferred === pdf ? [pdf] : [preferred, pdf] };
}

/** The rendition of a form in a format. Throws a problem with the formats that there are if the form is not made in this one. */
function renditionAt(form: Form, format: Format): Rendition {
  const found = renditionOf(form, format);
  if (found) return found;
  const there = renditions.filter((rendition) => rendition.form === form).map((rendition) => rendition.format);
  throw new Problem('form-not-found', `The form ${form} is made as ${there.join(', ')}, not as ${format}.`);
}

/** Reads the format of a figure from the path. */
export function readFigureFormat(format = ''): FigureFormat {
  return parse(v.object({ format: figureFormat }), { format }, parameterIn('path')).format;
}

/** Reads a SHA-256 from the path. */
export function readDigest(sha256 = ''): string {
  return parse(v.object({ sha256: digest }), { sha256 }, parameterIn('path')).sha256;
}

/** Reads a language from the path. */
export function readLanguage(language = ''): Language {
  return parse(v.object({ language: languageName }), { language }, parameterIn('path')).language;
}

/**
 * The cursor of a list, made from the path of the last briefing on a page. Its form is simple enough for the OpenAPI
 * document to describe with a pattern. It is the same for all renditions: a list has one.
 */
export function cursorOf(path: string, rendition: Rendition): string {
  return path.slice(briefingsPrefix.length, -rendition.ending.length).replaceAll('/', '.');
}

/** The path that a cursor stands for in a list of a rendition; null when it is no cursor. */
function cursorPath(cursor: string, rendition: Rendition): string | null {
  const path = `${briefingsPrefix}${cursor.replaceAll('.', '/')}${rendition.ending}`;
  return keyOf(path) && cursorOf(path, rendition) === cursor ? path : null;
}

/** Names a parameter by its place: `query/limit`. */
export const parameterIn = (place: 'query' | 'path') => (name: string) => `${place}/${shorten(name)}`;

/**
 * The parameters of a query. An empty known parameter counts as absent: forms and viewers of OpenAPI send such ones. A
 * repeated parameter is refused, because it is not clear which value was meant.
 */
function parametersOf(query: URLSearchParams, { entries }: { readonly entries: object }) {
  const twice = [...new Set(query.keys())].filter((name) => query.getAll(name).length > 1);
  if (twice.length === 0) {
    return Object.fromEntries([...query].filter(([name, value]) => value !== '' || !Object.hasOwn(entries, name)));
  }
  const detail = 'the parameter stands here twice; send it once';
  throw invalidRequest(twice.slice(0, namedFaults).map((name) => ({ pointer: parameterIn('query')(name), detail })));
}

/** The most invalid values that a response lists. */
const namedFaults = 20;

/** Checks fields against a form. An unknown field is an error, even one that every object inherits. */
export function parse<const E extends v.ObjectEntries>(
  form: v.ObjectSchema<E, undefined>,
  input: unknown,
  place: (name: string) => string,
): v.InferOutput<v.ObjectSchema<E, undefined>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw invalidRequest([{ pointer: '#', detail: `${shown(input)}: expected a JSON object` }]);
  }
  const accepted = Object.keys(form.entries);
  const unknown = Object.entries(input)
    .filter(([name]) => !accepted.includes(name))
    .map(([name, value]) => fault(name, value, `unknown; accepted here: ${accepted.join(', ')}`));
  const parsed = v.safeParse(form, input);
  const wrong = (parsed.issues ?? []).map((issue) => {
    const item = issue.path?.[0];
    return fault(String(item?.key), item?.value, issue.message);
  });
  const faults = [...unknown, ...wrong];
  if (faults.length === 0 && parsed.success) return parsed.output;
  throw invalidRequest(faults.slice(0, namedFaults));

  function fault(name: string, value: unknown, message: string): Fault {
    return { pointer: place(name), detail: `${shown(value)}: ${message}` };
  }
}

/** An invalid value as the response repeats it, without nested content, which can be of any depth. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return shorten(JSON.stringify(value) ?? 'nothing');
}
