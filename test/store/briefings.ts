/** The key of a briefing; its digest is any. */
export const key = (edition: string, language = 'en', digest = '0123456789abcdef') => ({ edition, language, digest });

/** Facts with letters that are not ASCII. */
export const facts = {
  title: 'Гомельская область — Россия: экономические связи',
  pages: 8,
  sha256: 'ab',
  data: { version: '1.0.0', newestPeriod: '2020', newestPublished: '2021-07-27', newFigures: 22 },
};

/** Bytes that stand for a briefing. */
export const bytes = new TextEncoder().encode('%PDF-1.7 a briefing');
