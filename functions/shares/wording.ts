import type { Language, Localised } from '../dataset/index.ts';
import type { Messages } from '../document/index.ts';

/** The words and colours of what a share shows besides the edition itself. */
export interface ShareWording {
  /** The messages of the part `share`, with months and dates. */
  readonly messages: Readonly<Record<Language, Messages>>;
  /** The name of the series of briefings. */
  readonly series: Localised;
  readonly colours: ShareColours;
}

/** The colours of a brand that a plain page needs, `#RRGGBB`. */
export type ShareColours = Readonly<Record<'text' | 'textSecondary' | 'rule' | 'panel' | 'exports', string>>;
