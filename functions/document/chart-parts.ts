import type { Figure } from '../figures/index.ts';

/** A number or word in a chart; a calculated one gets a dotted underline. */
export interface Label {
  readonly text: string;
  readonly calculated: boolean;
}

/** What a mark shows. It decides the colours of the fill, outline and text. */
export type Tone = 'turnover' | 'exports' | 'imports' | 'balance';

/** Every chart has an alternative text for readers who cannot see it. */
export interface Described {
  readonly alt: string;
}

/** A figure that a chart draws. */
export interface Shown {
  readonly figure: Figure;
  /** The name of what it is about, where the chart has a row or place for each: a region or a good. */
  readonly row?: string;
  /** What tells it from others of the same name: who states it, or what it is a part of. */
  readonly apart?: string;
}

/** A chart of figures: `shows` has all that it draws, in the order of reading, for the table of its data. */
export interface OfFigures extends Described {
  readonly shows: readonly Shown[];
}
