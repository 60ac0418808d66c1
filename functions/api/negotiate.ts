/** The types in which a briefing is given: what the API tells of it, or the file itself to programs and to browsers. */
const offered = ['application/json', 'application/pdf', 'text/html'] as const;

/** A type in which a briefing is given. */
export type Offered = (typeof offered)[number];

interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The offered type that suits a header `Accept` best (RFC 9110, 12.5.1): the most specific range that matches a type
 * gives its quality, and of equals JSON comes first. A header that fits none of them is taken for none.
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
