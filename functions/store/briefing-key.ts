import { type Rendition, renditions } from './rendition.ts';

/** The key of a stored briefing: its edition, language and rendition, and the digest of everything it was made from. */
export interface BriefingKey {
  /** `YYYY-MM`. */
  readonly edition: string;
  /** Two letters, ISO 639-1. */
  readonly language: string;
  /** Hexadecimal, 16 digits; the same for all renditions. */
  readonly digest: string;
  readonly rendition: Rendition;
}

/** The prefix of all briefings, in every store. */
export const briefingsPrefix = 'briefings/';

/** The path of a briefing in a store. */
export function pathOf({ edition, language, digest, rendition }: BriefingKey): string {
  return `${briefingsPrefix}${edition}/${language}/${digest}${rendition.ending}`;
}

/** Parses a path into its key; null when it is not the path of a briefing. */
export function keyOf(path: string): BriefingKey | null {
  const match = /^briefings\/(\d{4}-(?:0[1-9]|1[0-2]))\/([a-z]{2})\/([0-9a-f]{16})([^/]+)$/.exec(path);
  const rendition = renditions.find(({ ending }) => ending === match?.[4]);
  if (!match || !rendition) return null;
  const [, edition = '', language = '', digest = ''] = match;
  return { edition, language, digest, rendition };
}

/** The name under which the file of a briefing is saved. */
export function fileNameOf({ edition, language, rendition }: Omit<BriefingKey, 'digest'>): string {
  return `gomel-russia-briefing-${edition}-${language}${rendition.ending}`;
}
