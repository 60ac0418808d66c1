import * as v from 'valibot';
import { type Edition, type Language, languages, parseEdition } from '../dataset/index.ts';
import { keyOf } from '../store/index.ts';
import { type Fault, Problem } from './problem.ts';

/** The largest body that is read, in bytes. */
const maximumBody = 16_384;

/** How long a link may last, in seconds: by default, at least and at most. */
export const expiry = { usual: 900, least: 60, most: 3600 } as const;

/** How many briefings a page of the list has: by default and at most. */
const pageSize = { usual: 20, most: 100 } as const;

/** A request as the operations see it. */
export interface ApiRequest {
  readonly body: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The values in the place of `{…}` in the path, in their order. */
  readonly params: readonly string[];
}

/** A request to make a briefing. */
export interface CreateRequest {
  /** `YYYY-MM`, or `latest`. */
  readonly edition: string;
  readonly language: Language;
  readonly expiresIn: number;
}

/** A request for a page of the list. */
export interface ListQuery {
  readonly edition: Edition | null;
  readonly language: Language | null;
  readonly limit: number;
  readonly after: string | null;
}

const editionName = v.pipe(
  v.string('expected a string such as "2021-07", or "latest"'),
  v.check(
    (text) => text === 'latest' || parseEdition(text) !== null,
    'expected a month such as "2021-07", or "latest"',
  ),
);
const languageName = v.picklist(languages, `expected one of ${languages.join(', ')}`);
const expiresIn = v.pipe(
  v.number(`expected a whole number of seconds from ${expiry.least} to ${expiry.most}`),
  v.check(
    (seconds) => Number.isInteger(seconds) && seconds >= expiry.least && seconds <= expiry.most,
    `expected a whole number of seconds from ${expiry.least} to ${expiry.most}`,
  ),
);

/** Valibot takes a list for an object without fields. */
const jsonObject = v.custom<object>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  'expected a JSON object',
);

const createSchema = v.pipe(
  jsonObject,
  v.strictObject(
    {
      edition: v.optional(editionName, 'latest'),
      language: v.optional(languageName, 'en'),
      expiresIn: v.optional(expiresIn, expiry.usual),
    },
    'unknown field; accepted are edition, language, expiresIn',
  ),
);

/** Reads the body of a request to make a briefing; no body asks for the latest edition in English. */
export function readCreateRequest(body: string): CreateRequest {
  if (Buffer.byteLength(body) > maximumBody) {
    throw new Problem(
      'body-too-large',
      `The body has ${Buffer.byteLength(body)} bytes; at most ${maximumBody} are read.`,
    );
  }
  return parse(createSchema, body.trim() === '' ? {} : parseJson(body));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new Problem(
      'malformed-body',
      `The body must be a JSON object such as {"edition":"2021-07","language":"en"}.`,
      { cause },
    );
  }
}

const wholeNumber = (name: string, least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,6}$/, `expected a whole number from ${least} to ${most}`),
    v.transform(Number),
    v.check((value) => value >= least && value <= most, `expected a whole number from ${least} to ${most}`),
    v.description(name),
  );

const listSchema = v.strictObject(
  {
    edition: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => parseEdition(text) !== null, 'expected a month such as 2021-07'),
      ),
    ),
    language: v.optional(languageName),
    limit: v.optional(wholeNumber('limit', 1, pageSize.most), String(pageSize.usual)),
    cursor: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => cursorPath(text) !== null, 'expected the cursor of an earlier page, unchanged'),
      ),
    ),
  },
  'unknown parameter; accepted are edition, language, limit, cursor',
);

/** Reads the query of a list. */
export function readListQuery(query: Readonly<Record<string, string>>): ListQuery {
  const { edition, language, limit, cursor } = parse(listSchema, query);
  return {
    edition: edition === undefined ? null : parseEdition(edition),
    language: language ?? null,
    limit,
    after: cursor === undefined ? null : cursorPath(cursor),
  };
}

const linkSchema = v.strictObject(
  { expiresIn: v.optional(wholeNumber('expiresIn', expiry.least, expiry.most), String(expiry.usual)) },
  'unknown parameter; accepted is expiresIn',
);

/** Reads the query of a request for one briefing: how long its link should last, in seconds. */
export function readLinkQuery(query: Readonly<Record<string, string>>): number {
  return parse(linkSchema, query).expiresIn;
}

/** Reads a language from a path. */
export function readLanguage(text: string): Language {
  const language = languages.find((known) => known === text);
  if (language) return language;
  const detail = `${JSON.stringify(text)} is no language of the briefing: expected one of ${languages.join(', ')}`;
  throw new Problem('invalid-request', 'The address names no language of the briefing.', {
    errors: [{ pointer: 'path/language', detail }],
  });
}

/** The cursor of a list, from the path of the last briefing of a page. */
export function cursorOf(path: string): string {
  return Buffer.from(path).toString('base64url');
}

function cursorPath(cursor: string): string | null {
  const path = Buffer.from(cursor, 'base64url').toString('utf8');
  return keyOf(path) && cursorOf(path) === cursor ? path : null;
}

function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new Problem('invalid-request', 'Some values are not accepted; see errors.', {
    errors: parsed.issues.map(faultOf),
  });
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map(({ key }) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  const value = JSON.stringify(issue.path?.at(-1)?.value ?? issue.input) ?? 'nothing';
  const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return { pointer: `#${path.map((part) => `/${part}`).join('')}`, detail: `${shown}: ${issue.message}` };
}
