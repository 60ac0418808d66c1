/**
 * The `Content-Disposition` header that saves a file under a name (RFC 6266). The full name is encoded by RFC 8187,
 * beside a plain ASCII one, so that no name can end the value or the line.
 */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w .()+-]/gu, '_');
  const header = `attachment; filename="${plain}"`;
  return plain === fileName ? header : `${header}; filename*=UTF-8''${encodeExtended(fileName.toWellFormed())}`;
}

/** Percent-encodes everything except the characters that RFC 8187 allows. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
