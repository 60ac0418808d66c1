import messageformat from '@messageformat/core';
import { parse } from 'csv-parse/sync';
import { inEachLanguage, type Language, languages } from '../dataset/index.ts';
import type { Messages } from '../document/index.ts';
import { MessagesError } from '../renderer/index.ts';

/** The class itself is what the CommonJS module exports; its types put it under `default`. */
const MessageFormat = messageformat as unknown as typeof messageformat.default;

/** One row of `templates/messages.csv`: a key and its pattern in each language. */
type MessageRow = Readonly<Record<'key' | Language, string>>;

/** The patterns of one language by key, in the order of the file. */
export type Patterns = Readonly<Record<string, string>>;

/**
 * Reads the catalogue: ICU patterns (MessageFormat 1) by key, in which `~` stands for a non-breaking space.
 * Throws a {@link MessagesError} that names every missing or repeated message with its row, or the column of a language
 * that is not there.
 */
export function readPatterns(csv: string): Readonly<Record<Language, Patterns>> {
  const rows: MessageRow[] = parse(csv, { columns: true });
  const [first = {}] = rows;
  const absent = languages.filter((language) => !(language in first));
  if (absent.length > 0) {
    throw new MessagesError(
      `templates/messages.csv row 1: there is no column ${absent.join(', ')}; add it with its texts`,
    );
  }
  const problems: string[] = [];
  const seen = new Set<string>();
  const patterns = inEachLanguage((): Record<string, string> => ({}));
  for (const [index, row] of rows.entries()) {
    const place = `templates/messages.csv row ${index + 2}`;
    if (seen.has(row.key)) problems.push(`${place}: the key "${row.key}" stands here twice; keep one`);
    seen.add(row.key);
    for (const language of languages) {
      if (!row[language]) problems.push(`${place}: "${row.key}" has no text in the column ${language}`);
      if (/[<>&]/.test(row[language])) problems.push(`${place}: "${row.key}" (${language}) must not contain <, > or &`);
      patterns[language][row.key] = row[language].replaceAll('~', '\u00a0');
    }
  }
  if (problems.length > 0) throw new MessagesError(problems.join('\n'));
  return patterns;
}

/** The keys of a catalogue: every language has the same. */
export function keysOf(catalogue: Readonly<Record<Language, object>>): ReadonlySet<string> {
  return new Set(Object.keys(catalogue.en));
}

/** Compiles the patterns of every language into functions. */
export function compileMessages(csv: string): Readonly<Record<Language, Messages>> {
  const patterns = readPatterns(csv);
  const compile = (language: Language): Messages => {
    const format = new MessageFormat(language);
    const compiled = (key: string, pattern: string) => {
      try {
        return format.compile(pattern);
      } catch (cause) {
        throw new MessagesError(`templates/messages.csv: "${key}" (${language}): ${String(cause)}`, { cause });
      }
    };
    return Object.fromEntries(
      Object.entries(patterns[language]).map(([key, pattern]) => [key, compiled(key, pattern)]),
    );
  };
  return inEachLanguage(compile);
}
