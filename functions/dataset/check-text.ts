import { type Language, languages } from './languages.ts';
import { repertoire } from './repertoire.ts';
import type { Row } from './row.ts';
import type { Field, Table } from './tables.ts';
import type { Violation } from './violation.ts';

/** How long a text may be, and how long a word in it, in characters. */
interface Limits {
  readonly text: number;
  readonly word: number;
}

/** The longest text that the pages have room for, by column; names without their language suffix. */
const limits: Readonly<Record<string, Limits>> = {
  publisher: { text: 60, word: 40 },
  title: { text: 200, word: 40 },
  name: { text: 50, word: 40 },
  label: { text: 40, word: 40 },
  text: { text: 300, word: 40 },
  detail: { text: 150, word: 40 },
  printed: { text: 60, word: 40 },
  locator: { text: 120, word: 60 },
  note: { text: 1000, word: 200 },
  url: { text: 2000, word: 2000 },
};

/** Columns of codes, dates and other text that is not prose. */
const codeLimits: Limits = { text: 80, word: 80 };

const printable = new Set(`${repertoire}\n`);

/** Control characters except the line feed, direction marks, and code points that are no characters. */
const hidden = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/u;

/** Checks the texts of a table: that each can be printed and fits, and is in the language of its column. */
export function checkTexts(table: Table, rows: readonly Row[]): readonly Violation[] {
  const fields = table.fields.filter(({ type }) => type === 'string');
  return rows.flatMap((row) => fields.flatMap((field) => checkText(`${table.name}.csv`, row, field)));
}

function checkText(file: string, row: Row, { name: column }: Field): readonly Violation[] {
  const value = row.cells[column] ?? '';
  if (value === '') return [];
  const at = { file, row: row.number, column, value };
  const [, base = column, language] = /^(.+)_(en|ru|be)$/.exec(column) ?? [];
  const character = checkCharacters(at, column);
  if (character) return [character];
  const tooLong = checkLength(at, limits[base] ?? codeLimits);
  if (tooLong) return [tooLong];
  const known = languages.find((one) => one === language);
  return known ? checkLanguage(at, base, known) : [];
}

type At = Pick<Violation, 'file' | 'row' | 'column' | 'value'>;

/** The first character that cannot stand here. A note is not printed, an address is checked as a whole. */
function checkCharacters(at: At, column: string): Violation | null {
  const unseen = hidden.exec(at.value);
  if (unseen) {
    return {
      ...at,
      code: 'hidden_character',
      values: { codePoint: codePointOf(unseen[0]), position: unseen.index + 1 },
    };
  }
  if (column === 'note' || column === 'url') return null;
  const character = [...at.value].find((one) => !printable.has(one));
  if (character === undefined) return null;
  return { ...at, code: 'character', values: { character, codePoint: codePointOf(character) } };
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function checkLength(at: At, { text, word }: Limits): Violation | null {
  if (at.value.length > text) {
    return { ...at, code: 'too_long', values: { maximum: text, length: at.value.length } };
  }
  const long = at.value.split(/\s/).find((part) => part.length > word);
  if (long === undefined) return null;
  return { ...at, code: 'word_too_long', values: { maximum: word, length: long.length } };
}

/** Letters that a language does not have: a text with one is in another language. */
const foreign: Readonly<Record<Language, RegExp>> = {
  en: /\p{Script=Cyrillic}/gu,
  ru: /[іў]/giu,
  be: /[ищъ]/giu,
};

/** Latin letters inside a Cyrillic word, which look alike: no search finds such a word. */
const lookAlike = /(?<=\p{Script=Cyrillic})[A-Za-z]+|[A-Za-z]+(?=\p{Script=Cyrillic})/gu;

/** Columns that hold names, which may be in Latin letters in every language. */
const nameColumns: readonly string[] = ['publisher', 'text', 'detail'];

/** Checks by its letters that a text is in the language of its column. Text in quotation marks is a name. */
function checkLanguage(at: At, base: string, language: Language): readonly Violation[] {
  const ownWords = language === 'en' ? at.value : at.value.replace(/«[^»]*»|„[^“]*“|"[^"]*"/g, '');
  const mixed = language === 'en' ? [] : (ownWords.match(lookAlike) ?? []);
  const letters = [...new Set([...(ownWords.match(foreign[language]) ?? []), ...mixed])];
  if (letters.length > 0) {
    return [{ ...at, code: 'other_language', values: { language, letters: letters.join(' ') } }];
  }
  const lacksCyrillic = language !== 'en' && /\p{L}/u.test(at.value) && !/\p{Script=Cyrillic}/u.test(at.value);
  const isName = nameColumns.includes(base) && !/(?<![\p{L}\p{N}.])\p{Ll}{2}/u.test(at.value);
  if (!lacksCyrillic || isName) return [];
  return [{ ...at, code: 'not_translated', values: { language } }];
}
