import type { Language } from '../dataset/index.ts';

/** Where a link leads, and what it says of itself to those who do not see it. */
export interface Link {
  readonly to: 'note' | 'section' | 'url';
  /** The number of a note, the id of a section, or a URL. */
  readonly target: string;
  readonly description: string;
}

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly small?: true;
  /** What is no longer so: it is struck through. */
  readonly struck?: true;
  /** A calculated figure: it gets a dotted underline. */
  readonly calculated?: true;
  readonly link?: Link;
  readonly language?: Language;
  /** The id of a section whose page number stands here; `text` holds its place. */
  readonly pageOf?: string;
}

/** Text in one or several styles. */
export type Inline = readonly Run[];
