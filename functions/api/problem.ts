/** One invalid value of a request: its place and what is accepted there. */
export interface Fault {
  /** A JSON pointer into the body (`#/edition`), or a parameter (`query/limit`, `path/language`). */
  readonly pointer: string;
  readonly detail: string;
}

/** The kinds of problems, each with its status and title. */
export const problemKinds = {
  'malformed-body': { status: 400, title: 'The body is not JSON' },
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'link-refused': { status: 403, title: 'The link is not valid' },
  'foreign-origin': { status: 403, title: 'Another site may not ask for this' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'edition-not-found': { status: 404, title: 'There is no such edition' },
  'form-not-found': { status: 404, title: 'There is no such form in this format' },
  'briefing-not-found': { status: 404, title: 'The briefing has not been made' },
  'share-not-found': { status: 404, title: 'There is no such share' },
  'file-not-found': { status: 404, title: 'The file is not one of ours' },
  'figure-not-found': { status: 404, title: 'There is no such figure' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'request-timeout': { status: 408, title: 'The request did not arrive in time' },
  'too-many-shares': { status: 409, title: 'Too many shares are open' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'wrong-host': { status: 421, title: 'The request is for another host' },
  'invalid-request': { status: 422, title: 'The request has invalid values' },
  'too-many-streams': { status: 429, title: 'Too many pages are open' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'internal-error': { status: 500, title: 'Something went wrong' },
  'store-unavailable': { status: 503, title: 'The store does not answer now' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

/** A kind of problem. */
export type ProblemKind = keyof typeof problemKinds;

/** The `type` of a kind of problem, a URN. */
export function problemType(kind: ProblemKind): string {
  return `urn:gomel-briefing:problem:${kind}`;
}

/** An error that is answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly errors: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: ProblemKind,
    detail: string,
    more: {
      readonly errors?: readonly Fault[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail, { cause: more.cause });
    this.kind = kind;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }

  get status(): number {
    return problemKinds[this.kind].status;
  }

  /** The body of the response. `requestId` identifies the request in the log. */
  toJSON(requestId: string) {
    const { status, title } = problemKinds[this.kind];
    return {
      type: problemType(this.kind),
      title,
      status,
      detail: this.message,
      instance: `urn:gomel-briefing:request:${requestId}`,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
    };
  }
}

/** A problem with one entry for each value that is not accepted. */
export function invalidRequest(errors: readonly Fault[]): Problem {
  return new Problem('invalid-request', 'Some values are not accepted; see errors.', { errors });
}

/** The JSON pointer to a field of the body. Long names are shortened. */
export function pointerTo(field: string): string {
  return `#/${shorten(field).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Shortens a text to 80 characters, so that a response does not repeat a long one. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
