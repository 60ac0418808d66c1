/** Text as a PDF string: unchanged if it is ASCII, else UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${escaped(text)})`;
  return `(${escaped(Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1'))})`;
}

/**
 * An instant as a PDF string, with its offset written in full (ISO 32000-1, 7.9.4): strict readers refuse the bare `Z`
 * that PDFKit writes.
 */
export function dateString(instant: Date): string {
  return `(D:${instant.toISOString().replace(/[-:T]|\..*/g, '')}+00'00')`;
}

/** A number with at most two decimals (a hundredth of a point) and no exponent. Throws when it is not finite. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is not a place on paper`);
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** Escapes line ends, which readers would change, and brackets, which would end the string. */
function escaped(bytes: string): string {
  return bytes
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n');
}
