import { problemKinds } from '../problem.ts';
import { schema, type schemas } from './schemas.ts';

/** The response headers. Every response has `x-request-id`. */
export const headers = {
  RequestId: {
    description: 'The id of the request; every line of the log that belongs to it has it too.',
    required: true,
    schema: { type: 'string', minLength: 1 },
  },
  Allow: {
    description: 'The methods that are allowed here.',
    required: true,
    schema: { type: 'string', pattern: '^[A-Z]+(, [A-Z]+)*$' },
  },
  RetryAfter: {
    description: 'Seconds after which to try again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
  Location: {
    description: 'Where the briefing is.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
  },
} as const;

/** A reference to a header of the document, under its name in the response. */
function header(name: keyof typeof headers) {
  const inAnswer = { RequestId: 'x-request-id', Allow: 'allow', RetryAfter: 'retry-after', Location: 'location' }[name];
  return { [inAnswer]: { $ref: `#/components/headers/${name}` } };
}

/** A response: its meaning, its body, and its headers besides `x-request-id`. */
export function response(
  description: string,
  body: keyof typeof schemas | null,
  ...more: readonly (keyof typeof headers)[]
) {
  const named = Object.assign({}, ...(['RequestId', ...more] as const).map(header)) as object;
  const content = body && { content: { 'application/json': { schema: schema(body) } } };
  return { description, headers: named, ...content };
}

const described = response('The briefing, or its web page.', 'Briefing');

/** A briefing: its description, or its web page. */
export const briefingResponse = {
  ...described,
  content: { ...described.content, 'text/html': { schema: { type: 'string' } } },
};

/** A figure: its drawing, or its data. */
export const figureResponse = {
  ...response('The figure.', null),
  content: { 'image/svg+xml': { schema: { type: 'string' } }, 'text/csv': { schema: { type: 'string' } } },
};

type ProblemStatus = (typeof problemKinds)[keyof typeof problemKinds]['status'];

const problemHeaders: Partial<Record<ProblemStatus, keyof typeof headers>> = { 405: 'Allow', 503: 'RetryAfter' };

/** The problem responses by status: those of the function, and those that the gateway gives before it. */
export const problemResponses = Object.fromEntries([
  ...Object.values(problemKinds).map(({ status }) => [`Problem${status}`, problemResponse(status)]),
  ...([401, 403, 429] as const).map((status) => [`Refusal${status}`, refusal(status)]),
]);

function problemResponse(status: ProblemStatus) {
  const titles = Object.values(problemKinds).filter((kind) => kind.status === status);
  const extra = problemHeaders[status];
  return {
    ...response(titles.map(({ title }) => `${title}.`).join(' '), null, ...(extra ? [extra] : [])),
    content: { 'application/problem+json': { schema: schema('Problem') } },
  };
}

function refusal(status: 401 | 403 | 429) {
  const description = {
    401: 'The gateway knows no such token.',
    403: 'The gateway does not accept the signature of the call.',
    429: 'The gateway has had too many calls; try again later.',
  }[status];
  return { description, content: { 'application/json': { schema: schema('Refusal') } } };
}

/** References to problem responses: those that every operation can give, and `more` of its own. */
export function problems(...more: readonly ProblemStatus[]) {
  const ours = [...more, 500] as const;
  const refs = [...ours.map((status) => `Problem${status}`), 'Refusal401', 'Refusal403', 'Refusal429'];
  return Object.fromEntries(refs.map((name) => [name.slice(-3), { $ref: `#/components/responses/${name}` }]));
}
