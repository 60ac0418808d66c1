import { describe, expect, it } from 'vitest';
import { type Message, mimeMessage } from '../../functions/mail/index.ts';
import { noon } from '../package-files.ts';

const message: Message = {
  from: 'briefing@example.org',
  to: 'reader@example.org',
  subject: 'Справка «Гомельская область – Россия»: выпуск за октябрь 2026 г.',
  text: 'Опубликован выпуск.\n',
  html: '<p>Опубликован выпуск.</p>\n',
  language: 'ru',
  attachments: [
    { name: 'sheet.pdf', type: 'application/pdf', bytes: Uint8Array.from({ length: 1000 }, (_, at) => at) },
  ],
  date: noon,
  unsubscribe: 'https://share.example/s/token/unsubscribe',
};

const textOf = (changes: Partial<Message> = {}) =>
  Buffer.from(mimeMessage({ ...message, ...changes })).toString('latin1');

/** The headers of a message, unfolded, by their names. */
function headersOf(text: string): ReadonlyMap<string, string> {
  const [head = ''] = text.split('\r\n\r\n', 1);
  const lines = head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}

/** What stands in base64 between a header and the next boundary. */
function contentAfter(text: string, header: string): Buffer {
  const rest = text.slice(text.indexOf(header));
  const body = rest.slice(rest.indexOf('\r\n\r\n') + 4);
  return Buffer.from(body.slice(0, body.indexOf('\r\n--')), 'base64');
}

describe('a message', () => {
  it('has both forms of its body and the file as it was', () => {
    const text = textOf();
    expect(contentAfter(text, 'Content-Type: text/plain').toString()).toBe(message.text);
    expect(contentAfter(text, 'Content-Type: text/html').toString()).toBe(message.html);
    expect(contentAfter(text, 'Content-Type: application/pdf')).toEqual(
      Buffer.from(message.attachments[0]?.bytes ?? []),
    );
    expect(text).toContain('Content-Disposition: attachment; filename="sheet.pdf"');
  });

  it('is ASCII in lines that every server takes, with the subject in encoded words of 75 characters at most', () => {
    const text = textOf();
    expect(text).toMatch(/^[\r\n\x20-\x7e]*$/);
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    const words = [...(headersOf(text).get('Subject') ?? '').matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)];
    for (const [word] of words) expect(word.length).toBeLessThanOrEqual(75);
    expect(words.map(([, part = '']) => Buffer.from(part, 'base64').toString()).join('')).toBe(message.subject);
    expect(headersOf(textOf({ subject: 'Plain' })).get('Subject')).toBe('Plain');
  });

  it('lets a mail program end the subscription with one POST', () => {
    const headers = headersOf(textOf());
    expect(headers.get('List-Unsubscribe')).toBe('<https://share.example/s/token/unsubscribe>');
    expect(headers.get('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  });

  it('is the same bytes for the same message, and has an id of its own', () => {
    expect(textOf()).toBe(textOf());
    const idOf = (changes: Partial<Message>) => headersOf(textOf(changes)).get('Message-ID');
    expect(idOf({})).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    expect(idOf({})).not.toBe(idOf({ to: 'other@example.org' }));
  });

  it.each([
    ['From', { from: 'a@example.org\r\nBcc: b@example.org' }],
    ['To', { to: 'a@example.org\nBcc: b@example.org' }],
    ['List-Unsubscribe', { unsubscribe: 'https://a.example/\r\nX: y' }],
  ])('is refused when its %s would begin another header', (name, changes) => {
    expect(() => textOf(changes)).toThrow(`${name}: "`);
    expect(() => textOf(changes)).toThrow('is not one line of ASCII');
  });

  it('keeps a subject of several lines in one', () => {
    expect(headersOf(textOf({ subject: 'a\r\nBcc: b@example.org' })).has('Bcc')).toBe(false);
  });
});
