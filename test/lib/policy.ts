import { written } from './templates.ts';

/** A statement of a policy. */
export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Principal?: string | Readonly<Record<string, unknown>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A policy. */
export interface Document {
  readonly Statement: readonly Statement[];
}

/** A call that a policy decides on: its action, its resource as `written` names it, and its condition keys. */
export interface PolicyCall {
  readonly action: string;
  readonly resource: string;
  /** A key that a call does not have is absent. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Whether AWS would allow a call by some statements: one of them allows it and none denies it, as the evaluation logic
 * of IAM says. It knows the operators of our policies, and throws for any other.
 */
export function isAllowed(call: PolicyCall, statements: readonly Statement[]): boolean {
  const matching = statements.filter((statement) => matches(call, statement));
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
}

/** Whether a statement is about a call. */
export function matches(call: PolicyCall, { Action, Resource, Condition = {} }: Statement): boolean {
  return (
    [Action].flat().some((pattern) => isLike(call.action, pattern)) &&
    [Resource].flat().some((resource) => isLike(call.resource, written(resource))) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, call.keys[key], [wanted].flat().map(String))),
    )
  );
}

/** Whether the key of a call meets a condition. */
function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  switch (operator) {
    case 'Null':
      return wanted.includes(String(value === undefined));
    case 'Bool':
      return value !== undefined && wanted.includes(value);
    case 'StringLike':
      return value !== undefined && wanted.some((pattern) => isLike(value, pattern));
    case 'NumericLessThan':
      return value !== undefined && wanted.some((limit) => Number(value) < Number(limit));
    default:
      throw new Error(`this test does not know the operator ${operator}: add it as IAM documents it`);
  }
}

/** Whether a text is like a pattern, in which * is any text and ? one character. */
function isLike(text: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}
