import type { Summary } from './statistics.ts';

/** A table in Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A median with its quartiles: `17.2 (16.9–18.0)`. */
export function spread({ median, lower, upper }: Summary): string {
  return `${digits(median)} (${digits(lower)}–${digits(upper)})`;
}

/** A number with three digits, but at most two decimals. */
export function digits(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toFixed(decimals);
}

/** A ratio, such as `×0.25`. */
export function times(ratio: number): string {
  return `×${digits(ratio)}`;
}

/** A number of bytes in KB of 1,000. */
export function kilobytes(bytes: number): string {
  return `${digits(bytes / 1000)} KB`;
}

/** A number of bytes in MB of 1,000,000. */
export function megabytes(bytes: number): string {
  return `${digits(bytes / 1e6)} MB`;
}

/** A ratio below a half as a fraction, such as `1/12`; other ratios as they are. */
export function part(ratio: number): string {
  return ratio < 0.5 ? `1/${digits(1 / ratio)}` : digits(ratio);
}
