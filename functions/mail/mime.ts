import { createHash } from 'node:crypto';

/** A file of a message. */
export interface Attachment {
  /** Its name, in ASCII without quotation marks. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A message to one reader. */
export interface Message {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The body as plain text, and the same as HTML. */
  readonly text: string;
  readonly html: string;
  /** Two letters, ISO 639-1. */
  readonly language: string;
  readonly attachments: readonly Attachment[];
  readonly date: Date;
  /** Where a single POST ends the subscription (RFC 8058). */
  readonly unsubscribe: string;
}

/**
 * Writes a message as a mail program sends it (RFC 5322, MIME): two forms of the body and the attachments, everything in
 * base64 so that no relay changes it. The same message gives the same bytes. Throws an error when a header would have
 * two lines.
 */
export function mimeMessage(message: Message): Uint8Array {
  const { from, to, subject, text, html, language, attachments, date, unsubscribe } = message;
  const id = createHash('sha256').update([from, to, subject, text, date.toISOString()].join('\n')).digest('hex');
  const [mixed, alternative] = [`mixed-${id.slice(0, 16)}`, `bodies-${id.slice(0, 16)}`];
  const bodies = [
    ...part('text/plain; charset=utf-8', [`Content-Language: ${language}`], Buffer.from(text)),
    `--${alternative}`,
    ...part('text/html; charset=utf-8', [`Content-Language: ${language}`], Buffer.from(html)),
  ];
  const lines = [
    header('From', from),
    header('To', to),
    header('Subject', encodedWords(subject)),
    header('Date', date.toUTCString().replace('GMT', '+0000')),
    header('Message-ID', `<${id.slice(0, 32)}@${from.slice(from.lastIndexOf('@') + 1)}>`),
    header('List-Unsubscribe', `<${unsubscribe}>`),
    header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
    header('Auto-Submitted', 'auto-generated'),
    header('MIME-Version', '1.0'),
    `Content-Type: multipart/mixed; boundary="${mixed}"`,
    '',
    `--${mixed}`,
    `Content-Type: multipart/alternative; boundary="${alternative}"`,
    '',
    `--${alternative}`,
    ...bodies,
    `--${alternative}--`,
    ...attachments.flatMap((attachment) => [`--${mixed}`, ...attachmentPart(attachment)]),
    `--${mixed}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'ascii');
}

function header(name: string, value: string): string {
  if (/[^\x20-\x7e]/.test(value)) {
    throw new Error(`${name}: ${JSON.stringify(value)} is not one line of ASCII, as a header is`);
  }
  return `${name}: ${value.replaceAll('?= =?', '?=\r\n =?')}`;
}

function attachmentPart({ name, type, bytes }: Attachment): readonly string[] {
  const disposition = header('Content-Disposition', `attachment; filename="${name}"`);
  return part(`${type}; name="${name}"`, [disposition], bytes);
}

/** A part of a message: its headers, an empty line, and its bytes in lines of 76 characters. */
function part(type: string, headers: readonly string[], bytes: Uint8Array): readonly string[] {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [header('Content-Type', type), ...headers, 'Content-Transfer-Encoding: base64', '', ...lines];
}

/** The most bytes of text in an encoded word: with the name of the header it fits a line of 78 (RFC 5322, 2.1.1). */
const wordBytes = 39;

/** A text for a header: as it is if it is ASCII, else as encoded words in folded lines, cut between characters. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [''];
  for (const character of text.toWellFormed()) {
    const last = words.at(-1) ?? '';
    if (Buffer.byteLength(last + character) <= wordBytes) words[words.length - 1] = last + character;
    else words.push(character);
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}
