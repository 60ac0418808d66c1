/** The media types of a briefing: its description, or the file itself for programs and for browsers. */
const offered = ['application/json', 'application/pdf', 'text/html'] as const;

/** A media type of a briefing. */
export type Offered = (typeof offered)[number];

interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The offered type that suits an `Accept` header best (RFC 9110, 12.5.1). The most specific range that matches a type
 * gives its quality; among equals JSON comes first. A header that matches no type is ignored.
 */
export function negotiate(accept = '*/*'): Offered {
  const ranges = accept.split(',').map(rangeOf);
  const [best] = offered
    .map((type) => ({ type, quality: qualityOf(type, ranges) }))
    .toSorted((a, b) => b.quality - a.quality);
  return best && best.quality > 0 ? best.type : 'application/json';
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

function qualityOf(type: Offered, ranges: readonly Range[]): number {
  const family = `${type.slice(0, type.indexOf('/'))}/*`;
  for (const name of [type, family, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === name);
    if (range) return range.quality;
  }
  return 0;
}
