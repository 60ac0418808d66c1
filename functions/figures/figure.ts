import type { Area, Interval, Period, Product, Qualifier, Source } from '../dataset/index.ts';
import type { Expression } from './expression.ts';
import type { MessageKey } from './message-keys.d.ts';

/** The unit of a figure; money is in millions. */
export type FigureUnit = 'USD' | 'RUB' | 'BYN' | 'percent' | 'index' | 'count';

/** The part of the briefing, and of its table of figures, that a figure belongs to. */
export type Group = 'trade' | 'weight' | 'regions' | 'investment' | 'documents' | 'series' | HistoryGroup;
/** The groups of all other figures: later and older values, trade with single regions. */
export type HistoryGroup = 'history.business' | 'history.documents' | 'history.trade';

type EndOf<Key> = Key extends `figure.${infer Subject}` ? Subject : never;

/** What a figure measures. Each subject has a name in a message `figure.<subject>`. */
export type FigureSubject = EndOf<MessageKey>;

/** A number that the briefing states. */
export interface Figure {
  /** Its name in findings, charts and `figures.json`, such as `turnover.base`. */
  readonly key: string;
  /** What it measures, for its label; figures of different areas share one subject. */
  readonly subject: FigureSubject;
  readonly area: Area | null;
  /** The goods that it is about; null where it is about all. */
  readonly product: Product | null;
  readonly group: Group;
  /** Its number in the data notes: P1… published, D1… calculated. */
  readonly note: string;
  readonly status: 'published' | 'calculated';
  readonly value: number;
  /** Every value that the published decimals allow: the worst case, not a confidence interval. */
  readonly interval: Interval;
  /** The number of decimals in print. */
  readonly decimals: number;
  readonly unit: FigureUnit;
  /** True for changes and balances, which are printed with their sign. */
  readonly signed: boolean;
  /** True when it is printed with ≈: the result of rounded inputs, other than a plain sum or difference. */
  readonly approximate: boolean;
  readonly period: Period;
  readonly qualifier: Qualifier;
  /** How it was calculated; null when it was published. */
  readonly expression: Expression | null;
  readonly sources: readonly Source[];
  /** The row of observations.csv that states it; null when it was calculated. */
  readonly row: number | null;
}

/** Half the width of a figure's interval, in its unit. */
export function marginOf({ interval }: Figure): number {
  return (interval.hi - interval.lo) / 2;
}
