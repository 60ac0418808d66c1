import { fullPdf } from '../../functions/store/index.ts';

/** A briefing key with any digest. */
export const key = (edition: string, language = 'en', digest = '0123456789abcdef') => ({
  edition,
  language,
  digest,
  rendition: fullPdf,
});

/** Facts with non-ASCII letters. */
export const facts = {
  title: 'Гомельская область — Россия: экономические связи',
  pages: 8,
  sha256: 'ab',
  data: { version: '1.0.0', newestPeriod: '2020', newestPublished: '2021-07-27', newFigures: 22 },
};

/** The bytes of a stand-in for a briefing. */
export const bytes = new TextEncoder().encode('%PDF-1.7 a briefing');
