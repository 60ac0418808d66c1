import type { Label } from '../document/index.ts';
import { html, type Part } from './markup.ts';

/** A number or word; a calculated one has a dotted underline. */
export function number({ text, calculated }: Label): Part {
  return calculated ? html`<u>${text}</u>` : text;
}
