import type { Tone } from '../../document/index.ts';
import type { Colours } from '../theme.ts';

/** The colour role of text in a tone. */
export const toneText: Readonly<Record<Tone, keyof Colours>> = {
  turnover: 'textSecondary',
  exports: 'exports',
  imports: 'importsText',
  balance: 'text',
};
