import type { Language } from '../dataset/index.ts';

/** What a share may be. */
export const limits = {
  /** How many days it is open. */
  days: { min: 1, max: 366, default: 180 },
  /** How many letters its label has. */
  label: { min: 1, max: 200 },
  /** How many shares can be open at a time, without those in mails. */
  open: 1000,
} as const;

/** What is asked for with a new share. */
export interface NewShare {
  /** `YYYY-MM`, or `latest`: then the page follows the months. */
  readonly edition: string;
  readonly language: Language;
  /** Whom it is for, in the words of the one who makes it. Readers do not see it. */
  readonly label: string;
  /** The instant from which it no longer opens. */
  readonly endsAt: Date;
  /** The reader whose mail has it; null when someone asked for it. */
  readonly reader: string | null;
}

/** Lets whoever has its address read an edition without credentials, until it ends or is revoked. */
export interface Share extends NewShare {
  /** The SHA-256 of its token. Nobody can open the share with it. */
  readonly id: string;
  readonly created: Date;
  readonly revoked: Date | null;
}

/** Whether a share opens, and if not, why. */
export type ShareState = 'open' | 'ended' | 'revoked';

/** The state of a share at an instant. */
export function stateOf({ endsAt, revoked }: Share, now: Date): ShareState {
  if (revoked !== null) return 'revoked';
  return now < endsAt ? 'open' : 'ended';
}
