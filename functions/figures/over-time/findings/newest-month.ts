import { periodFrom } from '../../../dataset/index.ts';
import type { Figure } from '../../figure.ts';
import { codeTerm, type Finding, figureTerm, finding, periodAs, periodTerm, type Term } from '../../finding.ts';
import { type Comparison, type FlowOverTime, stretchOf } from '../flow.ts';
import type { OverTime } from '../over-time.ts';
import { thresholds } from '../thresholds.ts';
import { bothOf, change, classOf, type FlowName, flowTerm, isInPerCent, way } from './told.ts';

/** The newest month of a flow, or the newest months together, against a year earlier. */
export function monthFinding(name: FlowName, flow: FlowOverTime): Finding | null {
  const value = flow.months.at(-1);
  if (!value) return null;
  const isSingle = value.period.months === 1;
  const compared = newestChange(flow);
  const terms = { flow: flowTerm(name), money: figureTerm(value, 'money') };
  if (!isSingle) return togetherFinding(terms, value, compared);
  const at = { ...terms, m_in: periodAs(value.period, 'in') };
  if (!compared) return withoutBase(at, flow, value);
  const word = classOf(compared);
  if (word === 'unchanged') return finding('single.unchanged', at);
  if (/^(halved|more_than_half|more_than_90)/.test(word) && compared.base) {
    return finding('single.halved', { ...at, money0: figureTerm(compared.base, 'money') });
  }
  if (compared.index && compared.index.value >= 200 && !/tiny|zero/.test(word)) {
    return finding('single.times', { ...at, n: figureTerm(compared.index, 'multiple') });
  }
  const told = /tiny|zero/.test(word) ? 'none' : way(compared);
  if (told === 'none') return null;
  if (told === 'same') return finding('single.same', at);
  return finding(`single.${told}`, { ...at, ...change(compared.index) });
}

/** The comparison of the newest stretch of months; null where it is known, and its base is not, or not alone. */
function newestChange({ months, monthChanges }: FlowOverTime): Comparison | null {
  const [value, compared] = [months.at(-1), monthChanges.at(-1)];
  return value && compared?.value.period.code === value.period.code ? compared : null;
}

function togetherFinding(
  terms: Readonly<Record<string, Term>>,
  { period }: Figure,
  compared: Comparison | null,
): Finding | null {
  if (period.months > thresholds.together) return null;
  const at = { ...terms, months: periodAs(period, 'together'), year0: codeTerm(period.year - 1) };
  const told = compared ? way(compared) : 'none';
  if (told === 'none') return finding('pair.value', at);
  return finding(`pair.${told}`, { ...at, ...change(compared?.index ?? null) });
}

/** A month whose base is not known: whether at all, or only together with others. */
function withoutBase(terms: Readonly<Record<string, Term>>, flow: FlowOverTime, { period }: Figure): Finding {
  const earlier = stretchOf(period).start - 12;
  const around = flow.months.find((figure) => {
    const { start, end } = stretchOf(figure.period);
    return figure.period.months > 1 && start <= earlier && end > earlier;
  });
  if (around) return finding('pair.base', { ...terms, months: periodAs(around.period, 'together') });
  return finding('single.no_base', { ...terms, m0: periodTerm(periodFrom(earlier, 1)) });
}

/** The newest month of both flows in one title, with the percentages; of months together where they are. */
export function monthTitle(overTime: OverTime): Finding | null {
  const found = newestOfBoth(overTime);
  if (!found) return null;
  const { exports, imports, period } = found;
  const [a, b] = [way(exports), way(imports)];
  if (!exports.index || !imports.index || ![a, b].every((told) => told === 'up' || told === 'down')) return null;
  if (![exports, imports].every(isInPerCent)) return null;
  // Opposite directions take more words: whole per cent from ten on, so that the title keeps to two lines.
  const form = a === b ? 'change' : 'roughly';
  const terms = { p1: figureTerm(exports.index, form), p2: figureTerm(imports.index, form), d: codeTerm(a) };
  if (period.months === 1) {
    return finding(a === b ? 'single.title_same' : 'single.title_contrary', { ...terms, m_in: periodAs(period, 'in') });
  }
  return a === b ? finding('pair.title', { ...terms, months: periodAs(period, 'together') }) : null;
}

/** The newest month of both flows in words alone. */
export function monthLead(overTime: OverTime): Finding | null {
  const found = newestOfBoth(overTime);
  if (!found) return null;
  const { exports, imports, period } = found;
  const [a, b] = [way(exports), way(imports)];
  if (a === 'none' || b === 'none') return null;
  if (period.months > 1) {
    const terms = { months: periodAs(period, 'together'), year0: codeTerm(period.year - 1), d: codeTerm(a) };
    if (a === 'same' || b === 'same') return null;
    return finding(a === b ? 'pair.lead' : 'pair.lead_contrary', terms);
  }
  const at = { m_in: periodAs(period, 'in') };
  if (a === 'same' && b === 'same') return finding('single.both_same', at);
  if (a === 'same') return finding('single.exports_same', { ...at, d: codeTerm(b) });
  if (b === 'same') return finding('single.imports_same', { ...at, d: codeTerm(a) });
  if (a === b) return finding(a === 'up' ? 'single.both_up' : 'single.both_down', at);
  return finding('single.contrary', { ...at, d: codeTerm(a) });
}

/** The newest month of both flows; null where it is one of many known only together. */
function newestOfBoth(overTime: OverTime) {
  const both = bothOf(overTime);
  const [exports, imports] = [both && newestChange(both.exports), both && newestChange(both.imports)];
  if (!exports || !imports || exports.value.period.code !== imports.value.period.code) return null;
  const { period } = exports.value;
  return period.months > thresholds.together ? null : { exports, imports, period };
}

/** The newest month of both flows where a year earlier it is known only together with others: values, no percentages. */
export function pairedBaseFinding(overTime: OverTime): Finding | null {
  const both = bothOf(overTime);
  const [sold, bought] = [both?.exports.months.at(-1), both?.imports.months.at(-1)];
  if (!both || !sold || !bought || sold.period.code !== bought.period.code) return null;
  const [a, b] = [monthFinding('exports', both.exports), monthFinding('imports', both.imports)];
  if (a?.message !== 'pair.base' || b?.message !== 'pair.base' || !a.terms.months) return null;
  return finding('pair.base_both', {
    m_in: periodAs(sold.period, 'in'),
    money1: figureTerm(sold, 'money'),
    money2: figureTerm(bought, 'money'),
    months: a.terms.months,
  });
}

/** The newest month of both flows without the year before, as a title: «In July 2022 exports came to … and imports to …». */
export function bothValuesFinding(overTime: OverTime): Finding | null {
  const both = bothOf(overTime);
  const [sold, bought] = [both?.exports.months.at(-1), both?.imports.months.at(-1)];
  if (!sold || !bought || sold.period.code !== bought.period.code || sold.period.months > 1) return null;
  return finding('single.both_values', {
    m_in: periodAs(sold.period, 'in'),
    money1: figureTerm(sold, 'brief_money'),
    money2: figureTerm(bought, 'brief_money'),
  });
}
