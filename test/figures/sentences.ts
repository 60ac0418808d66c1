import type { Observation } from '../../functions/dataset/index.ts';
import { changeFinding, changeOf, type Subject } from '../../functions/figures/change-findings.ts';
import type { Briefing, Figures, Finding } from '../../functions/figures/index.ts';
import { told } from '../words.ts';

/** A change of the observations that a briefing is made from. */
export type Change = (observations: readonly Observation[]) => readonly Observation[];
/** What is said in each language. */
export type Texts = readonly [en: string, ru: string, be: string];

/** The sentence on the change of a subject; null where there is no value. */
export function changeIn(figures: Figures, subject: Subject): Finding | null {
  const word = changeOf(figures, subject);
  return word === 'no_value' ? null : changeFinding(figures, subject, `change.${word}`);
}

/** A finding as plain text in each language. */
export const texts = (finding: Finding | null | undefined): Texts => {
  const { en, ru, be } = told(finding ?? null);
  return [en, ru, be];
};

/** The sentence of the summary with that message; null where it is not told. */
export const brief = ({ findings }: Briefing, message: string): Finding | null =>
  findings.brief.flatMap(({ lead, body }) => [lead, body]).find((found) => found.message === message) ?? null;
