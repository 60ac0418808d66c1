import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../../functions/api/openapi/document.ts';

/** A request and its response, as a client sees them. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  readonly body?: string;
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface Answer extends Content {
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query'; readonly schema: object }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Answer | { readonly $ref: string }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Answer>> };
}

const document = JSON.parse(JSON.stringify(openApiDocument('1.2.3'))) as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', ...document }, 'api');

const compiled = new Map<string, ValidateFunction>();

/** Why a value does not match a schema of the document; null when it does. */
function failure(schema: object, value: unknown): string | null {
  const source = JSON.stringify(schema).replaceAll('"#/', '"api#/');
  const validate = compiled.get(source) ?? ajv.compile(JSON.parse(source) as object);
  compiled.set(source, validate);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

/** Resolves a reference of the document. */
function resolved<T extends object>(value: T | { readonly $ref: string }): T {
  if (!('$ref' in value)) return value;
  const parts = value.$ref.slice(2).split('/');
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], document) as T;
}

/** Finds the operation of a path. Repeated slashes are merged, as in the API. */
function operationOf(method: string, address: string) {
  const path = address.replaceAll(/\/+/g, '/');
  for (const [template, methods] of Object.entries(document.paths)) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const match = new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '([^/]+)')}/?$`).exec(path);
    const operation = match && new Map(Object.entries(methods)).get(method.toLowerCase());
    if (operation) return { operation, path: new Map(names.map((name, index) => [name, match[index + 1] ?? ''])) };
  }
  return null;
}

/** Converts a parameter to the type of its schema: digits become a number when the schema wants an integer. */
function typed(value: string, schema: object): unknown {
  const { type, anyOf = [] } = resolved<{ type?: string; anyOf?: readonly object[] }>(schema);
  const isNumber = [type, ...anyOf.map((one) => resolved<{ type?: string }>(one).type)].includes('integer');
  return isNumber && /^-?\d+$/.test(value) ? Number(value) : value;
}

/** Lists what the document does not accept in a request; null when the document has no such operation. */
export function requestFaults({ method, address, body = '' }: Exchange): readonly string[] | null {
  const [pathname = '/', ...query] = address.split('?');
  const searchParams = new URLSearchParams(query.join('?'));
  const found = operationOf(method, pathname);
  if (!found) return null;
  const { operation, path } = found;
  const parameters = operation.parameters ?? [];
  const wrong = parameters.flatMap(({ name, in: place, schema }) => {
    const value = place === 'path' ? decodeURIComponent(path.get(name) ?? '') : searchParams.get(name);
    const reason = value === null ? null : failure(schema, typed(value, schema));
    return reason ? [`${place} ${name}: ${reason}`] : [];
  });
  const known = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const unknown = [...searchParams.keys()].filter((name) => parameters.length > 0 && !known.includes(name));
  const twice = known.filter((name) => searchParams.getAll(name).length > 1);
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const inBody = schema && body.trim() !== '' ? failure(schema, JSON.parse(body)) : null;
  return [
    ...wrong,
    ...unknown.map((name) => `query ${name}: unknown`),
    ...twice.map((name) => `query ${name}: twice`),
    ...(inBody ? [`body: ${inBody}`] : []),
  ];
}

/** Lists where a response differs from what the document promises for its request. */
export function answerFaults({ method, address, answer }: Exchange): readonly string[] {
  const [pathname = '/'] = address.split('?');
  const found = operationOf(method, pathname);
  const promised: Answer | undefined = found
    ? found.operation.responses[answer.status] && resolved(found.operation.responses[answer.status] as Answer)
    : document.components.responses[`Problem${answer.status}`];
  if (!promised) return [`${method} ${pathname} promises no ${answer.status}`];
  const headers = Object.entries(promised.headers ?? {}).flatMap(([name, reference]) => {
    const value = answer.headers[name];
    if (value === undefined) return [`there is no header ${name}`];
    const { schema } = resolved<{ schema: object }>(reference);
    const reason = failure(schema, typed(value, schema));
    return reason ? [`header ${name}: ${reason}`] : [];
  });
  return [...headers, ...(method === 'HEAD' && answer.body === '' ? [] : bodyFaults(promised, answer))];
}

function bodyFaults({ content }: Answer, { headers, body }: Exchange['answer']): readonly string[] {
  if (!content) return body === '' ? [] : ['a body where none is promised'];
  const type = (headers['content-type'] ?? '').replace(/;.*/, '');
  const schema = content[type]?.schema;
  if (!schema) return [`the type ${type} is not promised`];
  const reason = failure(schema, type.endsWith('json') ? JSON.parse(body) : body);
  return reason ? [`body: ${reason}`] : [];
}

/**
 * Checks an exchange against the OpenAPI document. The response must match it, and a request may succeed (2xx, 303)
 * only if the document accepts it. Throws an error with all differences.
 */
export function checkExchange(exchange: Exchange): void {
  const { method, address, answer } = exchange;
  const accepted = answer.status < 400;
  const wrong = [...answerFaults(exchange), ...(accepted ? (requestFaults(exchange) ?? []) : [])];
  if (answer.status === 422 && requestFaults(exchange)?.length === 0) wrong.push('a request as described was refused');
  if (wrong.length > 0) {
    throw new Error(`${method} ${address} answered ${answer.status} against the document:\n${wrong.join('\n')}`);
  }
}
