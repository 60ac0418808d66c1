import { monthIndex, noise, type Period, samePeriod, yearEarlier } from '../../../dataset/index.ts';
import type { ChangeClass } from '../../change.ts';
import { changeFinding, type Figures, levelFinding, subjects } from '../../change-findings.ts';
import type { Figure } from '../../figure.ts';
import {
  codeTerm,
  type Finding,
  figureTerm,
  finding,
  messageTerm,
  ordinalTerm,
  periodAs,
  type Term,
} from '../../finding.ts';
import { shareTerm } from '../../trade-findings.ts';
import { type Comparison, type FlowOverTime, stretchOf } from '../flow.ts';
import { directionOf, extremeQuarterOf } from '../months-facts.ts';
import type { OverTime } from '../over-time.ts';
import { quartersKnownTogether } from '../quarters.ts';
import { thresholds } from '../thresholds.ts';
import { change, classOf, count, way } from './told.ts';

/**
 * Investment since January with its share of foreign investment: «yet» only where the amount fell, the share did not,
 * and is above half; else the change alone, or the share.
 */
export function investmentFinding({ investment, investmentShares }: OverTime): Finding | null {
  const toDate = investment?.yearToDate;
  if (!toDate) return null;
  const share = shareOf(investmentShares, toDate.value.period);
  const told = way(toDate);
  const isRate = (told === 'up' || told === 'down') && toDate.index !== null && hasRate(classOf(toDate));
  if (!share) return changeFinding(asFigures(toDate), subjects.investment, `change.${printed(toDate)}`);
  if (!isRate || !toDate.index) return finding('share.investment', { fraction: shareTerm(share, false) });
  const terms = { p: figureTerm(toDate.index, 'roughly'), fraction: shareTerm(share, false) };
  const before = shareOf(investmentShares, yearEarlier(toDate.value.period));
  const isKept = before !== null && share.interval.lo >= before.interval.hi - noise;
  const isYet = told === 'down' && isKept && share.interval.lo > 100 * thresholds.most;
  return isYet ? finding('quarter.yet_share', terms) : finding('quarter.and_share', { ...terms, d: codeTerm(told) });
}

/** The amount since January and its share; the amount against a year earlier where the share is not known. */
export function investmentAmountFinding({ investment, investmentShares }: OverTime): Finding | null {
  const toDate = investment?.yearToDate;
  if (!toDate) return null;
  const { value } = toDate;
  const share = shareOf(investmentShares, value.period);
  if (!share || value.value <= 0) return levelFinding(asFigures(toDate), subjects.investment);
  const terms = { period: periodAs(value.period, 'together'), money: figureTerm(value, 'money') };
  return finding('quarter.in_period', { ...terms, s: figureTerm(share, 'percent') });
}

/** The newest quarter of investment: an extreme, a streak, against a year earlier, or its amount. */
export function quarterFinding({ investment, revisions }: OverTime): Finding | null {
  const value = investment?.quarters.at(-1);
  if (!investment) return null;
  const together = quartersKnownTogether(investment).at(-1);
  if (together && (!value || stretchOf(together.period).end > stretchOf(value.period).end))
    return togetherFinding(together);
  if (!value) return null;
  const terms = { q: periodAs(value.period, 'quarter'), money: figureTerm(value, 'money') };
  if (value.value === 0) return finding('quarter.zero', { q: terms.q });
  const isRevised = revisions.some(
    ({ after }) => after.subject === 'investment' && after.period.year === value.period.year,
  );
  if (value.interval.hi < 0) return isRevised ? null : finding('quarter.negative', terms);
  const extreme = extremeQuarterOf(investment);
  if (extreme) {
    const slots = { ...terms, n: count(extreme.count) };
    return finding(extreme.kind === 'highest' ? 'quarter.largest' : 'quarter.smallest', slots);
  }
  return streakOfQuarters(investment) ?? comparedQuarter(investment.quarterChanges.at(-1), value, terms);
}

function comparedQuarter(
  compared: Comparison | undefined,
  value: Figure,
  terms: Readonly<Record<'q' | 'money', Term>>,
): Finding {
  const told = compared?.value === value ? way(compared) : 'none';
  if ((told !== 'up' && told !== 'down') || !compared?.index || !hasRate(classOf(compared))) {
    return finding('quarter.value', terms);
  }
  if (compared.index.value >= 200)
    return finding('quarter.times', { ...terms, n: figureTerm(compared.index, 'multiple') });
  return finding(`quarter.${told}`, { ...terms, ...change(compared.index) });
}

/** Quarters in a row up to the newest that all lie above, or below, the same quarter a year earlier. */
function streakOfQuarters({ quarters, quarterChanges }: FlowOverTime): Finding | null {
  const newest = quarters.at(-1);
  const last = quarterChanges.at(-1);
  if (!newest || last?.value !== newest) return null;
  const direction = directionOf(last);
  let months = 0;
  for (const { value, index } of quarterChanges.toReversed()) {
    const follows = monthIndex(value.period) === monthIndex(newest.period) - 3 * months;
    if (!follows || directionOf({ index }) !== direction) break;
    months += 1;
  }
  if (direction === 'unclear' || months < thresholds.streak) return null;
  return finding('quarter.streak', { d: codeTerm(direction === 'rose' ? 'up' : 'down'), nth: ordinalTerm(months) });
}

function togetherFinding(together: Figure): Finding {
  const first = monthIndex(together.period);
  const items = Array.from({ length: together.period.months / 3 }, (_, at): Term => {
    const start = first + 3 * at;
    const period = { code: '', year: Math.floor(start / 12), month: (start % 12) + 1, months: 3 };
    return periodAs(period, 'quarter');
  });
  return finding('quarter.together', { list: { term: 'list', items }, money: figureTerm(together, 'money') });
}

/** How Russia’s share of foreign investment moved over equal periods: an extreme, a shift, or the share alone. */
export function investmentShareFinding({ investmentShares, investmentShift: shift }: OverTime): Finding | null {
  const newest = investmentShares.at(-1);
  const of = messageTerm('share_of.investment');
  if (!newest) return null;
  const s = figureTerm(newest, 'percent');
  if (shift?.extreme) {
    const terms = { of, s, n: count(shift.extreme.count) };
    return finding(shift.extreme.kind === 'highest' ? 'shift.highest' : 'shift.lowest', terms);
  }
  if (!shift || shift.kind === 'unclear') return finding('share.investment', { fraction: shareTerm(newest, false) });
  const terms = { of, n: count(shift.years), s };
  if (shift.kind === 'same') return finding('shift.same', terms);
  return finding(`shift.${shift.kind}`, { ...terms, points: figureTerm(shift.difference, 'points') });
}

/** The same as the title of a chart whose subtitle says what it is a share of. */
export function investmentShareTitle(overTime: OverTime): Finding | null {
  const found = investmentShareFinding(overTime);
  const message = found && titles.get(found.message);
  if (!found || !message) return found;
  const { of, ...terms } = found.terms;
  return { ...found, message, terms };
}

/** The messages on how the share moved, and those that leave out of what it is a share. */
const titles: ReadonlyMap<string, Finding['message']> = new Map(
  (['rose', 'fell', 'same', 'highest', 'lowest'] as const).map((way) => [`shift.${way}`, `shift.${way}_invested`]),
);

function shareOf(shares: readonly Figure[], period: Period): Figure | null {
  return shares.find((share) => samePeriod(share.period, period)) ?? null;
}

/** False for changes from or to nothing, which have no rate. */
function hasRate(word: ChangeClass): boolean {
  return !/zero|tiny|no_/.test(word);
}

function printed(toDate: Comparison): Exclude<ChangeClass, 'no_value'> {
  const word = classOf(toDate);
  return word === 'no_value' ? 'no_base' : word;
}

/** A comparison under the keys by which sentences on changes find it. */
function asFigures({ value, base, index }: Comparison): Figures {
  const entries = [
    ['investment', value] as const,
    ['investment.base', base] as const,
    ['investment.index', index] as const,
  ];
  return new Map(entries.flatMap(([key, figure]) => (figure ? [[key, figure] as const] : [])));
}
