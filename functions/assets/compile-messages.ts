import messageformat from '@messageformat/core';
import { CsvError, parse } from 'csv-parse/sync';
import { inEachLanguage, type Language, languages } from '../dataset/index.ts';
import type { Messages } from '../document/index.ts';
import { MessagesError, type MessagesProblem } from '../renderer/index.ts';

/** The CommonJS module exports the class itself, but its types put it under `default`. */
const MessageFormat = messageformat as unknown as typeof messageformat.default;

const file = 'templates/messages.csv';

/** One row of the catalogue: a key and its pattern in each language. */
type MessageRow = Readonly<Record<'key' | Language, string>>;

/** The patterns of one language by key, in the order of the file. */
export type Patterns = Readonly<Record<string, string>>;

/** A part of the messages: those of briefings, of the local page, of what shares show, or all. */
export type MessagePart = 'document' | 'page' | 'share' | 'all';

/** Only the local page and the workbook of the data use these, so a renderer does not contain them. */
const ofPage = /^(page|problem|desk)\./;

/** Only the pages, feeds and calendars of shares, and the page that ends a subscription, use these. Other messages that begin so are on shares of trade. */
const ofShare = /^(share\.(page|file|ended|revoked|none|empty|failed)|feed|calendar|mail\.unsubscribe)\./;

/** Every part has these: months, periods, dates and lists. */
const ofEach = /^(month|period|date|list)\./;

/**
 * Reads the catalogue: ICU patterns (MessageFormat 1) by key, in which `~` is a non-breaking space. Checks the whole
 * catalogue, even for one part. Throws a {@link MessagesError} with every problem and its row.
 */
export function readPatterns(csv: string, part: MessagePart = 'all'): Readonly<Record<Language, Patterns>> {
  const rows = readRows(csv);
  const problems: MessagesProblem[] = [];
  const seen = new Set<string>();
  const patterns = inEachLanguage((): Record<string, string> => ({}));
  for (const [index, row] of rows.entries()) {
    const { key } = row;
    const place = { file, row: index + 2, column: 'key', value: key };
    if (seen.has(key)) problems.push({ ...place, code: 'message_repeated', values: { key } });
    seen.add(key);
    for (const language of languages) {
      const at = { ...place, column: language, value: row[language] };
      const values = { key, language };
      if (row[language] === '') problems.push({ ...at, code: 'message_empty', values });
      // Messages of a briefing go into markup without escaping; the others are escaped where they are used.
      if (partOf(key) === 'document' && /[<>&]/.test(row[language]))
        problems.push({ ...at, code: 'message_markup', values });
      if (isOf(part, key)) patterns[language][key] = row[language].replaceAll('~', '\u00a0');
    }
  }
  if (problems.length > 0) throw new MessagesError(problems);
  return patterns;
}

function isOf(part: MessagePart, key: string): boolean {
  return part === 'all' || partOf(key) === part || ofEach.test(key);
}

function partOf(key: string): Exclude<MessagePart, 'all'> {
  if (ofPage.test(key)) return 'page';
  return ofShare.test(key) ? 'share' : 'document';
}

/** Parses the rows. Throws a {@link MessagesError} for what is no such table, however it was saved. */
export function readRows(csv: string): readonly MessageRow[] {
  refuseOtherForms(csv);
  try {
    const rows: MessageRow[] = parse(csv, { bom: true, columns: (heading: string[]) => checkedHeading(heading) });
    return rows;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const place = { file, row: Number(cause.lines ?? 1), column: null, value: '' };
    if (cause.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
      const [expected, found] = [cause.columns, cause.record].map((list) => (Array.isArray(list) ? list.length : 0));
      const values = { expected: expected ?? 0, found: found ?? 0 };
      throw new MessagesError([{ ...place, code: 'cells', values }], { cause });
    }
    throw new MessagesError([{ ...place, code: 'quotes', values: {} }], { cause });
  }
}

/** Names what a spreadsheet did to the file; the parser would report quotation marks or missing columns instead. */
function refuseOtherForms(csv: string): void {
  // Bytes that are not UTF-8, such as those of cp1251, were read as this character.
  const foreign = csv.indexOf('\ufffd');
  if (foreign >= 0) {
    const row = csv.slice(0, foreign).split('\n').length;
    throw new MessagesError([{ file, row, column: null, value: '', code: 'not_utf8', values: {} }]);
  }
  const [heading = ''] = csv.split('\n', 1);
  if (!heading.includes(',') && /[;\t|]/.test(heading)) {
    throw new MessagesError([{ file, row: 1, column: null, value: heading, code: 'separator', values: {} }]);
  }
}

function checkedHeading(heading: readonly string[]): string[] {
  const missing = ['key', ...languages].filter((column) => !heading.includes(column));
  if (missing.length === 0) return [...heading];
  const place = { file, row: 1, value: heading.join(',') };
  throw new MessagesError(
    missing.map((column) => ({ ...place, column, code: 'messages_column', values: { language: column } })),
  );
}

/** The keys of a catalogue: every language has the same. */
export function keysOf(catalogue: Readonly<Record<Language, object>>): ReadonlySet<string> {
  return new Set(Object.keys(catalogue.en));
}

/** Compiles the patterns of every language into functions. Throws a {@link MessagesError} for invalid patterns. */
export function compileMessages(csv: string, part: MessagePart = 'document'): Readonly<Record<Language, Messages>> {
  const patterns = readPatterns(csv);
  const keys = Object.keys(patterns.en);
  const problems: MessagesProblem[] = [];
  const compile = (language: Language): Messages => {
    const format = new MessageFormat(language);
    const messages: Record<string, Messages[string]> = {};
    for (const [key, pattern] of Object.entries(patterns[language])) {
      if (!isOf(part, key)) continue;
      try {
        messages[key] = format.compile(pattern);
      } catch (cause) {
        const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split(/:?\n/);
        const place = { file, row: keys.indexOf(key) + 2, column: language, value: pattern };
        problems.push({ ...place, code: 'message_pattern', values: { key, language, reason } });
      }
    }
    return messages;
  };
  const compiled = inEachLanguage(compile);
  if (problems.length > 0) throw new MessagesError(problems);
  return compiled;
}
