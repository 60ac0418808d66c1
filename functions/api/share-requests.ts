import * as v from 'valibot';
import type { Language } from '../dataset/index.ts';
import { limits } from '../shares/index.ts';
import { pointerTo } from './problem.ts';
import { readJsonBody } from './read-body.ts';
import { editionName, languageName, parameterIn, parse } from './requests.ts';

/** A request for a new share. */
export interface ShareRequest {
  /** `YYYY-MM`, or `latest`. */
  readonly edition: string;
  readonly language: Language;
  readonly days: number;
  readonly label: string;
}

/**
 * What a label may be: one line with something on it. Control characters, which include the ends of lines, could forge
 * a second entry where labels are listed.
 */
export const labelPattern =
  '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*[^\\u0000-\\u0020\\u007f-\\u00a0\\u2028\\u2029][^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';

/** The id of a share, and the digest of a file. */
export const sha256Pattern = '^[0-9a-f]{64}$';

const days = `expected a whole number of days from ${limits.days.min} to ${limits.days.max}`;
const label = `expected one line of ${limits.label.min} to ${limits.label.max} letters that says whom the share is for`;

const oneLine = new RegExp(labelPattern, 'u');

const shareForm = v.object({
  edition: v.optional(editionName, 'latest'),
  language: v.optional(languageName, 'en'),
  days: v.optional(
    v.pipe(
      v.number(days),
      v.check((count) => Number.isInteger(count) && count >= limits.days.min && count <= limits.days.max, days),
    ),
    limits.days.default,
  ),
  // Without a default the message would be valibot's own.
  label: v.optional(
    v.pipe(
      v.string(label),
      v.check((text) => oneLine.test(text) && [...text].length <= limits.label.max, label),
    ),
    '',
  ),
});

/** Reads the body of a request for a share. Only the label has no default. */
export function readShareRequest(body: Uint8Array): ShareRequest {
  const input = readJsonBody(body);
  return parse(shareForm, input === undefined ? {} : input, pointerTo);
}

const digest = (expected: string) => v.pipe(v.string(), v.regex(new RegExp(sha256Pattern), expected));

/** Reads the id of a share from the path. */
export function readShareId(id = ''): string {
  const form = v.object({ id: digest('expected the id of a share, 64 hexadecimal digits') });
  return parse(form, { id }, parameterIn('path')).id;
}
