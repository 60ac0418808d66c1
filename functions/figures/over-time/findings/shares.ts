import { type Finding, figureTerm, finding, messageTerm } from '../../finding.ts';
import { lopsidedTitle, weightTitle } from '../../trade-findings.ts';
import type { OverTime } from '../over-time.ts';
import { count, type FlowName } from './told.ts';

/** How Russia's share of a flow moved over equal periods of the last five years. */
export function shiftFinding(name: FlowName | 'turnover', { shifts }: OverTime): Finding | null {
  const shift = shifts[name];
  if (!shift || shift.kind === 'unclear') return null;
  const terms = {
    of: messageTerm(`share_of.${name}`),
    n: count(shift.years),
    s: figureTerm(shift.last, 'percent'),
  };
  if (shift.kind === 'same') return finding('shift.same', terms);
  return finding(`shift.${shift.kind}`, { ...terms, points: figureTerm(shift.difference, 'points') });
}

/** Russia's shares over equal periods, or which of them is larger: as a title. Null where no share is known. */
export function sharesTitle(overTime: OverTime): Finding | null {
  const names = ['exports', 'imports', 'turnover'] as const;
  const moved = names.flatMap((name) => {
    const shift = overTime.shifts[name];
    return shift && (shift.kind === 'rose' || shift.kind === 'fell')
      ? [{ name, size: Math.abs(shift.difference.value) }]
      : [];
  });
  const [most] = moved.toSorted((a, b) => b.size - a.size);
  if (most) return shiftFinding(most.name, overTime);
  const newest = names.flatMap((name) => {
    const share = overTime.shares[name].at(-1);
    return share ? [[`${name}.share`, share] as const] : [];
  });
  const shares = new Map(newest);
  return lopsidedTitle(shares) ?? weightTitle(shares);
}
