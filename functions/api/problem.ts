/** One thing that is wrong with a request: where, as a JSON pointer or a parameter, and what is accepted there. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** The kinds of problems that the API answers with, their status and title. */
const kinds = {
  'malformed-body': { status: 400, title: 'The body is not JSON' },
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'edition-not-found': { status: 404, title: 'There is no such edition' },
  'briefing-not-found': { status: 404, title: 'The briefing has not been made' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'invalid-request': { status: 422, title: 'The request has invalid values' },
  'internal-error': { status: 500, title: 'Something went wrong' },
  'link-refused': { status: 403, title: 'The link is not valid' },
  'store-unavailable': { status: 503, title: 'The store does not answer now' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

/** A kind of problem. */
export type ProblemKind = keyof typeof kinds;

/** An answer that says what is wrong, as `application/problem+json` (RFC 9457). */
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
    return kinds[this.kind].status;
  }

  /** The body of the answer. `requestId` finds the request in the log. */
  toJSON(requestId: string) {
    const { status, title } = kinds[this.kind];
    return {
      type: `urn:gomel-briefing:problem:${this.kind}`,
      title,
      status,
      detail: this.message,
      instance: `urn:gomel-briefing:request:${requestId}`,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
    };
  }
}
