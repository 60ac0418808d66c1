import type { Label, OfFigures, Tone } from './chart-parts.ts';

/** A short list of names with a value each: under a name stands a bar, or a detail where there is none. */
export interface ShortList extends OfFigures {
  readonly kind: 'short-list';
  readonly tone: Tone;
  readonly rows: readonly {
    readonly name: string;
    readonly value: Label;
    /** Under the value: its change, or what else belongs to it. */
    readonly under: Label | null;
    /** The length of its bar as a part of the longest, 0 to 1; null where a detail stands instead. */
    readonly bar: number | null;
    /** Its detail in several lengths, the longest first: the first that has room is printed. */
    readonly details: readonly string[];
  }[];
}
