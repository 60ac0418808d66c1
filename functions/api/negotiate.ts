import type { Format } from '../store/index.ts';
import { formats, mediaTypes } from '../store/index.ts';

/** The media types of a briefing: its description, or a file for programs and browsers. */
const offered: readonly { readonly type: string; readonly format: Format | null }[] = [
  { type: 'application/json', format: null },
  ...formats.map((format) => ({ type: mediaTypes[format].replace(/;.*/, ''), format })),
];

interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The format of the file that suits an `Accept` header best (RFC 9110, 12.5.1); null for the description. The most
 * specific range that matches a type gives its quality; among equals the description comes first, then the formats in
 * their order. A header that matches no type is ignored.
 */
export function negotiate(accept = '*/*'): Format | null {
  const ranges = accept.split(',').map(rangeOf);
  const [best] = offered
    .map(({ type, format }) => ({ format, quality: qualityOf(type, ranges) }))
    .toSorted((a, b) => b.quality - a.quality);
  return best && best.quality > 0 ? best.format : null;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

function qualityOf(type: string, ranges: readonly Range[]): number {
  const family = `${type.slice(0, type.indexOf('/'))}/*`;
  for (const name of [type, family, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === name);
    if (range) return range.quality;
  }
  return 0;
}
