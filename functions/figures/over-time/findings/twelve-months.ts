import { endOf } from '../../../dataset/index.ts';
import { codeTerm, type Finding, figureTerm, finding, messageTerm, periodAs, periodTerm } from '../../finding.ts';
import { gapChangeOf, paceOf } from '../change-facts.ts';
import type { Comparison, FlowOverTime } from '../flow.ts';
import { extremeTwelveOf } from '../months-facts.ts';
import type { OverTime } from '../over-time.ts';
import { change, count, type FlowName, isInPerCent, lastMonthOf, way } from './told.ts';

/** The newest sum of twelve months against the twelve before. */
export function twelveFinding(name: FlowName | 'turnover', { twelve, twelveChanges }: FlowOverTime): Finding | null {
  const [newest, compared] = [twelve.at(-1), twelveChanges.at(-1)];
  if (!newest || compared?.value !== newest) return null;
  const terms = {
    subject: messageTerm(`subject.${name}`),
    gender: messageTerm(`gender.${name}`),
    m: periodTerm(lastMonthOf(newest)),
    money: figureTerm(newest, 'money'),
  };
  const told = way(compared);
  if (told === 'none' || (told !== 'same' && !isInPerCent(compared))) return null;
  return finding(`twelve.${told}`, told === 'same' ? terms : { ...terms, ...change(compared.index) });
}

/** What became of the balance of twelve months, with the faster flow where both grew. */
export function twelveBalanceFinding({ exports, imports, balance }: OverTime): Finding | null {
  const [compared, sold, bought] = [balance, exports, imports].map((flow) => flow?.twelveChanges.at(-1));
  const changed = compared && gapChangeOf(compared);
  if (!compared || compared.value !== balance?.twelve.at(-1)) return null;
  const { lo, hi } = compared.value.interval;
  if (lo <= 0 && hi >= 0) return finding('twelve.balanced');
  if (!changed) return null;
  const side = compared.value.value < 0 ? 'deficit' : 'surplus';
  const terms = { side: codeTerm(side), money: figureTerm(compared.value, 'amount') };
  if (changed === 'turned') return finding('twelve.balance_turned', terms);
  if (changed === 'same') return finding('twelve.balance_same', terms);
  const isSame = (other: Comparison | undefined) => other?.value.period.code === compared.value.period.code;
  const pace = sold && bought && isSame(sold) && isSame(bought) ? paceOf(sold, bought) : null;
  const d = { d: codeTerm(changed) };
  if (pace?.direction !== 'rose' || pace.pace === 'same') return finding('twelve.balance', { ...terms, ...d });
  const faster = { faster: codeTerm(pace.pace) };
  const isYet = changed === 'widened' && (pace.pace === 'exports') === (side === 'deficit');
  return isYet
    ? finding('twelve.faster_yet', { ...terms, ...faster })
    : finding('twelve.faster_and', { ...terms, ...d, ...faster });
}

/** The newest sum of twelve months where it is the largest or the smallest of those known. */
export function twelveExtremeFinding(flow: FlowOverTime): Finding | null {
  const extreme = extremeTwelveOf(flow);
  if (!extreme) return null;
  return finding(extreme.kind === 'highest' ? 'twelve.highest' : 'twelve.lowest', {
    money: figureTerm(extreme.figure, 'money'),
    m: periodTerm(lastMonthOf(extreme.figure)),
    n: count(extreme.count),
    since: periodAs(lastMonthOf(extreme.first), 'since'),
  });
}

/** Which sum of twelve months is the newest that can be made, where that does not end with the newest month. */
export function twelveEndsFinding({ twelve, months }: FlowOverTime): Finding | null {
  const [sum, month] = [twelve.at(-1), months.at(-1)];
  if (!sum || !month || endOf(sum) === endOf(month)) return null;
  return finding('twelve.ends', { m: periodTerm(lastMonthOf(sum)) });
}
