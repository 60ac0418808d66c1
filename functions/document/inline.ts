import type { Language } from '../dataset/index.ts';

/** The target of a link, and its description for screen readers. */
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
  /** A former value, struck through. */
  readonly struck?: true;
  /** A calculated figure: it gets a dotted underline. */
  readonly calculated?: true;
  readonly link?: Link;
  readonly language?: Language;
  /** The id of a section whose page number is printed here; zeros stand for it in `text`. A web page names the section. */
  readonly pageOf?: string;
  /** As with blocks: those with the lowest number leave first where their section needs more than a page. */
  readonly yields?: number;
  /** It stands only once everything with this rank has left. */
  readonly instead?: number;
}

/** Text in one or several styles. */
export type Inline = readonly Run[];
