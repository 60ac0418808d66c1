/** The languages of every edition, in the order in which they are offered. */
export const languages = ['en', 'ru', 'be'] as const;

/** A language of the briefing: English, Russian or Belarusian. */
export type Language = (typeof languages)[number];

/** The same text, once in each language. */
export type Localised = Readonly<Record<Language, string>>;
