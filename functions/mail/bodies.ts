import { escapeMarkup, type Mail, type MailLine } from '../document/index.ts';

/** A mail as plain text. */
export function plainBody({ paragraphs }: Mail): string {
  return `${paragraphs.map((lines) => lines.map(({ text }) => text).join('\n')).join('\n\n')}\n`;
}

/** A mail as HTML that mail programs show: paragraphs and links, in the reader's own type. */
export function htmlBody({ subject, paragraphs }: Mail, language: string): string {
  const last = paragraphs.length - 1;
  const body = paragraphs.map((lines, index) => {
    const style = index === last ? ' style="font-size:smaller"' : '';
    return `<p${style}>${lines.map(lineOf).join('<br>\n')}</p>`;
  });
  const head = `<head><meta charset="utf-8"><title>${escapeMarkup(subject)}</title></head>`;
  return `<!doctype html>\n<html lang="${language}">\n${head}\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;
}

function lineOf({ text, address }: MailLine): string {
  if (address === undefined) return escapeMarkup(text);
  return escapeMarkup(text).replace(escapeMarkup(address), (shown) => `<a href="${shown}">${shown}</a>`);
}
