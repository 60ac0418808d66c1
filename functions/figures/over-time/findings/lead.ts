import { endOf } from '../../../dataset/index.ts';
import { codeTerm, type Finding, figureTerm, finding, messageTerm, periodTerm, type Term } from '../../finding.ts';
import type { Comparison, FlowOverTime } from '../flow.ts';
import type { OverTime } from '../over-time.ts';
import { toDateFinding, toDateTitle } from './since-january.ts';
import { change, classOf, lastMonthOf, way } from './told.ts';
import { twelveBalanceFinding, twelveFinding } from './twelve-months.ts';

/** A theme of which a change is told as a whole sentence. */
export type ChangeSubject = 'trade' | 'exports' | 'imports';

/** A change in words alone, «Trade with Russia rose by 13%»; null where there is nothing to compare with. */
export function changeInWords(name: ChangeSubject, compared: Comparison): Finding | null {
  const { value, base, index } = compared;
  const word = classOf(compared);
  if (word === 'no_value' || word === 'no_base') return null;
  const terms: Record<string, Term> = {
    subject: messageTerm(`subject.${name}`),
    gender: messageTerm(`gender.${name}`),
    money: figureTerm(value, 'money'),
    ...(index ? { n: figureTerm(index, 'multiple'), p: figureTerm(index, 'roughly') } : {}),
    ...(base ? { money0: figureTerm(base, 'money') } : {}),
  };
  return finding(`change.${word}`, terms);
}

/** Both flows, each in a clause of its own where one has no percentage: «Exports fell to zero, but imports rose by 5%». */
export function flowClauses(exports: Comparison, imports: Comparison): Finding | null {
  const [a, b] = [changeInWords('exports', exports), changeInWords('imports', imports)];
  if (!a || !b) return null;
  const inner = (clause: Finding, name: 'exports' | 'imports', begins: 'raised' | 'lowered'): Term => {
    const subject = messageTerm(`clause.${name}`);
    return { term: 'finding', finding: { ...clause, terms: { ...clause.terms, subject } }, begins };
  };
  const isContrast = way(exports) !== way(imports);
  return finding(isContrast ? 'driver.two_clauses_contrast' : 'driver.two_clauses', {
    a: inner(a, 'exports', 'raised'),
    b: inner(b, 'imports', 'lowered'),
  });
}

/** A title with its period in front: «July 2025: exports grew faster, …». */
function dated(period: Term, title: Finding): Finding {
  return finding('title.dated', { period, title: { term: 'finding', finding: title, begins: 'lowered' } });
}

/** The title of both flows since January, or of the only one that is known: its growth, else its value. */
export function sinceJanuaryTitle(overTime: OverTime): Finding | null {
  return toDateTitle(overTime) ?? onlyFlowTitle(overTime);
}

/** Whether a change has a rate: not from or to zero, and not of a tiny base. */
export function isTold(compared: Comparison): boolean {
  return compared.index !== null && !/zero|tiny|^no_/.test(classOf(compared));
}

function onlyFlowTitle({ exports, imports, turnover }: OverTime): Finding | null {
  const known = (
    [
      ['exports', exports],
      ['imports', imports],
      ['turnover', turnover],
    ] as const
  ).find(([, flow]) => flow?.yearToDate);
  const [name, flow] = known ?? [];
  if (!name || !flow?.yearToDate) return null;
  const words = changeInWords(name === 'turnover' ? 'trade' : name, flow.yearToDate);
  return words ? dated(periodTerm(flow.yearToDate.value.period), words) : toDateFinding(name, flow);
}

/** The title of the sums of twelve months; it names their last month where that is not the newest one. */
export function twelveTitle(overTime: OverTime): Finding | null {
  const { exports, imports, balance } = overTime;
  const both = exports && imports ? balance : null;
  const told = both ? { flow: both, title: twelveBalanceFinding(overTime) ?? oneTitle('exports', exports) } : null;
  const alone = exports
    ? { flow: exports, title: oneTitle('exports', exports) }
    : imports && { flow: imports, title: oneTitle('imports', imports) };
  const { flow, title } = told ?? alone ?? {};
  const sum = flow?.twelve.at(-1);
  if (!flow || !title || !sum) return null;
  return endOf(overTime) === endOf(sum) ? title : dated(periodTerm(lastMonthOf(sum)), title);
}

function oneTitle(name: 'exports' | 'imports', flow: FlowOverTime | null): Finding | null {
  const compared = flow?.twelveChanges.at(-1);
  if (!flow || !compared?.index || compared.value !== flow.twelve.at(-1)) return null;
  const told = way(compared);
  if (!isTold(compared) || (told !== 'up' && told !== 'down')) return twelveFinding(name, flow);
  return finding(name === 'exports' ? 'twelve.title_one' : 'twelve.title_one_imports', {
    d: codeTerm(told),
    money: figureTerm(compared.value, 'amount'),
    ...change(compared.index),
  });
}
