/** The languages of every edition, in the order in which they are offered. */
export const languages = ['en', 'ru', 'be'] as const;

/** A language of the briefing: English, Russian or Belarusian. */
export type Language = (typeof languages)[number];

/** The same text, once in each language. */
export type Localised = Readonly<Record<Language, string>>;

/** Makes something once in each language. */
export function inEachLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { en: make('en'), ru: make('ru'), be: make('be') };
}

/** A script in which words are written. */
export type Script = 'Latin' | 'Cyrillic';

/** Everything that depends on a language and is not a message. */
export interface LanguageFacts {
  /** What it is called in English, and by those who speak it. */
  readonly name: string;
  readonly ownName: string;
  /** The script of its words; names in Latin letters are marked as English among words of another. */
  readonly script: Script;
  /** The thousands separator and the decimal separator. No line breaks at either. */
  readonly thousands: string;
  readonly decimal: string;
  /** Where a line must not break: each pattern is replaced by the text beside it. */
  readonly noBreaks: readonly (readonly [pattern: RegExp, replacement: string])[];
}

/**
 * After words of one or two letters, which begin no line's last place («о торговле», «на рынке», «г. Москва»), before
 * a dash, and between a number and its «г.».
 */
const russianNoBreaks: LanguageFacts['noBreaks'] = [
  [/(?<![\p{L}\p{N}])(\p{L}{1,2}\.?) (?=\S)/gu, '$1\u00a0'],
  [/ – /g, '\u00a0– '],
  [/(\d) (?=г\.|%)/g, '$1\u00a0'],
];

/**
 * The facts of each language. Belarusian groups four digits too, as the National Bank of Belarus prints them, although
 * CLDR would not.
 */
export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: {
    name: 'English',
    ownName: 'English',
    script: 'Latin',
    thousands: ',',
    decimal: '.',
    noBreaks: [],
  },
  ru: {
    name: 'Russian',
    ownName: 'Русский',
    script: 'Cyrillic',
    thousands: '\u00a0',
    decimal: ',',
    noBreaks: russianNoBreaks,
  },
  be: {
    name: 'Belarusian',
    ownName: 'Беларуская',
    script: 'Cyrillic',
    thousands: '\u00a0',
    decimal: ',',
    noBreaks: russianNoBreaks,
  },
};

/** The scripts of our languages, each once. */
export const scripts: readonly Script[] = [...new Set(languages.map((language) => languageFacts[language].script))];
