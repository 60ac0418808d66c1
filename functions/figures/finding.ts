import type { Area, Localised, Period, Product } from '../dataset/index.ts';
import type { Figure } from './figure.ts';
import type { MessageKey, MessageSlots } from './message-keys.d.ts';

/** The key of a message without slots. */
export type PlainKey = { [Key in MessageKey]: [MessageSlots[Key]] extends [never] ? Key : never }[MessageKey];

/** A sentence, or a part of one, chosen by rule: the key of its message and the terms that fill its slots. */
export interface Finding {
  readonly message: MessageKey;
  readonly terms: Readonly<Record<string, Term>>;
  /** True for a sentence on a period more than a year before the edition, which uses the past tense. */
  readonly past?: true;
}

/** What can fill a slot of a message; the language decides how it is written. */
export type Term =
  | { readonly term: 'figure'; readonly figure: Figure; readonly as: FigureForm }
  | { readonly term: 'count'; readonly count: number }
  | { readonly term: 'period'; readonly period: Period; readonly compact?: true; readonly as?: PeriodForm }
  | { readonly term: 'product'; readonly product: Product }
  | { readonly term: 'ordinal'; readonly count: number }
  | { readonly term: 'code'; readonly code: string }
  | { readonly term: 'area'; readonly area: Area; readonly as?: 'to' | 'with' }
  | { readonly term: 'text'; readonly text: Localised }
  | { readonly term: 'message'; readonly key: PlainKey }
  | { readonly term: 'finding'; readonly finding: Finding; readonly begins?: 'raised' | 'lowered' }
  | { readonly term: 'list'; readonly items: readonly Term[]; readonly commas?: true };

/**
 * How a figure is written in a sentence:
 * - `money` with its unit; `signed_money` also with the minus of a deficit
 * - `amount` in billions from 1,000 million on; `brief_money` the same with a short unit
 * - `percent` as printed; `whole` without decimals; `signed_percent` with its sign
 * - an index as a multiple: `times` with two decimals, `multiple` with one or none, `factor` with all;
 *   `times_sign` as ×2.18
 * - an index as a percentage above or below 100: `change` as printed, `roughly` without decimals from ten on,
 *   `signed_change` with its sign
 * - `number` alone; `signed_number` with its sign; `bare` also without a word for what is approximate, which the sentence itself says
 * - `amount_alone` a difference in millions without its currency, which the same sentence names; `signed_amount` the
 *   same with its sign; `points` percentage points
 *
 * `times`, `multiple`, `factor`, `change` and `roughly` have no qualifier. Their message writes it before a
 * preposition, «более чем на 40 %», and chooses it by the slot `<slot>_qualifier`.
 */
export type FigureForm =
  | 'money'
  | 'signed_money'
  | 'amount'
  | 'brief_money'
  | 'percent'
  | 'whole'
  | 'times'
  | 'multiple'
  | 'change'
  | 'roughly'
  | 'signed_change'
  | 'factor'
  | 'times_sign'
  | 'signed_percent'
  | 'number'
  | 'signed_number'
  | 'bare'
  | 'amount_alone'
  | 'signed_amount'
  | 'points';

/**
 * How a period is written where it is not named alone: `in` as a month after its preposition, «сентябре 2026 г.»;
 * `since` with the preposition, «с сентября 2026 г.»; `together` as several months, «август и сентябрь 2024 г.»;
 * `quarter` as one, «III квартал 2026 г.».
 */
export type PeriodForm = 'in' | 'since' | 'together' | 'quarter';

/** A figure in a slot. */
export const figureTerm = (figure: Figure, as: FigureForm): Term => ({ term: 'figure', figure, as });
/** A message in a slot. */
export const messageTerm = (key: PlainKey): Term => ({ term: 'message', key });
/** A period in a slot. */
export const periodTerm = (period: Period): Term => ({ term: 'period', period });
/** A period in a slot with little room, as in a table: Jan–May 2021. */
export const compactPeriodTerm = (period: Period): Term => ({ term: 'period', period, compact: true });
/** A period in one of its forms. */
export const periodAs = (period: Period, as: PeriodForm): Term => ({ term: 'period', period, as });
/** An area. */
export const areaTerm = (area: Area): Term => ({ term: 'area', area });
/** An area after a preposition that says where to: «в Самарскую область». */
export const areaTo = (area: Area): Term => ({ term: 'area', area, as: 'to' });
/** Goods by their short name, inside a sentence. */
export const productTerm = (product: Product): Term => ({ term: 'product', product });
/** The place in a row: the 12th month. */
export const ordinalTerm = (count: number): Term => ({ term: 'ordinal', count });
/** A code that chooses among the words of a message, such as `up`, or a year. */
export const codeTerm = (code: string | number): Term => ({ term: 'code', code: String(code) });
/** A finding. */
export const finding = (message: MessageKey, terms: Finding['terms'] = {}): Finding => ({ message, terms });
