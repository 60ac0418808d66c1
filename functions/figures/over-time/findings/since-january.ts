import { codeTerm, type Finding, figureTerm, finding, messageTerm, periodTerm } from '../../finding.ts';
import { gapChangeOf, paceOf } from '../change-facts.ts';
import type { Comparison, FlowOverTime } from '../flow.ts';
import { directionOf } from '../months-facts.ts';
import type { OverTime } from '../over-time.ts';
import { type FlowName, type Way, way } from './told.ts';

/** The newest value since January against a year earlier: «Turnover with Russia in … came to …, … more than a year earlier». */
export function toDateFinding(name: FlowName | 'turnover', { yearToDate }: FlowOverTime): Finding | null {
  if (!yearToDate) return null;
  const { value, difference, basis } = yearToDate;
  const subject = { subject: messageTerm(`subject.${name}`), gender: messageTerm(`gender.${name}`) };
  const terms = { ...subject, period: periodTerm(value.period), money: figureTerm(value, 'money') };
  const told = way(yearToDate);
  if (told === 'none' || !difference || (basis !== 'value' && told !== 'same')) return finding('ytd.value', terms);
  if (told === 'same') return finding('ytd.same', terms);
  return finding(told === 'up' ? 'ytd.more_by' : 'ytd.less_by', {
    ...terms,
    amount: figureTerm(difference, 'amount_alone'),
  });
}

/** Which flow grew faster since January, and whether both moved the same way; null where one of them is not compared. */
export function paceFinding(overTime: OverTime): Finding | null {
  const [exports, imports] = toDate(overTime);
  if (!exports || !imports) return null;
  const found = paceOf(exports, imports);
  if (found) {
    const { direction, pace } = found;
    if (pace === 'same') return finding(direction === 'rose' ? 'ytd.same_pace_up' : 'ytd.same_pace_down');
    return finding(direction === 'rose' ? `ytd.${pace}_faster` : `ytd.${pace}_fell_more`);
  }
  const directions = [directionOf(exports), directionOf(imports)];
  if (directions.includes('unclear')) return null;
  return finding(directions[0] === 'rose' ? 'ytd.opposite_exports_up' : 'ytd.opposite_imports_up');
}

function toDate({ exports, imports }: OverTime): readonly [Comparison | null, Comparison | null] {
  return [exports?.yearToDate ?? null, imports?.yearToDate ?? null];
}

/** Both flows since January with their growth and amounts. */
export function flowsFinding(overTime: OverTime): Finding | null {
  const [exports, imports] = toDate(overTime);
  if (!exports?.index || !imports?.index) return null;
  const [a, b] = [way(exports), way(imports)];
  const terms = {
    p1: figureTerm(exports.index, 'change'),
    p2: figureTerm(imports.index, 'change'),
    money1: figureTerm(exports.value, 'money'),
    money2: figureTerm(imports.value, 'money'),
  };
  const d = (direction: Way) => ({ d: codeTerm(direction) });
  if (a === 'none' || b === 'none') return null;
  if (a === 'same' && b === 'same') return finding('ytd.both_flat', terms);
  if (a === 'same') return finding('ytd.exports_flat', { ...terms, ...d(b) });
  if (b === 'same') return finding('ytd.imports_flat', { ...terms, ...d(a) });
  return finding(a === b ? 'ytd.flows_same' : 'ytd.flows_contrary', { ...terms, ...d(a) });
}

/** What became of the balance since January: «yet» only where it goes against the faster flow. */
export function balanceToDateFinding(overTime: OverTime): Finding | null {
  const [exports, imports] = toDate(overTime);
  const balance = overTime.balance?.yearToDate;
  const changed = balance && gapChangeOf(balance);
  if (!balance?.difference || (changed !== 'widened' && changed !== 'narrowed')) return null;
  const side = balance.value.value < 0 ? 'deficit' : 'surplus';
  const amounts = { amount: figureTerm(balance.difference, 'amount_alone'), money: figureTerm(balance.value, 'money') };
  const pace = exports && imports ? paceOf(exports, imports) : null;
  const isYet = pace?.direction === 'rose' && pace.pace === 'exports' && side === 'deficit' && changed === 'widened';
  if (isYet) return finding('ytd.faster_yet_widened', amounts);
  return finding('ytd.balance_by', { ...amounts, side: codeTerm(side), d: codeTerm(changed) });
}
