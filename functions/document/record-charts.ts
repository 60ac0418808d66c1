import type { Described, Label, OfFigures, Tone } from './chart-parts.ts';

/** A range as a bar: its ends, and whether it was published or calculated. */
export interface RangeBar {
  readonly name: string;
  readonly lo: number;
  readonly hi: number;
  readonly loLabel: string;
  readonly hiLabel: string;
  readonly calculated: boolean;
}

/** How a single month is made: two values since January and their difference. */
export interface MonthMade extends OfFigures {
  readonly kind: 'month-made';
  readonly tone: Tone;
  /** The value with the month, and the one before it. */
  readonly bars: readonly [MadeBar, MadeBar];
  readonly difference: {
    readonly name: string;
    readonly under: string;
    readonly label: Label;
    readonly margin: string;
  };
}

/** A value since January: its months, when it was published, and the value with its margin. */
export interface MadeBar {
  readonly name: string;
  readonly under: string;
  readonly value: number;
  readonly label: string;
}

/** How a kind of check stands for a month; `due` where it is not due, `none` where there is no bulletin. */
export type CheckMark = 'passed' | 'nothing' | 'revised' | 'none' | 'due';

/** The checks of all bulletins: a row a kind, a mark a month. */
export interface CheckMatrix extends Described {
  readonly kind: 'check-matrix';
  readonly key: readonly { readonly mark: CheckMark; readonly name: string }[];
  /** The years over the marks, with the number of their months that are drawn. */
  readonly years: readonly { readonly name: string; readonly months: number }[];
  /** The month of each mark. */
  readonly months: readonly string[];
  readonly head: string;
  readonly rows: readonly { readonly name: string; readonly marks: readonly CheckMark[]; readonly passed: string }[];
  readonly all: { readonly name: string; readonly passed: string };
}

/** The checks of one bulletin: pairs of ranges, then parts against their limits side by side. */
export interface BulletinProof extends Described {
  readonly kind: 'bulletin-proof';
  readonly pairs: readonly {
    readonly claim: string;
    readonly explanation: string;
    readonly bars: readonly [RangeBar, RangeBar];
    readonly shared: { readonly lo: number; readonly hi: number; readonly label: string };
  }[];
  readonly verdict: string;
  readonly limits: readonly {
    readonly claim: string;
    readonly value: number;
    readonly limit: number;
    readonly label: string;
  }[];
}
