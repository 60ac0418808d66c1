import type { Area, Period } from '../dataset/index.ts';
import type { Figure } from './figure.ts';
import type { MessageKey, MessageSlots } from './message-keys.d.ts';

/** The key of a message without slots. */
export type PlainKey = { [Key in MessageKey]: [MessageSlots[Key]] extends [never] ? Key : never }[MessageKey];

/** A sentence, or a part of one, chosen by rule: the key of its message and the terms that fill its slots. */
export interface Finding {
  readonly message: MessageKey;
  readonly terms: Readonly<Record<string, Term>>;
  /** True for a sentence on a period more than a year before the edition; English uses the past tense. */
  readonly past?: true;
}

/** What can fill a slot of a message; the language decides how it is written. */
export type Term =
  | { readonly term: 'figure'; readonly figure: Figure; readonly as: FigureForm }
  | { readonly term: 'count'; readonly count: number }
  | { readonly term: 'period'; readonly period: Period; readonly compact?: true }
  | { readonly term: 'area'; readonly area: Area }
  | { readonly term: 'message'; readonly key: PlainKey }
  | { readonly term: 'finding'; readonly finding: Finding; readonly begins?: 'raised' | 'lowered' }
  | { readonly term: 'list'; readonly items: readonly Term[] };

/**
 * How a figure is written in a sentence:
 * - `money` with its unit; `signed_money` also with the minus of a deficit
 * - `amount` in billions from 1,000 million on; `brief_money` the same with a short unit
 * - `percent` as printed; `whole` without decimals; `signed_percent` with its sign
 * - an index as a multiple: `times` with two decimals, `multiple` with one or none, `factor` with all;
 *   `times_sign` as ×2.18
 * - an index as a percentage above or below 100: `change` as printed, `roughly` without decimals from ten on,
 *   `signed_change` with its sign
 * - `number` alone
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
  | 'number';

/** A figure in a slot. */
export const figureTerm = (figure: Figure, as: FigureForm): Term => ({ term: 'figure', figure, as });
/** A message in a slot. */
export const messageTerm = (key: PlainKey): Term => ({ term: 'message', key });
/** A period in a slot. */
export const periodTerm = (period: Period): Term => ({ term: 'period', period });
/** A period in a slot with little room, as in a table: Jan–May 2021. */
export const compactPeriodTerm = (period: Period): Term => ({ term: 'period', period, compact: true });
/** A finding. */
export const finding = (message: MessageKey, terms: Finding['terms'] = {}): Finding => ({ message, terms });
