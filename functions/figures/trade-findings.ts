import { directionOf, isRatio } from './change.ts';
import { changeFinding, changeOf, type Figures, type Subject, subjects } from './change-findings.ts';
import type { Figure } from './figure.ts';
import { type Finding, figureTerm, finding, messageTerm, type Term } from './finding.ts';
import { shareWords } from './share-words.ts';

/** Exports and imports in one sentence, the larger change first, then the balance. */
export function tradeTitle(figures: Figures): Finding {
  const clauses = twoClauses(figures);
  if (!clauses) return tradeAlone(figures);
  const tail = balanceTail(figures);
  return tail
    ? finding('title.with_tail', { clauses: { term: 'finding', finding: clauses }, tail: inner(tail) })
    : clauses;
}

/** The title on turnover alone, where a flow or its base is missing. */
function tradeAlone(figures: Figures): Finding {
  const turnover = figures.get('turnover');
  const word = changeOf(figures, subjects.trade);
  if (!turnover || word === 'no_value') return finding('title.trade_no_value');
  if (word === 'no_base') return finding('title.trade_no_finding', { money: figureTerm(turnover, 'amount') });
  return changeFinding(figures, subjects.trade, `change.${word}`);
}

function twoClauses(figures: Figures): Finding | null {
  const [exports, imports] = [changeOf(figures, subjects.exports), changeOf(figures, subjects.imports)];
  if (exports === 'no_value' || exports === 'no_base' || imports === 'no_value' || imports === 'no_base') return null;
  const words = { exports, imports };
  if (Object.values(words).every((word) => directionOf(word) === 'none')) return finding('driver.both_same');
  const [first, second] = inOrder(figures);
  const [opens, closes] = [words[first], words[second]];
  const sameDirection = directionOf(opens) === directionOf(closes);
  const opening: Term = {
    term: 'finding',
    finding: changeFinding(figures, clauseOf(first), `change.${opens}`),
    begins: 'raised',
  };
  const message = sameDirection && isRatio(closes) ? (`gap.${closes}` as const) : (`change.${closes}` as const);
  const closing = inner(changeFinding(figures, clauseOf(second), message));
  return finding(sameDirection ? 'driver.two_clauses' : 'driver.two_clauses_contrast', { a: opening, b: closing });
}

/** A flow with its short name for a clause: «exports». */
function clauseOf(flow: 'exports' | 'imports') {
  return { ...subjects[flow], name: messageTerm(`clause.${flow}`) };
}

/** The flow that changed by the larger amount first; without amounts, by the larger ratio. */
function inOrder(figures: Figures): readonly ['exports' | 'imports', 'exports' | 'imports'] {
  const size = (flow: string) => {
    const change = figures.get(`${flow}.change`);
    return Math.abs(change ? change.value : (figures.get(`${flow}.index`)?.value ?? 100) - 100);
  };
  return size('imports') > size('exports') ? ['imports', 'exports'] : ['exports', 'imports'];
}

function inner(inside: Finding): Term {
  return { term: 'finding', finding: inside };
}

type Sign = 'deficit' | 'surplus';

/** How the balance changed, each the end of a message key `balance.<words>`. */
type BalanceWords =
  | `${Sign}_${'closed' | 'no_base' | 'opened' | 'same' | 'widened' | 'narrowed'}`
  | 'deficit_to_surplus'
  | 'surplus_to_deficit'
  | 'balanced';

/** The sign of a balance: zero where its interval contains zero or it is below 0.5 % of turnover; null if unknown. */
function signOf(balance: Figure | undefined, turnover: Figure | undefined): Sign | 'zero' | null {
  if (!balance) return null;
  const { interval, value } = balance;
  if (interval.lo <= 0 && interval.hi >= 0) return 'zero';
  if (turnover && Math.abs(value) < 0.005 * turnover.value) return 'zero';
  return value < 0 ? 'deficit' : 'surplus';
}

/** How the balance changed: opened, widened, narrowed, the same, closed or turned; null when it is not known. */
export function balanceWords(figures: Figures): BalanceWords | null {
  const [balance, base] = [figures.get('balance'), figures.get('balance.base')];
  const now = signOf(balance, figures.get('turnover'));
  const before = signOf(base, figures.get('turnover.base'));
  if (!balance || now === null) return null;
  if (now === 'zero') return before === null || before === 'zero' ? 'balanced' : `${before}_closed`;
  if (!base || before === null) return `${now}_no_base`;
  if (before === 'zero') return `${now}_opened`;
  if (before !== now) return before === 'deficit' ? 'deficit_to_surplus' : 'surplus_to_deficit';
  const apart = balance.interval.lo > base.interval.hi || balance.interval.hi < base.interval.lo;
  if (!apart || Math.abs(balance.value - base.value) < 0.02 * Math.abs(base.value)) return `${now}_same`;
  return `${now}_${Math.abs(balance.value) > Math.abs(base.value) ? 'widened' : 'narrowed'}`;
}

/** A sentence on the balance, such as «The deficit in trade with Russia widened to …». */
export function balanceFinding(figures: Figures): Finding | null {
  const words = balanceWords(figures);
  if (!words) return null;
  return finding(`balance.${words}`, balanceTerms(figures));
}

function balanceTerms(figures: Figures): Record<string, Term> {
  const terms: Record<string, Term> = {};
  const [balance, base] = [figures.get('balance'), figures.get('balance.base')];
  if (balance) terms.money = figureTerm(balance, 'amount');
  if (base) terms.money0 = figureTerm(base, 'amount');
  return terms;
}

const tails = [
  'deficit_widened',
  'deficit_narrowed',
  'deficit_opened',
  'surplus_widened',
  'surplus_narrowed',
  'surplus_opened',
] as const;

function balanceTail(figures: Figures): Finding | null {
  const words = balanceWords(figures);
  if (!words) return null;
  const sign = signOf(figures.get('balance'), figures.get('turnover'));
  if (sign === 'zero' || sign === null) return null;
  return finding(`balance.tail.${tails.find((tail) => tail === words) ?? sign}`, balanceTerms(figures));
}

/** Which flow drove the change of turnover. */
export function driverFinding(figures: Figures): Finding | null {
  const [turnover, exports, imports] = ['turnover', 'exports', 'imports'].map((key) => figures.get(`${key}.change`));
  if (!turnover) return null;
  if (!exports || !imports)
    return figures.has('exports') && figures.has('imports') ? null : finding('driver.unknown_split');
  if (['almost_unchanged', 'unchanged'].includes(changeOf(figures, subjects.trade))) {
    const opposite =
      exports.value * imports.value < 0 && !isSmall(figures, subjects.exports) && !isSmall(figures, subjects.imports);
    return finding(opposite ? 'driver.offsetting' : 'driver.both_same');
  }
  const direction = turnover.value > 0 ? 'up' : 'down';
  if (isOpposite(exports, direction)) return finding(`driver.imports_all_${direction}`);
  if (isOpposite(imports, direction)) return finding(`driver.exports_all_${direction}`);
  const share = figures.get('imports.contribution') ?? figures.get('exports.contribution');
  if (!share) return null;
  if (share.interval.lo >= 45 && share.interval.hi <= 55) return finding('driver.both_even');
  const driver = figures.has('imports.contribution') ? 'imports' : 'exports';
  return finding(`driver.${driver}_most_${direction}`, { p: figureTerm(share, 'percent') });
}

/** True when a change is zero or in the other direction over its whole rounding interval. */
function isOpposite({ interval }: Figure, direction: 'up' | 'down'): boolean {
  return direction === 'up' ? interval.hi <= 0 : interval.lo >= 0;
}

function isSmall(figures: Figures, flow: Subject): boolean {
  return directionOf(changeOf(figures, flow)) === 'none';
}

/** The share of the larger flow in trade with Russia. */
export function compositionFinding(figures: Figures): Finding | null {
  const larger = figures.has('imports.part') ? 'imports' : 'exports';
  const part = figures.get(`${larger}.part`);
  return part ? finding(`driver.${larger}_part`, { s: figureTerm(part, 'percent') }) : null;
}

/** Whether other partners offset the oblast's balance with Russia. `form`: a title, or a text with the amount. */
export function offsetFinding(figures: Figures, form: 'title' | 'text'): Finding | null {
  const [balance, rest] = [figures.get('balance'), figures.get('balance.rest')];
  const [here, elsewhere] = [signOf(balance, figures.get('turnover')), signOf(rest, figures.get('turnover.rest'))];
  if (!balance || !rest || !here || !elsewhere) return null;
  const terms = { money: figureTerm(rest, 'amount') };
  const words = () => {
    if (here === 'zero' || elsewhere === 'zero') return 'plain';
    if (here === elsewhere) return `both_${here}` as const;
    if (here === 'surplus') return 'surplus_vs_deficit';
    const min = rest.interval.lo / -balance.interval.lo;
    const max = rest.interval.hi / -balance.interval.hi;
    if (min > 1) return 'all';
    if (min >= 0.5 && max < 1) return 'most';
    return max < 0.5 ? 'part' : 'plain_sides';
  };
  return finding(`offset.${form}.${words()}`, terms);
}

/** Russia's shares of the oblast's exports and imports. */
export function weightTitle(figures: Figures): Finding | null {
  const [exports, imports] = [figures.get('exports.share'), figures.get('imports.share')];
  if (exports && imports) {
    const difference = imports.value - exports.value;
    const words = (share: Figure, contrasted: boolean) => shareTerm(share, contrasted);
    const [larger, smaller] = difference > 0 ? [imports, exports] : [exports, imports];
    const terms = { larger: words(larger, false), smaller: words(smaller, true) };
    if (difference >= 15) return finding('share.imports_but_exports', terms);
    if (difference <= -15) return finding('share.exports_but_imports', terms);
    const numbers = { s1: figureTerm(exports, 'percent'), s2: figureTerm(imports, 'percent') };
    return finding(Math.abs(difference) < 5 ? 'share.similar' : 'share.weight', numbers);
  }
  const flow = (['turnover', 'imports', 'exports'] as const).find((name) => figures.has(`${name}.share`));
  const share = figures.get(`${flow}.share`);
  return flow && share ? finding(`share.${flow}`, { fraction: shareTerm(share, false) }) : null;
}

/** A share in words where a fraction names it, else in numbers. */
export function shareTerm(share: Figure, contrasted: boolean): Term {
  const words = finding(`fraction.${shareWords(share, contrasted)}`, { s: figureTerm(share, 'percent') });
  return { term: 'finding', finding: words };
}

/** Whether Russia's share is larger in exports or in imports. */
export function lopsidedTitle(figures: Figures): Finding | null {
  const [exports, imports] = [figures.get('exports.share'), figures.get('imports.share')];
  if (!exports || !imports) return null;
  const numbers = { s1: figureTerm(exports, 'percent'), s2: figureTerm(imports, 'percent') };
  const difference = imports.value - exports.value;
  if (Math.abs(difference) < 5) return finding('share.similar', numbers);
  return finding(difference > 0 ? 'share.more_in_imports' : 'share.more_in_exports');
}
