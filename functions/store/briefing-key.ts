/** The key of a stored briefing: its edition, its language, and the digest of everything it was made from. */
export interface BriefingKey {
  /** `YYYY-MM`. */
  readonly edition: string;
  /** Two letters, ISO 639-1. */
  readonly language: string;
  /** Hexadecimal, 16 digits. */
  readonly digest: string;
}

/** The prefix of all briefings, in every store. */
export const briefingsPrefix = 'briefings/';

/** The path of a briefing in a store. */
export function pathOf({ edition, language, digest }: BriefingKey): string {
  return `${briefingsPrefix}${edition}/${language}/${digest}.pdf`;
}

/** Parses a path into its key; null when it is not the path of a briefing. */
export function keyOf(path: string): BriefingKey | null {
  const match = /^briefings\/(\d{4}-(?:0[1-9]|1[0-2]))\/([a-z]{2})\/([0-9a-f]{16})\.pdf$/.exec(path);
  if (!match) return null;
  const [, edition = '', language = '', digest = ''] = match;
  return { edition, language, digest };
}
