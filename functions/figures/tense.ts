import { type Edition, lastMonth, type Period, parsePeriod } from '../dataset/index.ts';
import { type Finding, finding, periodTerm, type Term } from './finding.ts';

/** From this age on, in months after the end of its period, a figure is described in the past, with its period. */
const pastFrom = 13;

/** Puts sentences on a period that is past in an edition into the past tense, and dates their titles. */
export function tenseOf(edition: Edition, period: Period | null) {
  const month = parsePeriod(edition);
  const isPast = month !== null && period !== null && lastMonth(month) - lastMonth(period) >= pastFrom;
  const inTense = <T extends Finding | null>(sentence: T): T =>
    sentence && isPast ? { ...sentence, past: true } : sentence;
  const dated = <T extends Finding | null>(sentence: T): T | Finding => {
    if (!sentence || !isPast) return sentence;
    const title: Term = { term: 'finding', finding: inTense(sentence), begins: 'lowered' };
    return finding('title.dated', { period: periodTerm(period), title });
  };
  return { inTense, dated, isPast };
}
