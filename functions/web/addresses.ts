import type { Language } from '../dataset/index.ts';
import type { WebFile } from '../document/index.ts';

/** The addresses to which the page links; what has none is left out. */
export interface Addresses {
  /** The same edition in other languages. */
  readonly languages: Readonly<Partial<Record<Language, string>>>;
  /** The edition in other forms. */
  readonly files: Readonly<Partial<Record<WebFile, string>>>;
}
