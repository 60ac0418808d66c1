import type { Edition, Period } from '../dataset/index.ts';
import { isOlder } from './age.ts';
import { type Finding, finding, periodTerm, type Term } from './finding.ts';

/** Puts sentences on a period that is past in an edition into the past tense, and dates their titles. */
export function tenseOf(edition: Edition, period: Period | null) {
  const isPast = period !== null && isOlder(edition, period, 'past');
  const inTense = <T extends Finding | null>(sentence: T): T =>
    sentence && isPast ? { ...sentence, past: true } : sentence;
  const dated = <T extends Finding | null>(sentence: T): T | Finding => {
    if (!sentence || !isPast) return sentence;
    const title: Term = { term: 'finding', finding: inTense(sentence), begins: 'lowered' };
    return finding('title.dated', { period: periodTerm(period), title });
  };
  return { inTense, dated, isPast };
}
