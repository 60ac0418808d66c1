import { invalidRequest, Problem, pointerTo } from './problem.ts';

/** The largest body that is accepted, in bytes. */
export const maximumBody = 16_384;

/**
 * Parses a body as JSON; undefined when it is empty. Throws a {@link Problem} when it is too large, not UTF-8, not
 * JSON, or has a duplicate field: it is not clear which of the two was meant.
 */
export function readJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length > maximumBody) {
    throw new Problem('body-too-large', `The body has ${bytes.length} bytes; at most ${maximumBody} are read.`);
  }
  const text = decode(bytes);
  if (text.trim() === '') return undefined;
  const value = parse(text);
  const twice = repeatedFields(text);
  if (twice.length > 0) {
    throw invalidRequest(twice.map((pointer) => ({ pointer, detail: 'the field stands here twice; send it once' })));
  }
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem('malformed-body', 'The body is not valid UTF-8; send JSON in UTF-8.', { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = 'The body must be a JSON object such as {"edition":"2021-07","language":"en"}.';
    throw new Problem('malformed-body', detail, { cause });
  }
}

/** The tokens of a valid JSON text that matter here: strings, with the colon if they are field names, and brackets. */
const tokens = /(?<string>"(?:[^"\\]|\\.)*")(?<colon>\s*:)?|[{}[\]]/g;

/** JSON pointers to duplicate fields. `JSON.parse` keeps the last one and reports nothing. */
function repeatedFields(text: string): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  let depth = 0;
  for (const { 0: token, groups } of text.matchAll(tokens)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1 && groups?.colon && groups.string) {
      const name = JSON.parse(groups.string) as string;
      if (seen.has(name)) twice.add(pointerTo(name));
      seen.add(name);
    }
  }
  return [...twice];
}
