import type { Figure } from '../../figure.ts';
import { codeTerm, type Finding, figureTerm, finding, messageTerm, periodTerm, type Term } from '../../finding.ts';
import { shareWords } from '../../share-words.ts';
import { gapChangeOf, paceOf } from '../change-facts.ts';
import type { Comparison, FlowOverTime } from '../flow.ts';
import { directionOf } from '../months-facts.ts';
import type { OverTime } from '../over-time.ts';
import { type FlowName, flowTerm, isInPerCent, type Way, way } from './told.ts';

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

/** How far the gap between exports and imports since January widened or narrowed, or what it turned into; null where it did neither. */
export function balanceByFinding({ balance }: OverTime): Finding | null {
  const compared = balance?.yearToDate;
  const changed = compared && gapChangeOf(compared);
  if (!compared?.difference || !compared.base) return null;
  if (changed === 'turned') {
    const turn = compared.value.value < 0 ? 'surplus_to_deficit' : 'deficit_to_surplus';
    const [money, money0] = [figureTerm(compared.value, 'money'), figureTerm(compared.base, 'money')];
    return finding(`balance.${turn}`, { money, money0 });
  }
  if (changed !== 'widened' && changed !== 'narrowed') return null;
  return finding('ytd.balance_by', {
    amount: figureTerm(compared.difference, 'amount_alone'),
    money: figureTerm(compared.value, 'money'),
    side: codeTerm(compared.value.value < 0 ? 'deficit' : 'surplus'),
    d: codeTerm(changed),
  });
}

/** Both flows since January as a title with the percentages; null where one of them is not compared, or has a tiny base. */
export function toDateTitle(overTime: OverTime): Finding | null {
  const [exports, imports] = toDate(overTime);
  if (!exports?.index || !imports?.index || exports.value.period.code !== imports.value.period.code) return null;
  const [a, b] = [way(exports), way(imports)];
  if (a === 'none' || b === 'none' || ![exports, imports].every(isInPerCent)) return null;
  const period = { period: periodTerm(exports.value.period) };
  if (a === 'same' && b === 'same') return finding('ytd.title_flat', period);
  const [p1, p2] = [figureTerm(exports.index, 'change'), figureTerm(imports.index, 'change')];
  if (a === 'same') return finding('ytd.title_exports_flat', { ...period, p2, d: codeTerm(b) });
  if (b === 'same') return finding('ytd.title_imports_flat', { ...period, p1, d: codeTerm(a) });
  return finding(a === b ? 'ytd.title_same' : 'ytd.title_contrary', { ...period, p1, p2, d: codeTerm(a) });
}

/** The newest value since January alone. */
export function valueToDateFinding(name: FlowName | 'turnover', { yearToDate }: FlowOverTime): Finding | null {
  if (!yearToDate) return null;
  const { value } = yearToDate;
  return finding('ytd.value', {
    subject: messageTerm(`subject.${name}`),
    gender: messageTerm(`gender.${name}`),
    period: periodTerm(value.period),
    money: figureTerm(value, 'money'),
  });
}

/** How far a flow since January is ahead of, or behind, the same months a year earlier; its value where that is not known. */
export function aheadByFinding(name: FlowName, flow: FlowOverTime): Finding | null {
  const compared = flow.yearToDate;
  if (!compared?.base || !compared.difference || compared.basis !== 'value') return valueToDateFinding(name, flow);
  const year0 = codeTerm(compared.base.period.year);
  const told = way(compared);
  if (told === 'same') return finding(`ahead.same_${name}`, { year0 });
  if (told === 'none') return valueToDateFinding(name, flow);
  return finding(`ahead.amount_${name}`, {
    money: figureTerm(compared.difference, 'money'),
    d: codeTerm(told === 'up' ? 'up' : 'down'),
    year0,
  });
}

/** Which flow brought the change of turnover since January. */
export function flowDriverFinding({ turnover, driver }: OverTime): Finding | null {
  const compared = turnover?.yearToDate;
  if (!driver) return null;
  if (compared && way(compared) === 'same') return null;
  const { direction, flow, alone, share } = driver;
  if (flow === 'both') return finding('driver.both_even');
  if (alone) return finding(`driver.${flow}_all_${direction}`);
  if (!share) return null;
  return finding(direction === 'up' ? 'driver.flow_rise' : 'driver.flow_fall', {
    flow: flowTerm(flow),
    p: shareInWords(share),
  });
}

/** A share in whole per cent where its whole interval is printed alike or no fraction names it, else as that fraction. */
function shareInWords(share: Figure): Term {
  const [lo, hi] = [share.interval.lo, share.interval.hi].map(Math.round);
  const words = lo === hi ? 'number' : shareWords(share);
  return { term: 'finding', finding: finding(`fraction.${words}`, { s: figureTerm(share, 'whole') }) };
}
