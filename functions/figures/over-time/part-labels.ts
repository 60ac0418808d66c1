import type { Area, Period, Product } from '../../dataset/index.ts';
import type { Figure, FigureSubject } from '../figure.ts';
import { bareSum, type Label, quotientOf, sumBehind } from './amounts.ts';
import type { Term } from './line.ts';

/** How the parts of a total are named. */
export interface PartNames {
  readonly kind: 'products' | 'regions';
  readonly flow: 'exports' | 'imports';
  readonly nextNote: () => string;
}

/** What a part is: a product, a region, or a group of them that only its code names. */
export interface Own {
  readonly code: string;
  readonly area: Area | null;
  readonly product: Product | null;
}

/** A group of parts, such as the rest, by its code. */
export const groupNamed = (code: string): Own => ({ code, area: null, product: null });

type Kind = 'index' | 'change' | 'contribution' | 'share' | 'value';

/** Gives the label of a measure of a part; those of one measure share a number in the notes. */
export type LabelOf = (measure: Kind, own: Own) => Label;

/** Makes the labels of parts. */
export function labelsOf({ kind, flow, nextNote }: PartNames): LabelOf {
  const subjects: Readonly<Record<Kind, FigureSubject>> = {
    value: kind === 'regions' ? 'region.exports' : `history.trade_value.${flow === 'exports' ? 'export' : 'import'}`,
    index: `history.trade_index.${flow === 'exports' ? 'export' : 'import'}`,
    change: 'part.change',
    contribution: 'part.contribution',
    share: 'part.share',
  };
  const notes: Readonly<Record<Kind, string>> = {
    value: nextNote(),
    index: nextNote(),
    change: nextNote(),
    contribution: nextNote(),
    share: nextNote(),
  };
  return (measure, { code, area, product }) => {
    return { key: `${flow}.${code}.${measure}`, subject: subjects[measure], area, product, note: notes[measure] };
  };
}

/** What a change brought to the growth of a total, in percentage points of the total a year earlier. */
export function contributionOf(label: Label, change: readonly Term[], base: Figure, period: Period): Figure | null {
  return quotientOf(label, bareSum(change), sumBehind(base), period, { unit: 'percent', decimals: 1, signed: true });
}
