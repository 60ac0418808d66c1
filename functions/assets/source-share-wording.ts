import type { ShareWording } from '../shares/index.ts';
import { readShareWording } from './share-wording.ts';

/**
 * The words and colours of shares, in the brand of the variable `BRAND`. The function imports this module as
 * `#share-wording`; the bundle has a module with the same export, compiled.
 */
export const shareWording: ShareWording = readShareWording(process.env.BRAND ?? 'default');
